package org.daywatch.transparency.activitylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EventTimes.EventTime;
import org.daywatch.staffing.ClockRecords.ClockRecord;
import org.daywatch.staffing.ClockRecords.Stretch;
import org.daywatch.transparency.activitylog.assembly.ClockLines;
import org.daywatch.transparency.activitylog.assembly.EventLines.Act;
import org.daywatch.transparency.activitylog.assembly.EventLines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clock records and facts become lines, each minute on campus once. */
class AssemblyTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);
    private static final UUID SHIFT = new UUID(0, 1);
    private static final UUID SCHOOL = new UUID(0, 2);
    private static final UUID OFFICER = new UUID(0, 3);
    private static final UUID DISTRICT = new UUID(0, 4);

    @Test
    void anOfficerWhoStayedAllDayHasOneStretchOnCampusWithTheShiftAsItsEvidence() {
        var lines = ClockLines.of(shift("07:00", "15:30"), PHOENIX, List.of());
        assertThat(lines).extracting(Activity::kind, Activity::minutes, Activity::subject, Activity::day)
                .containsExactly(tuple(ActivityKind.ON_POST, 510, "ON_CAMPUS", MONDAY));
        assertThat(lines.getFirst().evidence()).isEqualTo("/shifts/" + SHIFT);
    }

    @Test
    void courtIsOffCampusWithItsReasonAndTheTimeAroundItIsOnCampus() {
        var lines = ClockLines.of(shift("07:00", "15:30", new Stretch(at("09:10"), at("11:25"), "Court, subpoena")),
                PHOENIX, List.of());
        assertThat(lines).extracting(Activity::kind, Activity::minutes, Activity::reason).containsExactly(
                tuple(ActivityKind.ON_POST, 130, ""),
                tuple(ActivityKind.OFF_CAMPUS, 135, "Court, subpoena"), tuple(ActivityKind.ON_POST, 245, ""));
        assertThat(lines.stream().mapToInt(Activity::minutes).sum()).as("every minute once").isEqualTo(510);
    }

    @Test
    void whoLeavesAndIsNotBackBeforeTheirCheckOutWasAwayUntilThen() {
        var lines = ClockLines.of(shift("07:00", "15:30", new Stretch(at("14:00"), null, "Agency call-out")), PHOENIX,
                List.of());
        assertThat(lines).extracting(Activity::kind, Activity::minutes)
                .containsExactly(tuple(ActivityKind.ON_POST, 420), tuple(ActivityKind.OFF_CAMPUS, 90));
    }

    @Test
    void aShiftThatGoesOnCountsNoMinutesYet() {
        assertThat(ClockLines.of(shift("07:00", null), PHOENIX, List.of())).singleElement().satisfies(line -> {
            assertThat(line.goesOn()).isTrue();
            assertThat(line.minutes()).isZero();
        });
    }

    @Test
    void aCheckInTakenBackLeavesNothing() {
        assertThat(ClockLines.of(new ClockRecord(SHIFT, DISTRICT, SCHOOL, OFFICER, OFFICER, "Dana Reyes", null, null,
                List.of(), List.of()), PHOENIX, List.of())).isEmpty();
    }

    @Test
    void anAbsenceTheOfficerWroteDownCutsTheTimeOnCampusToo() {
        var lines = ClockLines.of(shift("07:00", "15:00"), PHOENIX,
                List.of(new Stretch(at("10:00"), at("11:00"), "Training at the agency")));
        assertThat(lines).extracting(Activity::kind, Activity::minutes)
                .containsExactly(tuple(ActivityKind.ON_POST, 180), tuple(ActivityKind.ON_POST, 240));
    }

    @Test
    void timeAsPeaceOfficerLiesInsideTheTimeOnCampus() {
        var record = new ClockRecord(SHIFT, DISTRICT, SCHOOL, OFFICER, OFFICER, "Dana Reyes", at("07:00"), at("15:00"),
                List.of(), List.of(new Stretch(at("12:00"), at("12:50"), "")));
        assertThat(ClockLines.of(record, PHOENIX, List.of())).extracting(Activity::kind, Activity::minutes)
                .containsExactly(tuple(ActivityKind.ON_POST, 480), tuple(ActivityKind.PEACE_OFFICER, 50));
    }

    @Test
    void hearingTheSameTwiceChangesNothing() {
        var lines = ClockLines.of(shift("07:00", "15:30"), PHOENIX, List.of());
        assertThat(Difference.between(kept(lines), ClockLines.of(shift("07:00", "15:30"), PHOENIX, List.of())).isNone())
                .isTrue();
    }

    @Test
    void checkOutEndsTheLineThatWentOnAndWithdrawsNothing() {
        var difference = Difference.between(kept(ClockLines.of(shift("07:00", null), PHOENIX, List.of())),
                ClockLines.of(shift("07:00", "15:30"), PHOENIX, List.of()));
        assertThat(difference.closed()).singleElement().satisfies(c -> assertThat(c.as().minutes()).isEqualTo(510));
        assertThat(difference.withdrawn()).isEmpty();
        assertThat(difference.added()).isEmpty();
    }

    @Test
    void aReversedCheckOutWithdrawsTheLineAndTheNextOneFollowsIt() {
        var before = kept(ClockLines.of(shift("07:00", "15:30"), PHOENIX, List.of()));
        var difference = Difference.between(before, ClockLines.of(shift("07:00", null), PHOENIX, List.of()));
        assertThat(difference.withdrawn()).containsExactlyElementsOf(before);
        assertThat(difference.added()).singleElement()
                .satisfies(a -> assertThat(a.follows()).isEqualTo(before.getFirst()));
    }

    @Test
    void aPunchCorrectedByTheCoordinatorReplacesItsLine() {
        var before = kept(ClockLines.of(shift("07:00", "15:30"), PHOENIX, List.of()));
        var difference = Difference.between(before, ClockLines.of(shift("06:45", "15:30"), PHOENIX, List.of()));
        assertThat(difference.added()).singleElement().satisfies(a -> {
            assertThat(a.what().minutes()).isEqualTo(525);
            assertThat(a.follows()).isEqualTo(before.getFirst());
        });
    }

    @Test
    void anAlertCountsForTheMinutesEachOfficerStoodThere() {
        var event = new EventTime(new UUID(0, 9), DISTRICT, SCHOOL, AlertStatus.ACTUAL, at("09:00"), at("09:40"));
        assertThat(EventLines.ofEvent(event, "alert", List.of(shift("07:00", "15:30"), shift("09:30", null)), PHOENIX))
                .extracting(Activity::kind, Activity::minutes, Activity::evidence)
                .containsExactly(tuple(ActivityKind.ALERT, 40, "/alerts/" + new UUID(0, 9)),
                        tuple(ActivityKind.ALERT, 10, "/alerts/" + new UUID(0, 9)));
    }

    @Test
    void aSilentTestOfThePathIsNobodysWorkAndAnExerciseIsNoAlert() {
        assertThat(
                EventLines.ofEvent(new EventTime(SHIFT, DISTRICT, SCHOOL, AlertStatus.TEST, at("09:00"), at("09:40")),
                        "alert", List.of(shift("07:00", "15:30")), PHOENIX))
                .isEmpty();
        assertThat(EventLines.ofEvent(
                new EventTime(SHIFT, DISTRICT, SCHOOL, AlertStatus.EXERCISE, at("09:00"), at("09:40")), "alert",
                List.of(shift("07:00", "15:30")), PHOENIX))
                .extracting(Activity::kind).containsExactly(ActivityKind.EXERCISE);
    }

    @Test
    void anAgreementAboutAnOfficerCountsForThemAloneAndIsNoWorkOfTheirWeek() {
        var lines = EventLines.ofAct(new Act(SHIFT, DISTRICT, SCHOOL, ActivityKind.AGREEMENT, "AGREEMENT:SERVICE",
                MONDAY, null, 0, List.of(OFFICER), "agreement " + SHIFT, ""));
        assertThat(lines).extracting(Activity::officer, Activity::subject)
                .containsExactly(tuple(OFFICER, "AGREEMENT:SERVICE"));
        assertThat(lines.getFirst().ofTheWeek()).isFalse();
    }

    @Test
    void aDrillCountsOnceForTheSchoolAndNamesEachOfficerWhoWasThere() {
        var lines = EventLines.ofAct(new Act(SHIFT, DISTRICT, SCHOOL, ActivityKind.DRILL, "DRILL:LOCKDOWN", MONDAY,
                at("10:05"), 14, List.of(OFFICER, DISTRICT), "drill " + SHIFT, "/drills/" + SHIFT));
        assertThat(lines).extracting(Activity::officer, Activity::subject, Activity::minutes)
                .containsExactly(tuple(null, "DRILL:LOCKDOWN", 14), tuple(OFFICER, "", 14), tuple(DISTRICT, "", 14));
    }

    private static ClockRecord shift(String from, @Nullable String to, Stretch... away) {
        return new ClockRecord(SHIFT, DISTRICT, SCHOOL, OFFICER, OFFICER, "Dana Reyes", at(from),
                to == null ? null : at(to), List.of(away), List.of());
    }

    private static Instant at(String time) {
        return MONDAY.atTime(LocalTime.parse(time)).atZone(PHOENIX).toInstant();
    }

    private static List<Kept> kept(List<Activity> lines) {
        return lines.stream().map(line -> new Kept(UUID.randomUUID(), line, null, null, Instant.EPOCH, null)).toList();
    }
}
