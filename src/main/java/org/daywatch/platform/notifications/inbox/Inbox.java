package org.daywatch.platform.notifications.inbox;

import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages that lie in the house: the receipts of a person's own, and the whole outbox for operators. */
@Component
@Transactional
public class Inbox {

    private final DSLContext db;
    private final Clock clock;
    private final Live live;

    Inbox(DSLContext db, Clock clock, Live live) {
        this.db = db;
        this.clock = clock;
        this.live = live;
    }

    /** One delivery as operators see it. */
    public record Sent(UUID id, Instant at, String person, String channel, String address, String subject, String body,
            String state, int attempts, @Nullable String error) {}

    /**
     * What a reader of the outbox asks for; empty texts ask for everything. @param words in subject, text, address or
     * name
     */
    public record Asked(String words, String state, String channel, String sort, boolean descending) {
    }

    @Transactional(readOnly = true)
    public long unread(UUID person) {
        return db.fetchCount(DELIVERY, DELIVERY.TENANT_ID.eq(Tenancy.tenant()).and(DELIVERY.PERSON_ID.eq(person))
                .and(DELIVERY.CHANNEL.eq("IN_APP")).and(DELIVERY.READ_AT.isNull()));
    }

    /** @return where the message leads; empty when it is not this person's */
    Optional<String> read(UUID person, UUID delivery) {
        var link = db.select(OUTBOUND_MESSAGE.LINK).from(DELIVERY).join(OUTBOUND_MESSAGE)
                .on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID))
                .and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID)).where(DELIVERY.ID.eq(delivery))
                .and(DELIVERY.PERSON_ID.eq(person)).fetchOptional(OUTBOUND_MESSAGE.LINK);
        if (link.isPresent()) mark(person, DELIVERY.ID.eq(delivery));
        return link;
    }

    void readAll(UUID person) {
        mark(person, DSL.trueCondition());
    }

    /** The receipt: they have seen it, and when. */
    private void mark(UUID person, org.jooq.Condition which) {
        int marked = db.update(DELIVERY).set(DELIVERY.READ_AT, clock.instant()).set(DELIVERY.STATE, "READ")
                .where(DELIVERY.TENANT_ID.eq(Tenancy.tenant()))
                .and(DELIVERY.PERSON_ID.eq(person)).and(DELIVERY.CHANNEL.eq("IN_APP")).and(DELIVERY.READ_AT.isNull())
                .and(which).execute();
        if (marked > 0) live.ringPerson("inbox", Tenancy.tenant(), person);
    }

    @Transactional(readOnly = true)
    public long outboxCount(Asked asked) {
        return db.selectCount().from(DELIVERY).join(OUTBOUND_MESSAGE)
                .on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID)).and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                .where(outbox(asked)).fetchSingle().value1();
    }

    @Transactional(readOnly = true)
    public List<Sent> outbox(Asked asked, int offset, int size) {
        var name = name();
        var first = switch (asked.sort()) {
            case "person" -> DSL.field(name);
            case "state" -> DELIVERY.STATE;
            default -> DELIVERY.DUE_AT;
        };
        var named = DSL.field(name);
        return db
                .select(DELIVERY.ID, DELIVERY.DUE_AT, named, DELIVERY.CHANNEL, DELIVERY.ADDRESS,
                        OUTBOUND_MESSAGE.SUBJECT, OUTBOUND_MESSAGE.BODY,
                        DELIVERY.STATE, DELIVERY.ATTEMPTS, DELIVERY.LAST_ERROR)
                .from(DELIVERY).join(OUTBOUND_MESSAGE).on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID))
                .and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                .where(outbox(asked))
                .orderBy(asked.descending() ? first.desc() : first.asc(), DELIVERY.DUE_AT.desc(), DELIVERY.ID.desc())
                .offset(offset).limit(size)
                .fetch(r -> new Sent(r.get(DELIVERY.ID), r.get(DELIVERY.DUE_AT),
                        r.get(named) == null ? "" : r.get(named), r.get(DELIVERY.CHANNEL), r.get(DELIVERY.ADDRESS),
                        r.get(OUTBOUND_MESSAGE.SUBJECT), r.get(OUTBOUND_MESSAGE.BODY), r.get(DELIVERY.STATE),
                        r.get(DELIVERY.ATTEMPTS), r.get(DELIVERY.LAST_ERROR)));
    }

    private static org.jooq.Select<org.jooq.Record1<String>> name() {
        return DSL.select(DSL.max(MEMBERSHIP.FULL_NAME)).from(MEMBERSHIP)
                .where(MEMBERSHIP.ORG_ID.eq(DELIVERY.TENANT_ID)).and(MEMBERSHIP.PERSON_ID.eq(DELIVERY.PERSON_ID));
    }

    private static org.jooq.Condition outbox(Asked asked) {
        var out = DELIVERY.TENANT_ID.eq(Tenancy.tenant()).and(DELIVERY.CHANNEL.ne("IN_APP"));
        if (!asked.channel().isEmpty()) out = out.and(DELIVERY.CHANNEL.eq(asked.channel()));
        if (!asked.words().isEmpty()) {
            out = out.and(OUTBOUND_MESSAGE.SUBJECT.containsIgnoreCase(asked.words())
                    .or(OUTBOUND_MESSAGE.BODY.containsIgnoreCase(asked.words()))
                    .or(DELIVERY.ADDRESS.containsIgnoreCase(asked.words()))
                    .or(DSL.field(name()).containsIgnoreCase(asked.words())));
        }
        return switch (asked.state()) {
            case "" -> out;
            case "PENDING" -> out.and(DELIVERY.STATE.in("WAITING", "HELD"));
            case "LOST" -> out.and(DELIVERY.STATE.in("DEAD", "FAILED"));
            default -> out.and(DELIVERY.STATE.eq(asked.state()));
        };
    }
}
