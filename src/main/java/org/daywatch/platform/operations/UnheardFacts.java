package org.daywatch.platform.operations;

import static org.daywatch_db.platform.Tables.EVENT_PUBLICATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a room has not taken in is told to it again: because it failed, or because the application died between the fact
 * and its hearing. Which facts, and when, is claimed here, row by row, so that of several nodes one tells each; the
 * registry's own choice knows no growing pauses, no end of trying, and takes what has just been completed a second
 * time. The telling itself is the registry's. For whom something waits is all that is read of everybody's; what it is,
 * is read bound to that organization.
 */
@Component
public class UnheardFacts {

    /** So often a fact is told in all; then it waits for a person. */
    public static final int MOST = 5;

    /** After the first, second, third and fourth telling that failed. */
    static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    /**
     * Who has not finished after this has died, or stands still: longer than a connection to the database is waited
     * for.
     */
    static final Duration LONGEST_HEARING = Duration.ofMinutes(1);

    private static final int BATCH = 100;
    private static final Field<Integer> TOLD = coalesce(EVENT_PUBLICATION.COMPLETION_ATTEMPTS, val(0));
    private static final Field<Instant> LAST = coalesce(EVENT_PUBLICATION.LAST_RESUBMISSION_DATE,
            EVENT_PUBLICATION.PUBLICATION_DATE);

    private final DSLContext db;
    private final DSLContext worker;
    private final Clock clock;
    private final IncompleteEventPublications publications;
    private final TransactionTemplate transaction;
    private final Instant begun;

    UnheardFacts(DSLContext db, @Qualifier("worker") DataSource worker, @Qualifier("due") Clock clock,
            IncompleteEventPublications publications, PlatformTransactionManager transactions) {
        this.db = db;
        this.worker = DSL.using(worker, SQLDialect.POSTGRES);
        this.clock = clock;
        this.publications = publications;
        this.transaction = new TransactionTemplate(transactions);
        this.begun = clock.instant();
    }

    /** @return how many are told again; who heard them is seen in their rows, for rooms hear on threads of their own */
    public int tellAgain() {
        return tell(clock.instant().minus(LONGEST_HEARING));
    }

    /** What was begun before this application began was begun by one that is dead: it need not be waited for. */
    public int tellAfterStart() {
        return tell(begun);
    }

    /** An operator's decision, also for what was given up. @return false when it was heard meanwhile */
    public boolean tellAgain(UUID id) {
        boolean open = Boolean.TRUE.equals(transaction.execute(t -> db.update(EVENT_PUBLICATION)
                .set(EVENT_PUBLICATION.STATUS, "FAILED")
                .where(EVENT_PUBLICATION.ID.eq(id)).and(EVENT_PUBLICATION.COMPLETION_DATE.isNull()).execute() == 1));
        if (open) tell(Set.of(id));
        return open;
    }

    private int tell(Instant hungSince) {
        int told = 0;
        for (var tenant : waiting(hungSince)) {
            int room = BATCH - told;
            if (room == 0) break;
            told += Tenancy.as(Scope.system(tenant), () -> tell(hungSince, room));
        }
        return told;
    }

    private int tell(Instant hungSince, int most) {
        var claimed = Set.copyOf(transaction.execute(t -> claim(hungSince, most)));
        if (!claimed.isEmpty()) tell(claimed);
        return claimed.size();
    }

    /** Who waited longest comes first. */
    private List<UUID> waiting(Instant hungSince) {
        return worker.select(EVENT_PUBLICATION.TENANT_ID).from(EVENT_PUBLICATION)
                .where(due(clock.instant(), hungSince)).groupBy(EVENT_PUBLICATION.TENANT_ID)
                .orderBy(DSL.min(EVENT_PUBLICATION.PUBLICATION_DATE)).limit(BATCH).fetch(EVENT_PUBLICATION.TENANT_ID);
    }

    /** The moment of the claim is the lease: until the next pause is over, no other node finds the row due. */
    private List<UUID> claim(Instant hungSince, int most) {
        var now = clock.instant();
        var due = db.select(EVENT_PUBLICATION.ID).from(EVENT_PUBLICATION).where(due(now, hungSince))
                .orderBy(EVENT_PUBLICATION.PUBLICATION_DATE).limit(most).forUpdate().skipLocked()
                .fetch(EVENT_PUBLICATION.ID);
        if (due.isEmpty()) return due;
        db.update(EVENT_PUBLICATION).set(EVENT_PUBLICATION.STATUS, "FAILED")
                .set(EVENT_PUBLICATION.LAST_RESUBMISSION_DATE, now).where(EVENT_PUBLICATION.ID.in(due)).execute();
        return due;
    }

    private static Condition due(Instant now, Instant hungSince) {
        return EVENT_PUBLICATION.COMPLETION_DATE.isNull().and(TOLD.lt(MOST))
                .and(EVENT_PUBLICATION.STATUS.eq("FAILED").and(pauseIsOver(now))
                        .or(EVENT_PUBLICATION.STATUS.isDistinctFrom("FAILED").and(LAST.le(hungSince))));
    }

    private static Condition pauseIsOver(Instant now) {
        var over = noCondition();
        for (int told = 1; told < MOST; told++) {
            var so = told == 1 ? TOLD.le(1) : TOLD.eq(told);
            over = over.or(so.and(LAST.le(now.minus(PAUSES.get(told - 1)))));
        }
        return over.or(LAST.gt(now.plus(LONGEST_HEARING))); // told by a clock that was a day ahead, and has been put right since
    }

    private void tell(Set<UUID> claimed) {
        var known = new HashSet<UUID>();
        publications.resubmitIncompletePublications(
                publication -> claimed.contains(publication.getIdentifier()) && known.add(publication.getIdentifier()));
        if (known.containsAll(claimed)) return;
        var unreadable = new HashSet<>(claimed); // of a kind this release does not know: nobody counted it
        unreadable.removeAll(known);
        transaction.executeWithoutResult(
                t -> db.update(EVENT_PUBLICATION).set(EVENT_PUBLICATION.COMPLETION_ATTEMPTS, TOLD.plus(1))
                        .where(EVENT_PUBLICATION.ID.in(unreadable)).execute());
    }
}
