package org.daywatch.scheduling.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daywatch.scheduling.engine.limits.FixedWork;
import org.daywatch.scheduling.engine.limits.HourRule;
import org.daywatch.scheduling.engine.limits.IntList;
import org.daywatch.scheduling.engine.limits.OfficerHours;
import org.daywatch.scheduling.engine.limits.OfficerSlots;
import org.daywatch.scheduling.engine.limits.PairRows;
import org.daywatch.scheduling.engine.limits.Slots;
import org.daywatch.scheduling.problem.ScheduleProblem.Department;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;
import org.daywatch.scheduling.problem.ScheduleProblem.School;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** Compiles a problem: sorts by id, asks the rules that concern one officer and one seat, and numbers what passes. */
final class ModelBuilder {

    final ScheduleProblem problem;
    final Instant origin;
    final List<Shift> shifts;
    final List<Officer> officers;
    final Map<String, Department> departments;
    final Map<String, List<Policy>> policies;
    int[] seatShift = {};
    int[] seatStart = {};
    int[] seatEnd = {};
    int[] seatSchool = {};
    int[] seatPairs = {};
    int[] pinnedPair = {};
    int[] pairSeat = {};
    int[] pairOfficer = {};
    long[] pairPoints = {};
    OfficerSlots numbers = OfficerSlots.NONE;
    HourRule[][] rules = {};
    int[] credited = {};
    int[] mostDays = {};
    boolean[] core = {};
    boolean narrowed;

    private final int mostPairs;
    private final Slots slots;
    private final Map<String, Integer> officerIndex = new HashMap<>();
    private final Map<String, School> schools;
    private final Map<String, List<String>> pins = new HashMap<>();
    private final Map<String, Set<String>> published;
    private OfficerHours[] hours = {};
    private int[] windowOf = {}; // shift → number of its hours, equal hours sharing one
    private int windows;

    /** @param mostPairs beyond which each seat keeps but a share of its candidates */
    ModelBuilder(ScheduleProblem problem, int mostPairs) {
        this.problem = problem;
        this.mostPairs = mostPairs;
        origin = problem.first().minusDays(31).atStartOfDay(ZoneOffset.UTC).toInstant();
        slots = new Slots(origin, problem.first(), problem.last());
        shifts = problem.shifts().stream().sorted(Comparator.comparing(Shift::id)).toList();
        officers = problem.officers().stream().sorted(Comparator.comparing(Officer::id)).toList();
        departments = problem.departments().stream().collect(Collectors.toMap(Department::id, Function.identity()));
        policies = problem.policies().stream().filter(Policy::hard).collect(Collectors.groupingBy(Policy::id));
        schools = problem.schools().stream().collect(Collectors.toMap(School::id, Function.identity()));
        problem.pins().stream().sorted()
                .forEach(p -> pins.computeIfAbsent(p.shift(), s -> new ArrayList<>()).add(p.officer()));
        published = problem.published().stream()
                .collect(Collectors.groupingBy(Place::shift, Collectors.mapping(Place::officer, Collectors.toSet())));
        for (int o = 0; o < officers.size(); o++) officerIndex.put(officers.get(o).id(), o);
    }

    ScheduleModel build() {
        numberSeats();
        officersAlone();
        pairs();
        return new ScheduleModel(this);
    }

    private void numberSeats() {
        var schoolIndex = new TreeMap<String, Integer>();
        problem.schools().stream().map(School::id).sorted().forEach(id -> schoolIndex.put(id, schoolIndex.size()));
        var seatShifts = new IntList();
        for (int i = 0; i < shifts.size(); i++) {
            for (int n = 0; n < shifts.get(i).needs(); n++) seatShifts.add(i);
        }
        seatShift = seatShifts.toArray();
        seatStart = Arrays.stream(seatShift).map(i -> FixedWork.minute(shifts.get(i).window().start(), origin))
                .toArray();
        seatEnd = Arrays.stream(seatShift).map(i -> FixedWork.minute(shifts.get(i).window().end(), origin)).toArray();
        seatSchool = Arrays.stream(seatShift).map(i -> schoolIndex.get(shifts.get(i).school())).toArray();
        var numbers = new HashMap<List<Object>, Integer>();
        windowOf = shifts.stream()
                .mapToInt(s -> numbers.computeIfAbsent(List.of(s.window(), s.day()), w -> numbers.size())).toArray();
        windows = numbers.size();
        core = new boolean[officers.size() * problem.schools().size()];
        problem.schools().forEach(s -> s.core().stream().map(officerIndex::get).filter(o -> o != null)
                .forEach(o -> core[o * problem.schools().size() + schoolIndex.get(s.id())] = true));
    }

