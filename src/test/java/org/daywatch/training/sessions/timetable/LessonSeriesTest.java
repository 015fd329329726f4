package org.daywatch.training.sessions.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.training.sessions.timetable.LessonSeries.Reason;
import org.daywatch.training.sessions.timetable.LessonSeries.Skipped;
import org.daywatch.training.sessions.timetable.LessonSeries.Wish;
import org.daywatch.training.sessions.timetable.SchoolTimetable.Outside;
import org.junit.jupiter.api.Test;

/** "This class, ten lessons, every Tuesday in period 3". */
class LessonSeriesTest {

    private static final Campus SCHOOL = new Campus(new UUID(1, 1), new UUID(1, 2), "Ocotillo High", "AZ",
            SchoolLevel.HIGH, ZoneId.of("America/Phoenix"));
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 3);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 18);
    private static final List<ClassPeriod> PERIODS = List.of(
            new ClassPeriod("3", LocalTime.of(9, 56), LocalTime.of(10, 46)),
            new ClassPeriod("6", LocalTime.of(13, 30), LocalTime.of(14, 20)));

    @Test
    void everyTuesdayInPeriodThreeSkipsTheHoliday() {
        var plan = LessonSeries.of(wish(TUESDAY, 4, Set.of(DayOfWeek.TUESDAY), "3", 9, 56, 10, 46),
                table(TUESDAY.plusDays(7)), slot -> false);
        assertThat(plan.slots()).extracting(Slot::day).containsExactly(TUESDAY, TUESDAY.plusDays(14),
                TUESDAY.plusDays(21), TUESDAY.plusDays(28));
        assertThat(plan.slots()).extracting(Slot::period).containsOnly("3");
        assertThat(plan.slots().getFirst().from()).isEqualTo("2026-11-03T16:56:00Z");
        assertThat(plan.skipped()).containsExactly(new Skipped(TUESDAY.plusDays(7), Reason.NO_SCHOOL));
        assertThat(plan.missing()).isZero();
    }

    @Test
    void onADayOfEarlyReleaseTheLastPeriodDoesNotFit() {
        var plan = LessonSeries.of(wish(TUESDAY, 3, Set.of(DayOfWeek.WEDNESDAY), "6", 13, 30, 14, 20), table(),
                slot -> false);
        assertThat(plan.skipped()).contains(new Skipped(TUESDAY.plusDays(1), Reason.AFTER_BELLS));
        assertThat(plan.slots()).extracting(Slot::day).doesNotContain(TUESDAY.plusDays(1)).hasSize(3);
    }

    @Test
    void aDayOnWhichTheTeacherOrTheClassIsTakenIsSkippedAndTheNextOneTakesItsPlace() {
        var plan = LessonSeries.of(wish(TUESDAY, 2, Set.of(DayOfWeek.TUESDAY), "3", 9, 56, 10, 46), table(),
                slot -> slot.day().equals(TUESDAY));
        assertThat(plan.skipped()).containsExactly(new Skipped(TUESDAY, Reason.TAKEN));
        assertThat(plan.slots()).extracting(Slot::day).containsExactly(TUESDAY.plusDays(7), TUESDAY.plusDays(14));
    }

    @Test
    void severalWeekdaysFollowOneAnother() {
        var plan = LessonSeries.of(wish(TUESDAY, 5, Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), "3", 9, 56, 10, 46),
                table(), slot -> false);
        assertThat(plan.slots()).extracting(s -> s.day().getDayOfWeek()).containsExactly(DayOfWeek.TUESDAY,
                DayOfWeek.THURSDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.TUESDAY);
    }

    @Test
    void theYearEndsAndWhatFindsNoDayIsCounted() {
        var plan = LessonSeries.of(wish(TUESDAY, 10, Set.of(DayOfWeek.TUESDAY), "3", 9, 56, 10, 46), table(),
                slot -> false);
        assertThat(plan).extracting(p -> p.slots().size(), LessonSeries.Plan::missing).containsExactly(7, 3);
    }

    @Test
    void outsideTheBellsIsBeforeTheFirstAfterTheLastOrOnADayWithoutAny() {
        var table = table(TUESDAY.plusDays(7));
        assertThat(table.outside(TUESDAY, LocalTime.of(7, 0), LocalTime.of(7, 45))).contains(Outside.BEFORE_BELLS);
        assertThat(table.outside(TUESDAY, LocalTime.of(14, 40), LocalTime.of(15, 10))).contains(Outside.AFTER_BELLS);
        assertThat(table.outside(TUESDAY.plusDays(7), LocalTime.of(9, 0), LocalTime.of(9, 45)))
                .contains(Outside.NO_SCHOOL);
        assertThat(table.outside(TUESDAY, LocalTime.of(8, 0), LocalTime.of(15, 0))).isEmpty();
        var unknown = new SchoolTimetable(SCHOOL, PERIODS, Map.of(), false);
        assertThat(unknown.outside(TUESDAY, LocalTime.of(5, 0), LocalTime.of(6, 0)))
                .as("no calendar, nothing to refuse for").isEmpty();
    }

    private static Wish wish(LocalDate first, int lessons, Set<DayOfWeek> weekdays, String period, int h1, int m1,
            int h2, int m2) {
        return new Wish(first, weekdays, lessons, period, LocalTime.of(h1, m1), LocalTime.of(h2, m2), LAST);
    }

    /** Weekdays 8:00 to 15:00; the first Wednesday ends at noon. */
    private static SchoolTimetable table(LocalDate... off) {
        var bells = new HashMap<LocalDate, BellDay>();
        for (var day = TUESDAY.minusDays(1); !day.isAfter(LAST); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() > 5 || List.of(off).contains(day)) continue;
            boolean early = day.equals(TUESDAY.plusDays(1));
            bells.put(day, new BellDay(SCHOOL.id(), day, early ? DayKind.EARLY_RELEASE : DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(early ? 12 : 15, 0), false));
        }
        return new SchoolTimetable(SCHOOL, PERIODS, bells, true);
    }
}
