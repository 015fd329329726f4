package org.daywatch.platform.notifications;

import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Elapsed;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due for the organization that is bound, one way after the other or one way alone: oldest first. A batch
 * is claimed in one transaction, sent without one, and each answer is written in its own; several workers never take
 * the same row. If the application dies between sending and writing, the claim runs out and it is sent again under the
 * same id.
 */
@Component
public class DeliveryWorker {

    static final int BATCH = 50;
    private static final Duration CLAIM = Duration.ofMinutes(5);
    /** More than any sender waits for its gateway. */
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(30);

    private final DSLContext db;
    private final Clock clock;
    private final boolean demo;
    private final RestoredCopy copy;
    private final Map<Channel, Sender> senders;
    private final TransactionTemplate transaction;
    private final ReadLinks links;
    /** How old messages are, whatever the time of day is set to meanwhile. */
    private final Elapsed elapsed;
    /**
     * A provider that said 429, or said nothing at all, said it of all messages, not of one; forgotten with a restart,
     * and then said again.
     */
    private final Map<Channel, Long> restsUntilNanos = new ConcurrentHashMap<>();

    @Autowired
    DeliveryWorker(DSLContext db, Clock clock, List<Sender> senders, PlatformTransactionManager transactions,
            @Value("${daywatch.demo:false}") boolean demo, RestoredCopy copy) {
        this(db, clock, new Elapsed(clock), senders, transactions, demo, copy);
    }

    DeliveryWorker(DSLContext db, Clock clock, Elapsed elapsed, List<Sender> senders,
            PlatformTransactionManager transactions, boolean demo, RestoredCopy copy) {
        this.db = db;
        this.clock = clock;
        this.elapsed = elapsed;
        this.demo = demo;
        this.copy = copy;
        this.senders = senders.stream().collect(Collectors.toMap(Sender::channel, Function.identity()));
        this.transaction = new TransactionTemplate(transactions);
        this.links = new ReadLinks(db, clock);
    }

    /** What is sent by one gateway, urgent apart from the rest: neither waits for the other. */
    record Way(Channel channel, boolean urgent) {}

    private record Due(UUID id, Way way, int attempts, Instant claimedUntil, Sender.Letter letter) {}

    /** @return how many deliveries were handled, at most a batch for each way */
    int deliver() {
        return due().stream().mapToInt(this::deliver).sum();
    }

