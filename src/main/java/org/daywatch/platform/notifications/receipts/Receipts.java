package org.daywatch.platform.notifications.receipts;

import static org.daywatch_db.platform.Tables.DELIVERY;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.daywatch.platform.notifications.Channel;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes receipts down. The workers' role finds whose message it is by its number alone; the row is written bound to
 * that organization. Twice, late or in another order changes nothing that is true already: what has arrived has
 * arrived.
 */
@Component
class Receipts {

    /** Nothing was sent in these; whatever a gateway says about them is not about them. */
    private static final List<String> NEVER_SENT = List.of("HELD", "SUPPRESSED");

    private final DSLContext db;
    private final Clock clock;
    private final JdbcClient worker;
    private final TransactionTemplate transaction;

    Receipts(DSLContext db, Clock clock, @Qualifier("worker") DataSource worker,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.worker = JdbcClient.create(worker);
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Message(UUID tenant, UUID id) {}

    /** @return false when this gateway took no such message */
    boolean take(Channel channel, String gateway, Receipt receipt) {
        var message = find(channel, gateway, receipt);
        message.ifPresent(m -> Tenancy.run(Scope.system(m.tenant()),
                () -> transaction.executeWithoutResult(t -> write(m, receipt))));
        return message.isPresent();
    }

    private Optional<Message> find(Channel channel, String gateway, Receipt receipt) {
        if (receipt.reference() != null) {
            var ours = one(channel, gateway, "id = :number", receipt.reference());
            if (ours.isPresent()) return ours;
        }
        return receipt.providerId() == null
                ? Optional.empty()
                : one(channel, gateway, "provider_id = :number", receipt.providerId());
    }

    private Optional<Message> one(Channel channel, String gateway, String which, Object number) {
        var found = worker
                .sql("select tenant_id, id from platform.delivery where channel = '" + channel
                        + "' and gateway = :gateway and " + which)
                .param("gateway", gateway).param("number", number)
                .query((row, n) -> new Message(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty(); // two under one number: nobody knows which
    }

    private void write(Message message, Receipt receipt) {
        var itself = DELIVERY.TENANT_ID.eq(message.tenant()).and(DELIVERY.ID.eq(message.id()));
        switch (receipt.fate()) {
            case ARRIVED -> db.update(DELIVERY).set(DELIVERY.STATE, "RECEIVED")
                    .set(DELIVERY.RECEIVED_AT, clock.instant()).setNull(DELIVERY.LAST_ERROR)
                    .where(itself).and(DELIVERY.STATE.notIn("RECEIVED", "READ")).and(DELIVERY.STATE.notIn(NEVER_SENT))
                    .execute();
            // Only what counts as sent can turn out lost: a second try that an operator asked for must not be ended by news of the first.
            case LOST -> db.update(DELIVERY).set(DELIVERY.STATE, "FAILED")
                    .set(DELIVERY.LAST_ERROR, "the gateway reports: " + receipt.status())
                    .where(itself).and(DELIVERY.STATE.eq("SENT")).execute();
            case UNDERWAY -> {}
        }
    }
}
