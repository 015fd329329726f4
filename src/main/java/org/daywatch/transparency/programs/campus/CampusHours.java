package org.daywatch.transparency.programs.campus;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.daywatch.directory.BellDay;
import org.daywatch.platform.time.Window;

/**
 * Which minutes of a day of school a rule asks an officer for, and in which of them one was there. Instants are cut to
 * the whole minute. Pure.
 *
 * @param officers how many are asked for at the same time. @param margin minutes before the first and after the last
 * bell
 */
public record CampusHours(int officers, int margin, ZoneId zone) {

    /** One officer at one campus without a break, by the clock. */
    public record Presence(UUID school, UUID officer, Instant from, Instant to) {}

    /**
     * Days on which students come and that are over by then: a day that goes on is not judged. @param there of this
     * school, in any order
     */
    List<CampusDay> days(List<BellDay> bells, List<Presence> there, Predicate<LocalDate> excepted, Instant now) {
        var sorted = there.stream().sorted(Comparator.comparing(Presence::from)).toList();
        var days = new ArrayList<CampusDay>();
        for (var bell : bells) {
            var hours = hours(bell);
            if (hours.end().isAfter(now)) continue;
            var here = sorted.stream().filter(p -> p.from().isBefore(hours.end()) && p.to().isAfter(hours.start()))
                    .toList();
            days.add(new CampusDay(bell.day(), (int) hours.minutes(), minutes(hours, here),
                    here.stream().map(Presence::officer).distinct().toList(), excepted.test(bell.day())));
        }
        return List.copyOf(days);
    }

    private Window hours(BellDay bell) {
        var first = bell.day().atTime(bell.firstBell()).atZone(zone).toInstant();
        var last = bell.day().atTime(bell.lastBell()).atZone(zone).toInstant();
        return new Window(first.minus(margin, MINUTES), last.plus(margin, MINUTES));
    }

    /** Two who are there at once count once where one is asked for. */
    private int minutes(Window hours, List<Presence> here) {
        var cuts = new TreeSet<Instant>(List.of(hours.start(), hours.end()));
        for (var p : here) {
            cuts.add(inside(hours, p.from()));
            cuts.add(inside(hours, p.to()));
        }
        long minutes = 0;
        Instant from = null;
        for (var to : cuts) {
            if (from != null && enough(here, from)) minutes += MINUTES.between(from, to);
            from = to;
        }
        return (int) minutes;
    }

    private boolean enough(List<Presence> here, Instant at) {
        return here.stream()
                .filter(p -> !p.from().truncatedTo(MINUTES).isAfter(at) && p.to().truncatedTo(MINUTES).isAfter(at))
                .map(Presence::officer).distinct().count() >= officers;
    }

    private static Instant inside(Window hours, Instant at) {
        var minute = at.truncatedTo(MINUTES);
        return minute.isBefore(hours.start()) ? hours.start() : minute.isAfter(hours.end()) ? hours.end() : minute;
    }
}