    /**
     * By which ways something is to be sent now; urgent ones first. What is no news any more is marked so. In a
     * restored copy all of it waits.
     */
    List<Way> due() {
        if (copy.isOne()) return List.of();
        return transaction.execute(t -> {
            expire(noCondition());
            elapsed.looked(Tenancy.tenant());
            return db.selectDistinct(OUTBOUND_MESSAGE.LANE, DELIVERY.CHANNEL).from(DELIVERY)
                    .join(OUTBOUND_MESSAGE).on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID))
                    .and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                    .where(DELIVERY.TENANT_ID.eq(Tenancy.tenant())).and(DELIVERY.STATE.in("WAITING", "HELD"))
                    .and(due(now()))
                    .orderBy(OUTBOUND_MESSAGE.LANE.desc(), DELIVERY.CHANNEL) // URGENT sorts after NORMAL
                    .fetch(r -> new Way(Channel.valueOf(r.get(DELIVERY.CHANNEL)),
                            r.get(OUTBOUND_MESSAGE.LANE).equals("URGENT")));
        });
    }

    /**
     * What is urgent and was never tried is due at once, also where the time of day was set back since it was stored.
     */
    private static Condition due(Instant now) {
        var fresh = DELIVERY.STATE.eq("WAITING").and(DELIVERY.ATTEMPTS.eq(0)).and(OUTBOUND_MESSAGE.LANE.eq("URGENT"));
        return DELIVERY.DUE_AT.le(now).or(fresh);
    }

    /** @return how many deliveries were handled; a full batch means there may be more */
    int deliver(Way way) {
        var batch = transaction.execute(t -> claim(way));
        for (var due : batch) {
            if (demo) finish(due, "SUPPRESSED", null, null, now());
            else attempt(due);
        }
        return batch.size();
    }

    private List<Due> claim(Way way) {
        Instant now = clock.instant();
        var tenant = Tenancy.tenant();
        var rows = db
                .select(DELIVERY.ID, DELIVERY.ATTEMPTS, DELIVERY.ADDRESS, OUTBOUND_MESSAGE.SUBJECT,
                        OUTBOUND_MESSAGE.BODY, OUTBOUND_MESSAGE.LINK,
                        OUTBOUND_MESSAGE.EXPIRES_AT)
                .from(DELIVERY).join(OUTBOUND_MESSAGE).on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID))
                .and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                .where(DELIVERY.TENANT_ID.eq(tenant)).and(DELIVERY.STATE.in("WAITING", "HELD")).and(due(now))
                .and(DELIVERY.CHANNEL.eq(way.channel().name()))
                .and(OUTBOUND_MESSAGE.LANE.eq(way.urgent() ? "URGENT" : "NORMAL"))
                .orderBy(DELIVERY.DUE_AT).limit(BATCH).forUpdate().of(DELIVERY).skipLocked()
                .fetch(r -> new Due(r.get(DELIVERY.ID), way, r.get(DELIVERY.ATTEMPTS) + 1, now.plus(CLAIM),
                        new Sender.Letter(r.get(DELIVERY.ID), r.get(DELIVERY.ADDRESS), r.get(OUTBOUND_MESSAGE.SUBJECT),
                                r.get(OUTBOUND_MESSAGE.BODY), r.get(OUTBOUND_MESSAGE.LINK),
                                r.get(OUTBOUND_MESSAGE.EXPIRES_AT))));
        db.update(DELIVERY).set(DELIVERY.DUE_AT, now.plus(CLAIM)).set(DELIVERY.STATE, "WAITING")
                .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                .where(DELIVERY.TENANT_ID.eq(tenant)).and(DELIVERY.ID.in(rows.stream().map(Due::id).toList()))
                .execute();
        return rows;
    }

    private void attempt(Due due) {
        var sender = senders.get(due.way().channel());
        try {
            if (sender == null || !sender.available())
                throw new Sender.NotSent(due.way().channel() + " is not configured", false);
            var pause = restOf(due.way().channel());
            if (pause != null) {
                postpone(due, now().plus(pause));
                return;
            }
            var letter = begin(due, sender.gateway());
            if (letter != null) finish(due, "SENT", sender.send(letter), null, now());
        } catch (Sender.NotSent e) {
            if (e.notBefore != null)
                restsUntilNanos.merge(due.way().channel(), elapsed.nanos() + e.notBefore.toNanos(), Math::max);
            if (e.forever) finish(due, "FAILED", null, e.getMessage(), now());
            else if (Attempts.exhausted(due.attempts())) finish(due, "DEAD", null, e.getMessage(), now());
            else
                finish(due, "WAITING", null, e.getMessage(),
                        now().plus(Attempts.pause(due.attempts(), e.notBefore, due.way().urgent())));
        }
    }

    /**
     * The last look before it leaves: a slow gateway before it may have used up its time, or somebody ended the alert.
     * By which gateway it goes is written before it is sent: a receipt may be faster than the gateway's own answer.
     *
     * @return null when it is not to be sent, or not by this claim
     */
    private Sender.@Nullable Letter begin(Due due, @Nullable String gateway) {
        if (!now().isBefore(due.claimedUntil().minus(LONGEST_SENDING))) { // another may claim it soon, and it must not be under way twice
            postpone(due, now());
            return null;
        }
        return transaction.execute(t -> {
            expire(DELIVERY.ID.eq(due.id()));
            var it = db.update(DELIVERY).set(DELIVERY.GATEWAY, gateway == null ? DELIVERY.GATEWAY : val(gateway));
            boolean ours = it.where(DELIVERY.TENANT_ID.eq(Tenancy.tenant())).and(DELIVERY.ID.eq(due.id()))
                    .and(DELIVERY.STATE.eq("WAITING")).execute() == 1;
            if (!ours) return null;
            return due.way().channel() == Channel.EMAIL
                    ? due.letter().with(links.next(due.id(), due.letter().until()))
                    : due.letter();
        });
    }

    /**
     * A message lives as long as its sender gave it; the time of day counts only for what lay here before this process
     * first looked.
     */
    private void expire(Condition which) {
        var m = OUTBOUND_MESSAGE;
        var tenant = Tenancy.tenant();
        var stale = db.select(DELIVERY.ID, m.ID, m.CREATED_AT, m.EXPIRES_AT).from(DELIVERY).join(m)
                .on(m.TENANT_ID.eq(DELIVERY.TENANT_ID)).and(m.ID.eq(DELIVERY.MESSAGE_ID))
                .where(DELIVERY.TENANT_ID.eq(tenant)).and(which).and(DELIVERY.STATE.in("WAITING", "HELD"))
                .and(m.EXPIRES_AT.isNotNull()).fetch().stream()
                .filter(r -> elapsed.since(tenant, r.get(m.ID), r.get(m.CREATED_AT))
                        .compareTo(Duration.between(r.get(m.CREATED_AT), r.get(m.EXPIRES_AT))) >= 0)
                .map(r -> r.get(DELIVERY.ID)).toList();
        if (stale.isEmpty()) return;
        db.update(DELIVERY).set(DELIVERY.STATE, "EXPIRED").where(DELIVERY.TENANT_ID.eq(tenant))
                .and(DELIVERY.ID.in(stale)).and(DELIVERY.STATE.in("WAITING", "HELD")).execute();
    }

    /** How long the provider wants to be left alone; null when it takes messages. */
    private @Nullable Duration restOf(Channel channel) {
        var until = restsUntilNanos.get(channel);
        return until == null || until - elapsed.nanos() <= 0 ? null : Duration.ofNanos(until - elapsed.nanos());
    }

    /** It was not tried, so it is no attempt. */
    private void postpone(Due due, Instant until) {
        transaction.executeWithoutResult(
                t -> db.update(DELIVERY).set(DELIVERY.DUE_AT, until).set(DELIVERY.ATTEMPTS, due.attempts() - 1)
                        .where(DELIVERY.TENANT_ID.eq(Tenancy.tenant())).and(DELIVERY.ID.eq(due.id()))
                        .and(DELIVERY.STATE.eq("WAITING")).execute());
    }

    private Instant now() {
        return clock.instant();
    }

    private void finish(Due due, String state, @Nullable String providerId, @Nullable String error, Instant dueAt) {
        transaction.executeWithoutResult(t -> db.update(DELIVERY).set(DELIVERY.STATE, state)
                .set(DELIVERY.SENT_AT, state.equals("SENT") ? dueAt : null).set(DELIVERY.PROVIDER_ID, providerId)
                .set(DELIVERY.LAST_ERROR, error)
                .set(DELIVERY.DUE_AT, dueAt)
                .where(DELIVERY.TENANT_ID.eq(Tenancy.tenant())).and(DELIVERY.ID.eq(due.id()))
                .and(DELIVERY.STATE.notIn("RECEIVED", "READ")).execute()); // its receipt was faster, and says more
    }

    /**
     * An operator's decision: try a dead or refused delivery once more from the start. @return false when it is not one
     */
    public boolean again(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(t -> db.update(DELIVERY).set(DELIVERY.STATE, "WAITING")
                .set(DELIVERY.ATTEMPTS, 0).set(DELIVERY.DUE_AT, clock.instant())
                .where(DELIVERY.TENANT_ID.eq(Tenancy.tenant())).and(DELIVERY.ID.eq(id))
                .and(DELIVERY.STATE.in("DEAD", "FAILED")).execute() == 1));
    }
}
