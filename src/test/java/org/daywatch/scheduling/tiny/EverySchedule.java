package org.daywatch.scheduling.tiny;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** Tries every lawful roster of a tiny problem. The law is read from the limits themselves, not from the engine. */
public final class EverySchedule {

    private final ScheduleProblem problem;
    private final ScheduleModel model;
    private final Seating pinned;
    private final List<Shift> shifts;
    private final Map<Long, Map<Integer, Long>> lawful = new HashMap<>();

    public EverySchedule(ScheduleProblem problem) {
        this.problem = problem;
        model = ScheduleModel.of(problem);
        pinned = new Seating(model);
        shifts = problem.shifts();
    }

    /** The points of the best, the constant price of what was published included. */
    public long best() {
        int[] open = shifts.stream().mapToInt(this::open).toArray();
        Map<List<Integer>, Long> best = Map.of(Arrays.stream(open).boxed().toList(), 0L);
        for (var officer : problem.officers()) {
            var next = new HashMap<List<Integer>, Long>();
            var sets = lawfulSets(officer);
            best.forEach((left, points) -> sets.forEach((set, worth) -> {
                var rest = IntStream.range(0, open.length).mapToObj(s -> left.get(s) - (set >> s & 1)).toList();
                if (rest.stream().allMatch(r -> r >= 0)) next.merge(rest, points + worth, Math::max);
            }));
            best = next;
        }
        return pinned.points() - model.weights().change() * problem.published().size()
                + best.values().stream().max(Long::compare).orElseThrow();
    }

    /**
     * Sets of shifts (bits in the order of the problem) they may hold beside their pins, with what they add to the
     * pins' points.
     */
    public Map<Integer, Long> lawfulSets(Officer officer) {
        return lawful.computeIfAbsent((long) problem.officers().indexOf(officer), k -> {
            var sets = new HashMap<Integer, Long>();
            for (int set = 0; set < 1 << shifts.size(); set++) {
                var mine = shiftsOf(set);
                if (mine.stream().allMatch(s -> open(s) > 0) && isLawful(officer, mine))
                    sets.put(set, worth(officer, mine));
            }
            return sets;
        });
    }

    private int open(Shift shift) {
        return shift.needs() - (int) problem.pins().stream().filter(p -> p.shift().equals(shift.id())).count();
    }

    private List<Shift> shiftsOf(int set) {
        return IntStream.range(0, shifts.size()).filter(s -> (set >> s & 1) == 1).mapToObj(shifts::get).toList();
    }

    public boolean isLawful(Officer officer, List<Shift> mine) {
        var accepted = shifts.stream()
                .filter(s -> problem.pins().contains(new ScheduleProblem.Place(s.id(), officer.id()))).toList();
        var all = new ArrayList<>(mine);
        all.addAll(accepted);
        if (mine.stream().anyMatch(
                s -> all.stream().anyMatch(t -> s != t && (s.window().overlaps(t.window()) || s.id().equals(t.id())))
                        || accepted.contains(s)))
            return false;
        if (mine.stream().anyMatch(s -> officer.blocks().contains(s.school())
                || s.eligible() != null && !s.eligible().containsKey(officer.id())))
            return false;
        var fixed = HourLedger.of(officer.hours());
        if (mine.stream().anyMatch(s -> fixed.standingInTheWayOf(s.window()).isPresent())) return false;
        if (officer.department() == null) return true;
        var ledger = fixed;
        for (var s : all) ledger = ledger.with(HourEntry.planned(HourKind.OFF_DUTY_HERE, s.window()));
        var department = problem.departments().getFirst();
        for (Policy p : problem.policies()) {
            for (var s : mine) {
                boolean judged = p.hard() && p.inForce(s.window().start().atZone(department.zone()).toLocalDate());
                if (judged && p.shape().read(ledger, s.window(), department.zone()).filter(r -> r.broken()).isPresent())
                    return false;
            }
        }
        return true;
    }

    private long worth(Officer officer, List<Shift> mine) {
        long before = pinned.points();
        var pairs = mine.stream().mapToInt(s -> pair(officer, s)).toArray();
        for (int p : pairs) pinned.put(p);
        long added = pinned.points() - before;
        for (int p : pairs) pinned.take(p);
        return added;
    }

    private int pair(Officer officer, Shift shift) {
        for (int p = 0; p < model.pairs(); p++) {
            if (model.officer(p).id().equals(officer.id()) && model.shift(model.seatOf(p)).id().equals(shift.id())
                    && pinned.holder(model.seatOf(p)) < 0)
                return p;
        }
        throw new AssertionError(officer.id() + " may stand on " + shift.id() + ", but the engine has no pair for it.");
    }
}
