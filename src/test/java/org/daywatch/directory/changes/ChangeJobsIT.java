package org.daywatch.directory.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.CHANGE_JOB;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.CalendarConsequences.Followed;
import org.daywatch.directory.changes.ChangeJobs.State;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A change over many schools says how far it is; one over a few is simply done. */
@DaywatchIT
class ChangeJobsIT {

    private static final int MANY = 3_000;
    private static final int YEAR = 400;

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired ChangeJobs jobs;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private Visitor.Visit coordinator;

    @BeforeEach
    void anAgency() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
    }

    @Test
    void fewSchoolsAreDoneWhenTheClickReturns() {
        var done = new CountDownLatch(1);
        assertThat(Tenancy.as(Scope.system(cast.agency()), () -> jobs.carryOut(40, YEAR, "/schools", done::countDown)))
                .isEmpty();
        assertThat(done.getCount()).isZero();
    }

    @Test
    void manySchoolsShowHowFarItIsAndWhereToGoOnAfterwards() {
        var goOn = new CountDownLatch(1);
        var id = begin(() -> {
            Followed.schools(1_200);
            wait(goOn);
            Followed.schools(1_800);
        });
        await(() -> get(id).done() == 1_200);
        assertThat(coordinator.get("/calendars/changes/" + id).body()).contains("1,200 of 3,000", "every 1s")
                .doesNotContain("Calendar changed for");
        clock.move(Duration.ofSeconds(25)); // its lease is kept
        await(() -> lease(id).isAfter(clock.instant().plusSeconds(20)));
        goOn.countDown();
        await(() -> !get(id).running());
        assertThat(coordinator.get("/calendars/changes/" + id).body())
                .contains("Calendar changed for 3,000 schools. The posts were updated.", "href=\"/schools\"")
                .doesNotContain("every 1s");
    }

    @Test
    void oneThatFailsSaysThatNothingWasChanged() {
        var id = begin(() -> {
            throw new IllegalStateException("the disk is full");
        });
        await(() -> !get(id).running());
        assertThat(get(id).state()).isEqualTo(State.FAILED);
        assertThat(coordinator.get("/calendars/changes/" + id).body()).contains("The change failed",
                "Nothing was changed.");
    }

    @Test
    void oneWhoseProcessDiedIsNoLongerWaitedFor() {
        var id = UUID.randomUUID();
        story.run(cast.agency(),
                () -> db.insertInto(CHANGE_JOB).set(CHANGE_JOB.TENANT_ID, cast.agency()).set(CHANGE_JOB.ID, id)
                        .set(CHANGE_JOB.BACK, "/schools").set(CHANGE_JOB.STATE, "RUNNING")
                        .set(CHANGE_JOB.TOTAL, MANY).set(CHANGE_JOB.STARTED_AT, clock.instant())
                        .set(CHANGE_JOB.LEASE_UNTIL, clock.instant().plusSeconds(30)).execute());
        assertThat(get(id).running()).isTrue();
        clock.move(Duration.ofSeconds(31));
        assertThat(get(id).state()).isEqualTo(State.FAILED);
    }

    @Test
    void anotherAgencyDoesNotFindIt() {
        var id = begin(() -> {});
        var other = story.cast();
        assertThat(visitor.signedIn(other.coordinator(), other.agency(), Role.COORDINATOR)
                .get("/calendars/changes/" + id).statusCode()).isEqualTo(404);
    }

    private UUID begin(Runnable change) {
        return Tenancy.as(Scope.system(cast.agency()), () -> jobs.carryOut(MANY, YEAR, "/schools", change))
                .orElseThrow();
    }

    private ChangeJobs.Job get(UUID id) {
        return Tenancy.as(Scope.system(cast.agency()), () -> jobs.get(id));
    }

    private java.time.Instant lease(UUID id) {
        return story.as(cast.agency(), () -> db.select(CHANGE_JOB.LEASE_UNTIL).from(CHANGE_JOB)
                .where(CHANGE_JOB.ID.eq(id)).fetchSingle(CHANGE_JOB.LEASE_UNTIL));
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier seen) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).as("a minute is enough").isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
