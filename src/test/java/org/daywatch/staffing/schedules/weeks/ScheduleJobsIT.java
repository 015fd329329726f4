package org.daywatch.staffing.schedules.weeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.staffing.Tables.ROSTER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.engine.ScheduleSolver;
import org.daywatch.scheduling.engine.SearchProgress;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A week is asked for, worked out, stopped, taken over. */
@DaywatchIT
class ScheduleJobsIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired ScheduleCommands commands;
    @Autowired ScheduleStore store;
    @Autowired TransactionTemplate transaction;

    private ScheduleWeek week;

    @BeforeEach
    void aWeekStandsOpen() {
        clock.setTo(TestClock.START);
        week = new ScheduleWeek(app);
    }

    @Test
    void everyPostOfTheWeekHasALawfulOfficerAndTheIndependentCheckerAgrees() {
        var id = week.filled();
        var roster = week.roster(id);
        assertThat(roster.state()).isEqualTo(Schedule.State.DONE);
        assertThat(roster.seats()).isEqualTo(10);
        var places = week.places(id);
        assertThat(places).hasSize(10).extracting(ScheduleStore.Seated::post)
                .containsExactlyInAnyOrderElementsOf(week.posts);

        byte[] problem = week.problem(id).getBytes(StandardCharsets.UTF_8);
        var again = ScheduleSolver.solve(ScheduleFile.read(problem), ScheduleFile.sha256(problem),
                new Budget.Moves(roster.moves()), 1, roster.seed(), SearchProgress.SILENT);
        assertThat(again.assignments()).as("the stored places are what the same problem, seed and moves give")
                .extracting(p -> p.shift() + " " + p.officer())
                .containsExactlyInAnyOrderElementsOf(places.stream().map(p -> p.post() + " " + p.officer()).toList());
        var report = ScheduleChecker.check(problem, AnswerFile.write(again, ScheduleProblem.Kind.WORTH));
        assertThat(report.violations()).isEmpty();
        assertThat(again.objective()).isEqualTo(roster.points());
    }

    @Test
    void askingTwiceWhileItWaitsIsAskingOnce() {
        assertThat(week.fill()).isEqualTo(week.fill());
        assertThat(week.work()).isTrue();
        assertThat(week.work()).isFalse();
    }

    @Test
    void twoClicksAtTheSameMomentAskForOneRoster() throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var asked = List.of(1, 2).stream().map(n -> threads.submit((Callable<UUID>) () -> {
                start.await();
                return week.fill();
            })).toList();
            assertThat(asked.get(0).get()).isEqualTo(asked.get(1).get());
        }
        assertThat(week.work()).isTrue();
        assertThat(week.work()).isFalse();
    }

    @Test
    void boundAndReasonsThatADeadNodeLeftAreWorkedOutLater() {
        var id = week.filled();
        story.run(week.agency(), () -> db.update(ROSTER).setNull(ROSTER.BOUND)
                .set(ROSTER.NOTES_UNTIL, clock.instant().plusSeconds(60)).where(ROSTER.ID.eq(id)).execute());
        assertThat(week.work()).as("its lease holds").isFalse();
        assertThat(week.roster(id).gapPercent()).as("not yet known, and not zero").isNull();
        clock.move(Duration.ofSeconds(61));
        assertThat(week.work()).isTrue();
        assertThat(week.roster(id).bound()).isNotNull();
        assertThat(week.work()).isFalse();
    }

    @Test
    void whoeverStopsItKeepsTheBestSoFar() {
        var id = week.fill();
        Tenancy.run(Scope.system(week.agency()), () -> commands.stop(id));
        week.work();
        assertThat(week.roster(id).state()).isEqualTo(Schedule.State.STOPPED);
        assertThat(week.places(id)).isNotEmpty();
    }

    @Test
    void aRosterWhoseNodeDiedIsTakenOverAfterItsLeaseAndNotBefore() {
        var id = week.fill();
        week.diedAt(id, clock.instant().plusSeconds(20));
        assertThat(week.work()).isFalse();
        clock.move(Duration.ofSeconds(21));
        assertThat(week.work()).isTrue();
        assertThat(week.roster(id).state()).isEqualTo(Schedule.State.DONE);
        assertThat(week.places(id)).hasSize(10);
    }

    @Test
    void aNodeThatGathersForLongerThanItsLeaseKeepsItsRoster() throws Exception {
        var id = week.fill();
        try (var threads = Executors.newFixedThreadPool(1)) {
            var work = story.as(week.agency(), () -> {
                db.execute("lock table staffing.standing_consent in access exclusive mode"); // what gathering reads, so that it waits
                var begun = threads.submit((Callable<Boolean>) week::work);
                for (int part = 0; part < 4; part++) {
                    clock.move(Duration.ofSeconds(25));
                    await(() -> leaseOf(id) != null && leaseOf(id).isAfter(clock.instant().plusSeconds(20)));
                    assertThat(store.take("another node", clock.instant(), clock.instant().plusSeconds(30)))
                            .as("after %d seconds", 25 * part + 25).isEmpty();
                }
                return begun;
            });
            assertThat(work.get()).isTrue();
        }
        assertThat(week.roster(id).state()).isEqualTo(Schedule.State.DONE);
    }

    private Instant leaseOf(UUID id) {
        return db.select(ROSTER.LEASE_UNTIL).from(ROSTER).where(ROSTER.ID.eq(id)).fetchOne(ROSTER.LEASE_UNTIL);
    }

    private static void await(BooleanSupplier seen) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).as("a minute is enough").isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void twoNodesNeverTakeTheSame() throws Exception {
        var id = week.fill();
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var tries = List.of("one", "two").stream().map(node -> threads.submit((Callable<Boolean>) () -> {
                start.await();
                return Tenancy
                        .as(Scope.system(week.agency()),
                                () -> transaction.execute(
                                        t -> store.take(node, clock.instant(), clock.instant().plusSeconds(30))))
                        .isPresent();
            })).toList();
            assertThat(List.of(tries.get(0).get(), tries.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(week.roster(id).state()).isEqualTo(Schedule.State.RUNNING);
    }

    @Test
    void aWeekOfAnotherAgencyIsNotThere() {
        var id = week.filled();
        var other = new ScheduleWeek(app);
        assertThatThrownBy(() -> other.roster(id)).isInstanceOf(NotFound.class);
    }

    @Test
    void daysTheWrongWayRoundAreNamed() {
        assertThatThrownBy(() -> week.as(() -> commands.fill(ScheduleWeek.SUNDAY, ScheduleWeek.MONDAY, 1, (UUID) null)))
                .isInstanceOf(InvalidInput.class);
    }
}
