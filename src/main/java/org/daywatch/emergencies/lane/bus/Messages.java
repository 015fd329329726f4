package org.daywatch.emergencies.lane.bus;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.database.Apart;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table between the nodes: slower than the bus, and there when the bus is not. */
@Component
class Messages implements SharedMessages {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Messages(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void save(UUID district, List<Message> messages) {
        Apart.run(() -> Tenancy.run(Scope.system(district),
                () -> transaction.executeWithoutResult(t -> messages.forEach(m -> jdbc.sql("""
                insert into emergencies.lane_message (agency_id, id, district_id, school_id, person_id, node, event, body)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Arrays.asList(m.agency(), m.id(), m.district(), m.school(), m.person(), m.node(),
                                m.event(), m.body()))
                        .update()))));
    }

    @Override
    public List<Message> recent(UUID agency, String notOf, int seconds) {
        return Apart.call(() -> Tenancy.as(Scope.system(agency), () -> transaction.execute(t -> jdbc
                .sql("""
                select agency_id, id, district_id, school_id, person_id, node, event, body from emergencies.lane_message
                where agency_id = ? and node <> ? and written_at > now() - make_interval(secs => ?) order by written_at, id""")
                .params(agency, notOf, seconds)
                .query((row, n) -> new Message(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class), row.getObject(4, UUID.class),
                        row.getObject(5, UUID.class), row.getString(6), row.getString(7), row.getString(8)))
                .list())));
    }

    @Override
    public void forgetOld(UUID agency) {
        Tenancy.run(Scope.system(agency), () -> transaction.executeWithoutResult(
                t -> jdbc.sql(
                        "delete from emergencies.lane_message where agency_id = ? and written_at < now() - interval '1 day'")
                        .params(agency).update()));
    }
}