    private void officersAlone() {
        credited = officers.stream().mapToInt(o -> Math.toIntExact(o.history().credited().toMinutes())).toArray();
        mostDays = officers.stream()
                .mapToInt(o -> o.wishes().mostDays() == null ? Integer.MAX_VALUE : o.wishes().mostDays()).toArray();
        hours = officers
                .stream().map(o -> new OfficerHours(slots, o,
                        o.department() == null ? null : departments.get(o.department()), policies))
                .toArray(OfficerHours[]::new);
        rules = Arrays.stream(hours).map(OfficerHours::rules).toArray(HourRule[][]::new);
    }

    private record Candidate(int officer, int slot, long points) {
        private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingLong(Candidate::points).reversed()
                .thenComparingInt(Candidate::officer);
    }

    private void pairs() {
        var points = new PairPoints(problem, schools, published);
        var qualified = new HashMap<List<Object>, BitSet>();
        var known = new int[officers.size()][];
        var rows = new PairRows(seatShift, mostPairs);
        pinnedPair = new int[seatShift.length];
        Arrays.fill(pinnedPair, -1);
        var pinned = new BitSet();
        int seat = 0;
        for (int i = 0; i < shifts.size(); i++) {
            var shift = shifts.get(i);
            var accepted = pins.getOrDefault(shift.id(), List.of());
            var able = candidates(shift, qualified.computeIfAbsent(
                    List.of(shift.requires(), shift.day(), shift.role(), shift.work()), k -> qualified(shift)));
            var found = new ArrayList<Candidate>();
            for (int o : able) {
                if (accepted.contains(officers.get(o).id())) continue;
                int t = slot(known, o, windowOf[i], shift);
                if (t >= 0) found.add(new Candidate(o, t, points.of(shift, officers.get(o))));
            }
            found.sort(Candidate.BEST_FIRST);
            for (int n = 0; n < shift.needs(); n++, seat++) {
                if (n < accepted.size()) {
                    int o = officerIndex.get(accepted.get(n));
                    rows.add(o, hours[o].slot(shift, true), points.of(shift, officers.get(o)));
                } else {
                    for (var c : found) rows.add(c.officer(), c.slot(), c.points());
                }
                rows.seatEnds();
                if (n < accepted.size()) pinned.set(seat); // where its pair stands is known when all are there
            }
        }
        seatPairs = rows.seatPairs;
        pinned.stream().forEach(s -> pinnedPair[s] = seatPairs[s]);
        pairSeat = rows.seats();
        pairOfficer = rows.who();
        numbers = OfficerSlots.of(slots, rows.slot(), pairOfficer, officers.size());
        pairPoints = rows.worth();
        narrowed = rows.narrowed();
    }

    /** The officer's slot for these hours: worked out once, −1 where their fixed hours forbid them. */
    private int slot(int[][] known, int officer, int window, Shift shift) {
        if (known[officer] == null) {
            known[officer] = new int[windows];
            Arrays.fill(known[officer], -2);
        }
        if (known[officer][window] == -2) known[officer][window] = hours[officer].slot(shift, false);
        return known[officer][window];
    }

    private BitSet qualified(Shift shift) {
        var fit = new BitSet(officers.size());
        for (int o = 0; o < officers.size(); o++) {
            var officer = officers.get(o);
            var department = officer.department() == null ? null : departments.get(officer.department());
            if (officer.roles().contains(shift.role())
                    && (department == null || !department.prohibits().contains(shift.work()))
                    && shift.requires().stream().allMatch(code -> officer.holds().stream()
                            .anyMatch(h -> h.code().equals(code) && h.on(shift.day())))) {
                fit.set(o);
            }
        }
        return fit;
    }

    private int[] candidates(Shift shift, BitSet qualified) {
        IntStream those = shift.eligible() == null
                ? qualified.stream()
                : shift.eligible().keySet().stream().map(officerIndex::get).mapToInt(Integer::intValue)
                        .filter(qualified::get);
        return those.filter(o -> !officers.get(o).blocks().contains(shift.school()))
                .filter(o -> shift.asked() == null
                        || officers.get(o).department() != null && shift.asked().contains(officers.get(o).department()))
                .toArray();
    }
}
