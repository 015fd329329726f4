package org.daywatch.prevention.patrols;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * How one school is walked in one week, drawn from a number that is kept: the same number and the same school give the
 * same week. Every zone comes once a week at least; what is left of a day goes by weight. It knows zones and hours and
 * no person.
 *
 * @param days the school days of the week
 * @param stops a day has, and more where the week could not see every zone otherwise
 * @param before the order of the day before the first; empty where there was none
 */
public record PatrolDraw(long seed, List<Day> days, List<Weighed> zones, int stops, List<UUID> before) {

    /** @param hours at which a walk may begin, each with its weight */
    public record Day(LocalDate day, List<Hour> hours) {}

    public record Hour(int from, int weight) {}

    /** @param weight 1 where nothing more is known of it */
    public record Weighed(UUID zone, int weight) {}

    /** Why a zone is on a day's walk: it was its turn this week, things happen there, or for the walk to vary. */
    public enum Reason {
        WEEKLY, PLACE, VARIETY
    }

    public record Stop(UUID zone, Reason reason) {}

    record Route(LocalDate day, int fromHour, List<Stop> stops) {

        List<UUID> order() {
            return stops.stream().map(Stop::zone).toList();
        }
    }

    List<Route> week() {
        if (zones.isEmpty() || days.isEmpty()) return List.of();
        var random = new Random(seed); // its numbers are laid down by the language: a plan can be drawn again on every machine
        var turns = new ArrayList<>(zones);
        Collections.shuffle(turns, random);
        var routes = new ArrayList<Route>();
        var yesterday = before;
        for (int d = 0; d < days.size(); d++) {
            var chosen = new ArrayList<Stop>();
            for (int i = d; i < turns.size(); i += days.size())
                chosen.add(new Stop(turns.get(i).zone(), Reason.WEEKLY));
            fill(chosen, random);
            Collections.shuffle(chosen, random);
            if (chosen.stream().map(Stop::zone).toList().equals(yesterday) && chosen.size() > 1)
                Collections.swap(chosen, 0, 1 + random.nextInt(chosen.size() - 1));
            var route = new Route(days.get(d).day(), hour(days.get(d).hours(), random), List.copyOf(chosen));
            routes.add(route);
            yesterday = route.order();
        }
        return List.copyOf(routes);
    }

    private void fill(List<Stop> chosen, Random random) {
        var left = new ArrayList<>(zones);
        left.removeIf(z -> chosen.stream().anyMatch(stop -> stop.zone().equals(z.zone())));
        while (chosen.size() < stops && !left.isEmpty()) {
            var next = left.remove(at(left.stream().mapToInt(Weighed::weight).toArray(), random));
            chosen.add(new Stop(next.zone(), next.weight() > 1 ? Reason.PLACE : Reason.VARIETY));
        }
    }

    private static int hour(List<Hour> hours, Random random) {
        return hours.get(at(hours.stream().mapToInt(Hour::weight).toArray(), random)).from();
    }

    /** One of them, the heavier the likelier. */
    private static int at(int[] weights, Random random) {
        int left = random.nextInt(java.util.Arrays.stream(weights).sum());
        int at = 0;
        while (left >= weights[at]) left -= weights[at++];
        return at;
    }
}
