package org.daywatch.transparency.activitylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.transparency.activitylog.Activity.Details;
import org.daywatch.transparency.activitylog.Activity.Source;
import org.daywatch.transparency.activitylog.timeuse.TimeUse.Group;
import org.daywatch.transparency.activitylog.timeuse.TimeUse.Share;
import org.daywatch.transparency.activitylog.timeuse.TimeUse;
import org.daywatch.transparency.activitylog.weeks.WeekContent;
import org.junit.jupiter.api.Test;

/** The figures of a week answer what a reviewer asks, and say where nothing is known. */
class WeekFiguresTest {

    private static final Instant SEVEN = Instant.parse("2026-11-09T14:00:00Z");
    private static final UUID OFFICER = new UUID(0, 1);

    @Test
    void aClassOfFiftyMinutesIsPointEightThreeHoursAndOneClassPeriod() {
        var cohort = new WeekSums(List.of(line(OFFICER, ActivityKind.LESSON_COHORT, 50))).subject("LRE:COHORT");
        assertThat(cohort.hours()).isEqualTo(0.83);
        assertThat(cohort.count()).isOne();
        assertThat(cohort.minutes()).isEqualTo(50);
    }

    @Test
    void preparationStandsApartFromWhatWasTaught() {
        var sums = new WeekSums(List.of(line(OFFICER, ActivityKind.LESSON_COHORT, 50),
                line(OFFICER, ActivityKind.LESSON_UNIVERSAL, 45), line(OFFICER, ActivityKind.LESSON_PREPARATION, 30)));
        assertThat(sums.subject("LRE:COHORT").minutes() + sums.subject("LRE:UNIVERSAL").minutes()).isEqualTo(95);
        assertThat(sums.subject("LRE:PREPARATION").minutes()).isEqualTo(30);
    }

    @Test
    void timeOnCampusIsAShareOfTheTimePaidRoundedDownAndUnknownWithoutAClock() {
        assertThat(new WeekSums(
                List.of(line(OFFICER, ActivityKind.ON_POST, 1919), line(OFFICER, ActivityKind.OFF_CAMPUS, 481)))
                .percentOnCampus()).isEqualTo(79);
        assertThat(new WeekSums(List.of()).percentOnCampus()).isEqualTo(-1);
    }

    @Test
    void withdrawnLinesCountForNothing() {
        var gone = new Kept(OFFICER, line(OFFICER, ActivityKind.LUNCH, 30), null, null, SEVEN,
                new Kept.Withdrawal(SEVEN, "It was the other school"));
        assertThat(WeekSums.of(List.of(gone)).lines()).isEmpty();
        assertThat(WeekContent.of(List.of(gone)).lines()).isZero();
    }

    @Test
    void theMarkOfWhatIsSignedChangesWithEachLine() {
        var lines = new ArrayList<>(
                List.of(new Kept(OFFICER, line(OFFICER, ActivityKind.LUNCH, 30), null, null, SEVEN, null)));
        var before = WeekContent.of(lines).digest();
        assertThat(WeekContent.of(lines).digest()).isEqualTo(before);
        lines.set(0, new Kept(OFFICER, line(OFFICER, ActivityKind.LUNCH, 31), null, null, SEVEN, null));
        assertThat(WeekContent.of(lines).digest()).isNotEqualTo(before);
    }

    @Test
    void zeroUnknownAndSuppressedAreThreeValues() {
        var worked = TimeUse.of(new WeekSums(
                List.of(line(OFFICER, ActivityKind.ON_POST, 400), line(OFFICER, ActivityKind.LESSON_COHORT, 100))));
        assertThat(worked.shares()).containsEntry(Group.TEACHING, new Share.Known(100, 25))
                .containsEntry(Group.MENTORING, new Share.Zero());
        assertThat(worked.rest()).isEqualTo(new Share.Known(300, 75));
        assertThat(TimeUse.of(new WeekSums(List.of())).shares().values())
                .allMatch(share -> share instanceof Share.Unknown);
        assertThat(TimeUse.together(2, 800, Map.of(ActivityFunction.TRAINING, 100)).shares().values())
                .allMatch(share -> share instanceof Share.Suppressed);
        assertThat(TimeUse.together(3, 1000, Map.of(ActivityFunction.TRAINING, 100)).shares())
                .containsEntry(Group.TEACHING, new Share.Known(100, 10)).containsEntry(Group.OTHER, new Share.Zero());
        assertThat(TimeUse.hidden(Map.of("Ironwood", 1, "Palo Verde", 7, "Saltbush", 4)).places())
                .as("one alone would be what the others leave of the whole")
                .containsExactlyInAnyOrder("Ironwood", "Saltbush");
        assertThat(TimeUse.hidden(Map.of("Ironwood", 5, "Palo Verde", 7)).places()).isEmpty();
        assertThat(TimeUse.hidden(Map.of("Ironwood", 2, "Palo Verde", 0)).whole()).as("nothing to hide it behind")
                .isTrue();
        assertThat(TimeUse.together(0, 0, Map.of()).rest()).isEqualTo(new Share.Unknown());
    }

    @Test
    void whileTheClockRunsNoShareIsKnown() {
        var open = new Activity(OFFICER, OFFICER, OFFICER, LocalDate.of(2026, 11, 9), SEVEN, null, 0,
                ActivityKind.ON_POST, "ON_CAMPUS", "", Details.NONE, Source.CLOCK, "shift 1", "");
        assertThat(TimeUse.of(new WeekSums(List.of(line(OFFICER, ActivityKind.ON_POST, 400), open))).rest())
                .isEqualTo(new Share.Unknown());
    }

    private static Activity line(UUID officer, ActivityKind kind, int minutes) {
        return new Activity(OFFICER, OFFICER, officer, LocalDate.of(2026, 11, 9), SEVEN,
                SEVEN.plus(minutes, ChronoUnit.MINUTES), minutes, kind, kind.subject(), "", Details.NONE, Source.TYPED,
                "", "");
    }
}
