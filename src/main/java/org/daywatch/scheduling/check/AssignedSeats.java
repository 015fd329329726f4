package org.daywatch.scheduling.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.daywatch.scheduling.check.files.ProblemFacts.Seat;
import org.daywatch.scheduling.check.files.ProblemFacts.Shift;
import org.daywatch.scheduling.check.files.ProblemFacts;

/** The answer's assignments that the problem knows, each pair once. */
record AssignedSeats(SortedSet<Seat> all, SortedMap<String, List<Shift>> byOfficer, Map<String, List<String>> byShift) {

    private static final Comparator<Shift> IN_TIME = Comparator.comparingLong(Shift::start).thenComparing(Shift::id);

    static AssignedSeats of(ProblemFacts facts, Collection<Seat> assignments) {
        var all = new TreeSet<Seat>();
        for (var seat : assignments) {
            if (facts.shifts().containsKey(seat.shift()) && facts.officers().containsKey(seat.officer())) all.add(seat);
        }
        var byOfficer = new TreeMap<String, List<Shift>>();
        var byShift = new HashMap<String, List<String>>();
        for (var seat : all) {
            byOfficer.computeIfAbsent(seat.officer(), any -> new ArrayList<>()).add(facts.shifts().get(seat.shift()));
            byShift.computeIfAbsent(seat.shift(), any -> new ArrayList<>()).add(seat.officer());
        }
        byOfficer.values().forEach(shifts -> shifts.sort(IN_TIME));
        return new AssignedSeats(all, byOfficer, byShift);
    }

    List<Shift> of(String officer) {
        return byOfficer.getOrDefault(officer, List.of());
    }

    List<String> at(Shift shift) {
        return byShift.getOrDefault(shift.id(), List.of());
    }

    int open(Shift shift) {
        return Math.max(0, shift.needs() - at(shift).size());
    }
}
