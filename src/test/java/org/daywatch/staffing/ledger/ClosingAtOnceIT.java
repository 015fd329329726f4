package org.daywatch.staffing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.COVERAGE_DAY;
import static org.daywatch_db.staffing.Tables.COVERAGE_GAP;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent.PresenceConfirmed;
import org.daywatch.staffing.StaffingEvent.ShiftCorrected;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Twelve school days that are over, while two timers close them, the agency corrects punches and the school confirms
 * them.
 */
@DaywatchIT
class ClosingAtOnceIT {

    private static final Instant FIRST = Instant.parse("2026-08-10T14:45:00Z");
    private static final int DAYS = 12;
    private static final int ROUNDS = 40;

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired DayClosing closing;
    @Autowired Facts facts;

    private PostedDay day;
    private final List<UUID> shifts = new ArrayList<>();

    @BeforeEach
    void twelveDaysEachWithAnOfficerWhoCameLate() {
        day = new PostedDay(app);
        var dana = day.officer("Dana Vega");
        for (int i = 0; i < DAYS; i++) {
            Instant start = FIRST.plus(Duration.ofDays(i));
            UUID post = day.post(start);
            UUID id = Ids.next();
            shifts.add(id);
            story.run(day.cast.agency(),
                    () -> db.insertInto(SHIFT).set(SHIFT.AGENCY_ID, day.cast.agency()).set(SHIFT.ID, id)
                            .set(SHIFT.DISTRICT_ID, day.cast.mesquite()).set(SHIFT.SCHOOL_ID, day.school)
                            .set(SHIFT.POST_ID, post)
                            .set(SHIFT.OFFICER_ID, dana.id()).set(SHIFT.PERSON_ID, dana.person())
                            .set(SHIFT.OFFICER_NAME, "Dana Vega")
                            .set(SHIFT.DEPARTMENT_ID, day.cast.department()).set(SHIFT.STARTS_AT, start)
                            .set(SHIFT.ENDS_AT, start.plus(Duration.ofHours(7))).set(SHIFT.STATE, "ENDED")
                            .set(SHIFT.ACCEPTED_AT, TestClock.START)
                            .set(SHIFT.ACCEPTED_BY, "OFFICER")
                            .set(SHIFT.CHECKED_IN_AT, start.plus(Duration.ofMinutes(30)))
                            .set(SHIFT.CHECKED_OUT_AT, start.plus(Duration.ofHours(7)))
                            .set(SHIFT.CHECK_IN_PROOF, "DESK_CODE").execute());
        }
        clock.setTo(FIRST.plus(Duration.ofDays(DAYS)));
    }

    @Test
    void twoTimersAndManyPunchesNeverWaitForEachOtherCrosswiseAndTheFiguresAgreeWithThePunches() throws Exception {
        var workers = new ArrayList<Callable<Void>>();
        for (int closer = 0; closer < 2; closer++)
            workers.add(() -> rounds(r -> story.as(day.cast.agency(), closing::closeDays)));
        for (int writer = 0; writer < 3; writer++) {
            var random = new Random(writer);
            workers.add(() -> rounds(r -> correct(shifts.get(random.nextInt(DAYS)), random.nextInt(60))));
        }
        workers.add(() -> rounds(r -> confirm(shifts.get(r % DAYS))));
        workers.add(() -> rounds(r -> reopenAndForget(r % DAYS)));
        try (var threads = Executors.newFixedThreadPool(workers.size())) {
            var go = new CountDownLatch(workers.size());
            var results = threads.invokeAll(workers.stream().map(w -> (Callable<Void>) () -> {
                go.countDown();
                go.await();
                return w.call();
            }).toList());
            for (var result : results) result.get();
        }
        story.as(day.cast.agency(), closing::closeDays);
        assertThat(lateByTheDays()).isEqualTo(lateByThePunches()).hasSize(DAYS);
    }

    private interface Round {
        void run(int number);
    }

    private Void rounds(Round round) {
        for (int r = 0; r < ROUNDS; r++) round.run(r);
        return null;
    }

    /** As a coordinator's command does: the row, then two facts, the second one told after the chain is held. */
    private void correct(UUID shift, int late) {
        story.run(day.cast.agency(), () -> {
            var row = db.selectFrom(SHIFT).where(SHIFT.ID.eq(shift)).forNoKeyUpdate().fetchSingle();
            Instant in = row.getStartsAt().plus(Duration.ofMinutes(late));
            db.update(SHIFT).set(SHIFT.CHECKED_IN_AT, in).where(SHIFT.ID.eq(shift)).execute();
            var worked = new Window(in, row.getEndsAt());
            facts.tell(List.of(
                    new ShiftCorrected(day.cast.agency(), shift, clock.instant(), row.getPostId(), row.getOfficerId(),
                            day.school, worked, "The desk book says so"),
                    new PresenceConfirmed(day.cast.agency(), shift, clock.instant(), day.school)));
        });
    }

    private void confirm(UUID shift) {
        story.run(day.cast.mesquite(),
                () -> facts.tell(new PresenceConfirmed(day.cast.agency(), shift, clock.instant(), day.school)));
    }

    /** A day nobody has closed yet, again and again, so that the timers never run out of work. */
    private void reopenAndForget(int number) {
        story.run(day.cast.agency(), () -> db.deleteFrom(COVERAGE_DAY)
                .where(COVERAGE_DAY.DAY.eq(FIRST.plus(Duration.ofDays(number)).atZone(PostedDay.ZONE).toLocalDate()))
                .execute());
    }

    private List<Integer> lateByTheDays() {
        return story.as(day.cast.agency(), () -> db.select(COVERAGE_DAY.UNCOVERED_MINUTES).from(COVERAGE_DAY)
                .where(COVERAGE_DAY.SCHOOL_ID.eq(day.school)).orderBy(COVERAGE_DAY.DAY)
                .fetch(COVERAGE_DAY.UNCOVERED_MINUTES));
    }

    private List<Integer> lateByThePunches() {
        return story.as(day.cast.agency(), () -> IntStream.range(0, DAYS).mapToObj(i -> {
            var row = db.selectFrom(SHIFT).where(SHIFT.ID.eq(shifts.get(i))).fetchSingle();
            int late = (int) Duration.between(row.getStartsAt(), row.getCheckedInAt()).toMinutes();
            int gap = db.selectFrom(COVERAGE_GAP).where(COVERAGE_GAP.POST_ID.eq(row.getPostId())).fetch().stream()
                    .mapToInt(g -> (int) Duration.between(g.getStartsAt(), g.getEndsAt()).toMinutes()).sum();
            assertThat(gap).as("the gap register of day %d", i).isEqualTo(late);
            return late;
        }).toList());
    }
}
