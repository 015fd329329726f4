package org.daywatch.directory.changes;

import static org.daywatch_db.directory.Tables.CHANGE_JOB;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.daywatch.directory.CalendarConsequences;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.persistence.LeaseKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out a change of calendar or bells: at once where little follows, in the background where much does. It stays
 * one transaction either way, so a change whose process dies has not happened; how far it is, is written beside it.
 */
@Component
public class ChangeJobs {

    private static final Logger log = LoggerFactory.getLogger(ChangeJobs.class);
    /** School days: so many are followed well within a second. */
    private static final int AT_ONCE = 20_000;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final long WORD_NANOS = 300_000_000L;

    private final DSLContext db;
    private final Clock clock;
    private final TransactionTemplate beside;

    ChangeJobs(DSLContext db, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.beside = new TransactionTemplate(transactions);
        this.beside.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** RUNNING: being carried out; DONE; FAILED: it stopped, and nothing was changed. */
    public enum State {
        RUNNING, DONE, FAILED
    }

    /**
     * @param back the page to come back to; @param total schools concerned; @param done schools whose posts have
     * followed
     */
    public record Job(UUID id, String back, State state, int total, int done) {
        public boolean running() {
            return state == State.RUNNING;
        }
    }

    /**
     * @param schools concerned; @param days that may change at each; @param change in a transaction of its own
     * @return empty where it is done; otherwise the job that carries it out
     */
    public Optional<UUID> carryOut(int schools, long days, String back, Runnable change) {
        if (schools * days <= AT_ONCE) {
            change.run();
            return Optional.empty();
        }
        var from = clock.instant();
        var id = begin(schools, back, from);
        var scope = Tenancy.current().orElseThrow();
        Thread.ofPlatform().daemon().name("change-" + id).start(() -> Tenancy.run(scope, () -> work(id, from, change)));
        return Optional.of(id);
    }

    public Job get(UUID id) {
        return beside.execute(t -> db.selectFrom(CHANGE_JOB).where(CHANGE_JOB.ID.eq(id)).fetchOptional(r -> {
            var state = State.valueOf(r.getState());
            boolean died = state == State.RUNNING && r.getLeaseUntil().isBefore(clock.instant());
            return new Job(r.getId(), r.getBack(), died ? State.FAILED : state, r.getTotal(), r.getDone());
        }).orElseThrow(() -> new NotFound("change " + id)));
    }

    private UUID begin(int schools, String back, Instant now) {
        var id = Ids.next();
        beside.executeWithoutResult(
                t -> db.insertInto(CHANGE_JOB).set(CHANGE_JOB.TENANT_ID, Tenancy.tenant()).set(CHANGE_JOB.ID, id)
                        .set(CHANGE_JOB.ASKED_BY, Tenancy.current().orElseThrow().person()).set(CHANGE_JOB.BACK, back)
                        .set(CHANGE_JOB.STATE, State.RUNNING.name())
                        .set(CHANGE_JOB.TOTAL, schools).set(CHANGE_JOB.STARTED_AT, now)
                        .set(CHANGE_JOB.LEASE_UNTIL, now.plus(LEASE)).execute());
        return id;
    }

    private void work(UUID id, Instant from, Runnable change) {
        try (var lease = new LeaseKeeper(clock, from, LEASE, until -> Boolean.TRUE.equals(beside.execute(t -> db
                .update(CHANGE_JOB).set(CHANGE_JOB.LEASE_UNTIL, until).where(CHANGE_JOB.ID.eq(id)).execute() == 1)))) {
            CalendarConsequences.Followed.heardBy(new Steps(id), change);
            end(id, State.DONE);
        } catch (RuntimeException failure) {
            log.error("the change {} was not carried out", id, failure);
            end(id, State.FAILED);
        }
    }

    private void end(UUID id, State state) {
        beside.executeWithoutResult(t -> {
            var ended = db.update(CHANGE_JOB).set(CHANGE_JOB.STATE, state.name()).set(CHANGE_JOB.ENDED_AT,
                    clock.instant());
            (state == State.DONE ? ended.set(CHANGE_JOB.DONE, CHANGE_JOB.TOTAL) : ended).where(CHANGE_JOB.ID.eq(id))
                    .execute();
        });
    }

    /** Written down a few times a second, on a connection of its own: the change itself is not committed yet. */
    private final class Steps implements IntConsumer {

        private final UUID id;
        private int done;
        private long said;

        Steps(UUID id) {
            this.id = id;
        }

        @Override
        public void accept(int more) {
            done += more;
            if (System.nanoTime() - said < WORD_NANOS) return;
            said = System.nanoTime();
            beside.executeWithoutResult(
                    t -> db.update(CHANGE_JOB).set(CHANGE_JOB.DONE, DSL.least(DSL.val(done), CHANGE_JOB.TOTAL))
                            .where(CHANGE_JOB.ID.eq(id)).execute());
        }
    }
}
