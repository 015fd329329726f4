package org.daywatch.planning.meetings.meeting;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.daywatch.planning.meetings.team.SeatRule.Needed;
import org.daywatch.planning.meetings.team.SeatRule.Place;
import org.daywatch.planning.meetings.team.SeatRule;
import org.daywatch.planning.meetings.team.TeamRole;
import org.jspecify.annotations.Nullable;

/**
 * Whether everybody was there whom the rules demand, seat by seat. There is quorum when every needed seat was filled
 * and, at some time of the meeting, all of them at once.
 *
 * @param together minutes in which all needed seats were filled at once; null where no rule demands one
 */
public record Quorum(List<Seat> seats, @Nullable Integer together) {

    /** Somebody who was there. @param came null: from the beginning. @param went null: to the end */
    public record Present(TeamRole role, String name, @Nullable LocalTime came, @Nullable LocalTime went) {}

    public enum SeatState { FILLED, MISSING, NOT_NEEDED }

    /** @param who those who filled it, or as many as came */
    public record Seat(SeatRule rule, SeatState state, List<Present> who) {}

    /** @param funded roles the program pays for. @param team roles that somebody has on the team, there or not */
    public static Quorum of(Collection<SeatRule> rules, Collection<Present> present, Set<TeamRole> funded,
            Set<TeamRole> team, LocalTime from, LocalTime to) {
        var seats = rules.stream().filter(rule -> rule.place() == Place.MEETING)
                .map(rule -> seat(rule, present, funded, team)).toList();
        var needed = seats.stream().filter(seat -> seat.state() != SeatState.NOT_NEEDED).toList();
        return new Quorum(seats, needed.isEmpty() ? null : together(needed, from, to));
    }

    public boolean reached() {
        return seats.stream().noneMatch(seat -> seat.state() == SeatState.MISSING)
                && (together == null || together > 0);
    }

    public List<Seat> missing() {
        return seats.stream().filter(seat -> seat.state() == SeatState.MISSING).toList();
    }

    private static Seat seat(SeatRule rule, Collection<Present> present, Set<TeamRole> funded, Set<TeamRole> team) {
        var who = present.stream().filter(p -> rule.roles().contains(p.role())).toList();
        boolean needed = rule.needed() == Needed.ALWAYS
                || rule.roles().stream().anyMatch((rule.needed() == Needed.IF_FUNDED ? funded : team)::contains);
        var state = who.size() >= rule.seats() ? SeatState.FILLED : needed ? SeatState.MISSING : SeatState.NOT_NEEDED;
        return new Seat(rule, state, who);
    }

    /** Between two moments at which somebody came or went, nothing changes: each such stretch is looked at once. */
    private static int together(List<Seat> needed, LocalTime from, LocalTime to) {
        var moments = new TreeSet<LocalTime>(List.of(from, to));
        for (var seat : needed) {
            for (var p : seat.who()) {
                if (p.came() != null && p.came().isAfter(from) && p.came().isBefore(to)) moments.add(p.came());
                if (p.went() != null && p.went().isAfter(from) && p.went().isBefore(to)) moments.add(p.went());
            }
        }
        var at = new ArrayList<>(moments);
        int minutes = 0;
        for (int i = 0; i + 1 < at.size(); i++) {
            var begin = at.get(i);
            if (needed.stream().allMatch(
                    seat -> seat.who().stream().filter(p -> there(p, begin)).count() >= seat.rule().seats())) {
                minutes += (int) java.time.Duration.between(begin, at.get(i + 1)).toMinutes();
            }
        }
        return minutes;
    }

    private static boolean there(Present p, LocalTime at) {
        return (p.came() == null || !p.came().isAfter(at)) && (p.went() == null || p.went().isAfter(at));
    }
}
