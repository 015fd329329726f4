package org.daywatch.relationships.triage;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who reads tips about a life, round the clock. Turns are hours of days of the week at the district's time; one may end
 * on the next day.
 *
 * @param turns in any order; of two at one time the lower rank is asked first
 */
public record DutyList(ZoneId zone, List<Turn> turns) {

    public DutyList {
        turns = List.copyOf(turns);
    }

    /** @param until later on the same day, or on the next where it is not after {@code from} */
    public record Turn(UUID person, DayOfWeek day, LocalTime from, LocalTime until, int rank) {

        boolean holds(DayOfWeek today, LocalTime time) {
            boolean overnight = !until.isAfter(from);
            if (today == day && !time.isBefore(from) && (overnight || time.isBefore(until))) return true;
            return overnight && today == day.plus(1) && time.isBefore(until);
        }
    }

    /** Who has a turn now, by rank; then everybody else on the list, so that an empty hour is nobody's excuse. */
    public List<UUID> inOrder(Instant now) {
        var there = now.atZone(zone);
        var byRank = Comparator.comparingInt(Turn::rank).thenComparing(Turn::person);
        var order = new LinkedHashSet<UUID>();
        turns.stream().filter(turn -> turn.holds(there.getDayOfWeek(), there.toLocalTime())).sorted(byRank)
                .forEach(turn -> order.add(turn.person()));
        turns.stream().sorted(byRank).forEach(turn -> order.add(turn.person()));
        return List.copyOf(order);
    }

    /** Hours of the week in which nobody has a turn, as days and whole hours of them. */
    public List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        for (var day : DayOfWeek.values())
            for (int hour = 0; hour < 24; hour++) {
                var time = LocalTime.of(hour, 0);
                Set<LocalTime> moments = new LinkedHashSet<>(List.of(time, time.plusMinutes(30), time.plusMinutes(59)));
                if (!moments.stream().allMatch(moment -> turns.stream().anyMatch(turn -> turn.holds(day, moment))))
                    gaps.add(new Gap(day, hour));
            }
        return gaps;
    }

    /** @param hour from 0 to 23 in which at least a part is nobody's */
    public record Gap(DayOfWeek day, int hour) {}
}
