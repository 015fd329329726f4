package org.daywatch.staffing.schedules.weeks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.persistence.LeaseKeeper;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.scheduling.bound.LpBound;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.ScheduleSolver;
import org.daywatch.scheduling.engine.SearchProgress;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works out schedules that wait, one at a time on each node. The queue is the table: a node takes a row under a lease
 * that it keeps, writes the best so far every second, and when it dies another takes the row over after the lease and
 * comes to the same schedule.
 */
@Component
public class ScheduleJobs {

    private static final Logger log = LoggerFactory.getLogger(ScheduleJobs.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration NOTES_LEASE = Duration.ofMinutes(5);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final double BOUND_SECONDS = 20;
    private static final double BOUND_SECONDS_MOST = NOTES_LEASE.toSeconds() * 0.8;
    private static final double BOUND_SECONDS_PER_SEAT = 0.01; // a city is proven in a second or two, a state takes minutes
    private static final int THREADS = 2;

    private final String node = Ids.next().toString();
    private final ScheduleStore rosters;
    private final ScheduleInput input;
    private final ScheduleNotes notes;
    private final SchedulePlans plans;
    private final Live live;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ScheduleJobs(ScheduleStore rosters, ScheduleInput input, ScheduleNotes notes, SchedulePlans plans, Live live,
            Clock clock, PlatformTransactionManager transactions) {
        this.notes = notes;
        this.plans = plans;
        this.rosters = rosters;
        this.input = input;
        this.live = live;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes the next schedule of the bound agency and works it out. @return false where none waits */
    public boolean next() {
        var from = clock.instant();
        var taken = transaction.execute(t -> rosters.take(node, from, from.plus(LEASE))).orElse(null);
        if (taken == null) return nextNotes();
        try (var lease = new LeaseKeeper(clock, from, LEASE,
                until -> Boolean.TRUE.equals(transaction.execute(t -> rosters.renew(taken.id(), node, until))))) {
            work(taken);
        } catch (RuntimeException | OutOfMemoryError failure) { // too large for this machine: said once, instead of tried again and again
            log.error("roster {} could not be worked out", taken.id(), failure);
            transaction.executeWithoutResult(t -> rosters.end(taken.id(), node, Schedule.State.FAILED, 0, null,
                    String.valueOf(failure.getMessage()), clock.instant(), null));
        }
        return true;
    }

    private Instant lease() {
        return clock.instant().plus(LEASE);
    }

    private void work(Schedule roster) {
        var gathered = transaction.execute(t -> {
            var found = input.gather(roster.id(), roster.from(), roster.to(), roster.ranks(),
                    rosters.pins(roster.id()));
            rosters.begin(roster.id(), new String(ScheduleWriter.write(found.problem()), StandardCharsets.UTF_8),
                    found.problem().shifts().size(), found.moves());
            notes.core(roster.id(), found.problem());
            return found;
        });
        var model = ScheduleModel.of(gathered.problem());
        var watch = new Watch(roster.id());
        var answer = ScheduleSolver.solve(model, "", new Budget.Moves(gathered.moves()), THREADS, roster.seed(), watch);
        var now = clock.instant();
        boolean ended = Boolean.TRUE.equals(transaction.execute(t -> {
            if (!rosters.end(roster.id(), node, watch.stopped ? Schedule.State.STOPPED : Schedule.State.DONE,
                    watch.moves, answer.objective(), null, now, now.plus(NOTES_LEASE)))
                return false;
            rosters.seat(roster.id(), answer.assignments());
            live.ring("rosters");
            return true;
        }));
        if (ended) notes(roster, model, now);
    }

    /** What a node that died left of a schedule that stands. */
    private boolean nextNotes() {
        var from = clock.instant();
        var left = transaction.execute(t -> rosters.takeNotes(from, from.plus(NOTES_LEASE))).orElse(null);
        if (left == null) return false;
        try {
            notes(left, ScheduleModel
                    .of(ScheduleFile.read(transaction.execute(t -> rosters.problem(left.id())).orElseThrow())), from);
        } catch (RuntimeException failure) {
            log.error("bound and reasons of roster {} could not be worked out", left.id(), failure);
            transaction.executeWithoutResult(t -> rosters.noted(left.id(), null));
        }
        return true;
    }

    /** After the schedule stands, so that nobody waits for it: why places stayed empty, and the bound. */
    private void notes(Schedule roster, ScheduleModel model, Instant from) {
        try (var lease = new LeaseKeeper(clock, from, NOTES_LEASE,
                until -> Boolean.TRUE.equals(transaction.execute(t -> rosters.renewNotes(roster.id(), until))))) {
            lacks(roster);
            double seconds = Math.min(BOUND_SECONDS_MOST,
                    BOUND_SECONDS + BOUND_SECONDS_PER_SEAT * model.problem().shifts().size());
            Long proven = LpBound.of(model, seconds, THREADS);
            transaction.executeWithoutResult(t -> {
                rosters.noted(roster.id(), proven);
                live.ring("rosters");
            });
        }
    }

    private void lacks(Schedule roster) {
        transaction.executeWithoutResult(t -> {
            notes.lacks(roster.id(), plans.lacks(roster, plans.seated(roster.id())));
            live.ring("rosters");
        });
    }

    /**
     * Writes down how far the search is, at most once a second. Called from the search's own threads, which are bound
     * to no tenant.
     */
    private final class Watch implements SearchProgress {

        private final UUID roster;
        private final Scope scope = Tenancy.current().orElseThrow();
        private volatile boolean stopped;
        private volatile long moves;
        private Instant written = Instant.MIN;

        Watch(UUID roster) {
            this.roster = roster;
        }

        @Override
        public void step(long made, long points, Supplier<List<Place>> best) {
            moves = made;
            var now = clock.instant();
            if (written.isAfter(now.minus(BEAT))) return;
            written = now;
            Tenancy.run(scope, () -> transaction.executeWithoutResult(t -> {
                if (!rosters.beat(roster, node, lease(), made, points)) stopped = true;
                else rosters.seat(roster, best.get());
                live.ring("rosters");
            }));
        }

        @Override
        public boolean stop() {
            return stopped;
        }
    }
}
