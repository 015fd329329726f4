package org.daywatch.mentoring.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.daywatch.mentoring.proposals.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which meetings a mentor cannot come to. */
class MeetingTimeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 3);
    private static final List<LocalDate> SCHOOL = MONDAY.datesUntil(MONDAY.plusDays(14))
            .filter(d -> d.getDayOfWeek().getValue() < 6).toList();
    private static final MeetingTime TUESDAYS = time(DayOfWeek.TUESDAY, "10:00", "10:25");

    @ParameterizedTest(name = "there from {0} to {1}: lost {2}")
    @CsvSource({"07:00,15:00,false", "10:00,10:25,false", "10:01,15:00,true", "07:00,10:24,true", "11:00,15:00,true"})
    void theMentorIsThereForAllOfIt(String begins, String ends, boolean lost) {
        var day = MONDAY.plusDays(1);
        var there = Map.of(day, List.of(hours(begins, ends)), day.plusDays(7), List.of(hours("07:00", "15:00")));
        assertThat(TUESDAYS.lost(SCHOOL, there, day.plusDays(7))).isEqualTo(lost ? List.of(day) : List.of());
    }

    @Test
    void whatIsNotPlannedYetIsNotLost() {
        assertThat(TUESDAYS.lost(SCHOOL, Map.of(), MONDAY)).isEmpty();
        assertThat(TUESDAYS.lost(SCHOOL, Map.of(), MONDAY.plusDays(1))).containsExactly(MONDAY.plusDays(1));
        assertThat(TUESDAYS.lost(SCHOOL, Map.of(), LocalDate.MAX)).containsExactly(MONDAY.plusDays(1),
                MONDAY.plusDays(8));
    }

    @Test
    void onADayWithoutSchoolNothingIsLost() {
        assertThat(TUESDAYS.lost(SCHOOL.stream().filter(d -> !d.equals(MONDAY.plusDays(1))).toList(), Map.of(),
                LocalDate.MAX)).containsExactly(MONDAY.plusDays(8));
    }

    @Test
    void ofTwoShiftsOnADayOneIsEnough() {
        var day = MONDAY.plusDays(1);
        assertThat(TUESDAYS.lost(List.of(day), Map.of(day, List.of(hours("06:00", "09:00"), hours("09:30", "12:00"))),
                day)).isEmpty();
        assertThat(TUESDAYS.lost(List.of(day), Map.of(day, List.of(hours("06:00", "10:10"), hours("10:10", "12:00"))),
                day)).as("not for all of it by either").containsExactly(day);
    }

    /** Minute by minute, as one would look at a wall of clocks. */
    @Test
    void tenThousandDrawnWeeksAgreeWithLookingAtEachMinute() {
        var random = new Random(22);
        for (int n = 0; n < 10_000; n++) {
            int from = random.nextInt(420, 880);
            var time = new MeetingTime(new UUID(0, 1), DayOfWeek.of(random.nextInt(1, 6)),
                    new Hours(at(from), at(from + random.nextInt(5, 60))), "Library");
            var there = new HashMap<LocalDate, List<Hours>>();
            for (var day : SCHOOL) for (int s = random.nextInt(3); s > 0; s--) {
                int begins = random.nextInt(360, 900);
                there.computeIfAbsent(day, d -> new ArrayList<>())
                        .add(new Hours(at(begins), at(begins + random.nextInt(10, 480))));
            }
            var planned = SCHOOL.get(random.nextInt(SCHOOL.size()));
            var lost = time.lost(SCHOOL, there, planned);
            for (var day : SCHOOL)
                assertThat(lost.contains(day)).as(time + " " + day + " " + there.get(day) + planned)
                        .isEqualTo(isLost(time, day, there, planned));
        }
    }

    private static boolean isLost(MeetingTime time, LocalDate day, Map<LocalDate, List<Hours>> there,
            LocalDate planned) {
        if (day.getDayOfWeek() != time.weekday() || planned.isBefore(day)) return false;
        for (var shift : there.getOrDefault(day, List.of())) {
            int missed = 0;
            for (var t = time.hours().begins(); t.isBefore(time.hours().ends()); t = t.plusMinutes(1))
                if (t.isBefore(shift.begins()) || !t.isBefore(shift.ends())) missed++;
            if (missed == 0) return false;
        }
        return true;
    }

    private static MeetingTime time(DayOfWeek day, String begins, String ends) {
        return new MeetingTime(new UUID(0, 1), day, hours(begins, ends), "Library");
    }

    private static Hours hours(String begins, String ends) {
        return new Hours(LocalTime.parse(begins), LocalTime.parse(ends));
    }

    private static LocalTime at(int minute) {
        return LocalTime.of(Math.min(minute, 1439) / 60, Math.min(minute, 1439) % 60);
    }
}
