package org.daywatch.transparency.programs.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.transparency.programs.meters.ShareMeter.Clocked;
import org.junit.jupiter.api.Test;

/** What is not hours: the share on campus, quarters, weekly logs, and what is due so many days after a start. */
class DaysAndWeeksTest {

    private static final LocalDate AUGUST_3 = LocalDate.of(2026, 8, 3);
    private static final YearDays YEAR = YearDays
            .of(AUGUST_3.datesUntil(LocalDate.of(2027, 5, 21)).filter(d -> d.getDayOfWeek().getValue() <= 5).toList());

    private static ShareMeter share(long on, long paid) {
        var away = new TreeMap<String, Long>();
        if (paid > on) away.put("COURT", paid - on);
        return ShareMeter.of(Rules.of(Kind.SHARE, "ON_CAMPUS", Counting.PERCENT, 80, "percent"),
                new Clocked(on, paid, on, paid, away), AUGUST_3);
    }

    @Test
    void eightyPerCentExactlyIsEnoughAndAMinuteLessIsNeverShownAsEighty() {
        assertThat(share(2592, 3240).standing()).isEqualTo(Standing.ON_PACE);
        assertThat(share(2592, 3240).spare()).isZero();
        assertThat(share(3071, 3840).standing()).isEqualTo(Standing.BEHIND);
        assertThat(share(3071, 3840).perMille()).isEqualTo(799);
        assertThat(share(3071, 3840).spare()).as("a minute too many away").isEqualTo(-1);
    }

    @Test
    void withoutAPaidMinuteTheShareIsUnknownAndReasonsAreKept() {
        assertThat(share(0, 0).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(share(90, 100).away()).containsExactlyEntriesOf(new TreeMap<>(java.util.Map.of("COURT", 10L)));
        assertThat(share(0, 100).standing()).as("zero is known").isEqualTo(Standing.BEHIND);
    }

    @Test
    void aQuarterIsHeldOpenMissedOrComing() {
        var team = Rules.of(Kind.MEETING, "MEETING:SAFETY_TEAM", Counting.QUARTER, 1, "meetings");
        var quarters = Quarter.of(team, YEAR, Rules.days("2026-09-30", "2027-01-04"), LocalDate.of(2026, 11, 17));
        assertThat(quarters).extracting(Quarter::state).containsExactly(Quarter.State.HELD, Quarter.State.OPEN,
                Quarter.State.COMING, Quarter.State.COMING);
        assertThat(Quarter.of(team, YEAR, List.of(), LocalDate.of(2027, 1, 1)).get(1).state())
                .isEqualTo(Quarter.State.MISSED);
        assertThat(quarters.getFirst().from()).isEqualTo(AUGUST_3);
        assertThat(quarters.getLast().to()).isEqualTo(LocalDate.of(2027, 5, 20));
    }

    @Test
    void aWeeksLogIsMissingFromTheMondayAfterIt() {
        var duty = Set.of(AUGUST_3, AUGUST_3.plusWeeks(1));
        assertThat(logs(duty, Set.of(), LocalDate.of(2026, 8, 9)).missing()).as("on its Sunday").isEmpty();
        assertThat(logs(duty, Set.of(), LocalDate.of(2026, 8, 10)).missing()).containsExactly(AUGUST_3);
        assertThat(logs(duty, Set.of(AUGUST_3), LocalDate.of(2026, 8, 17)).missing())
                .containsExactly(AUGUST_3.plusWeeks(1));
        assertThat(logs(Set.of(), Set.of(), AUGUST_3).standing()).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aLogSignedOnTheMondayAfterItsWeekIsLateAndOneSignedOnItsSundayIsNot() {
        var first = AUGUST_3;
        var second = AUGUST_3.plusWeeks(1);
        var signed = LogWeeks.of(Set.of(first, second), Set.of(first, second),
                Map.of(first, first.plusDays(6), second, second.plusDays(7)), 6, LocalDate.of(2026, 9, 1));
        assertThat(signed.late()).containsExactly(Map.entry(second, second.plusDays(7)));
        assertThat(signed.missing()).as("late, and not missing any more").isEmpty();
        assertThat(signed.standing()).as("what came late cannot be made good").isEqualTo(Standing.ON_PACE);
    }

    @Test
    void noLogIsLateWhereNoRuleSaysByWhenAndNoneWhileItIsNotSigned() {
        var longAfter = Map.of(AUGUST_3, AUGUST_3.plusDays(90));
        assertThat(LogWeeks.of(Set.of(AUGUST_3), Set.of(AUGUST_3), longAfter, null, LocalDate.of(2027, 1, 1)).late())
                .isEmpty();
        assertThat(LogWeeks.of(Set.of(AUGUST_3), Set.of(), longAfter, 6, LocalDate.of(2027, 1, 1)).late())
                .as("opened again by a correction").isEmpty();
    }

    private static LogWeeks logs(Set<LocalDate> duty, Set<LocalDate> signed, LocalDate asOf) {
        return LogWeeks.of(duty, signed, Map.of(), null, asOf);
    }

    @Test
    void theThirtiethDayAfterTheStartIsTheLastInTime() {
        var rule = Rules.of(Kind.CLOCK, "AGREEMENT:SERVICE", Counting.DAYS_AFTER, 30, "days");
        var last = LocalDate.of(2026, 9, 2);
        assertThat(StartDue.of(rule, AUGUST_3, null, last).state()).isEqualTo(StartDue.State.OPEN);
        assertThat(StartDue.of(rule, AUGUST_3, null, last.plusDays(1)).state()).isEqualTo(StartDue.State.OVERDUE);
        assertThat(StartDue.of(rule, AUGUST_3, last, last).state()).isEqualTo(StartDue.State.IN_TIME);
        assertThat(StartDue.of(rule, AUGUST_3, last.plusDays(1), last.plusDays(9)).state())
                .isEqualTo(StartDue.State.LATE);
        assertThat(StartDue.of(rule, AUGUST_3, last.plusDays(1), last).state()).as("signed tomorrow is not signed")
                .isEqualTo(StartDue.State.OPEN);
        assertThat(StartDue.of(rule, AUGUST_3, null, last).daysLeft(last.minusDays(3))).isEqualTo(3);
    }
}
