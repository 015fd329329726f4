package org.daywatch.scheduling.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.scheduling.hours.WorkTime;
import org.daywatch.scheduling.problem.ScheduleProblem.Department;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;

/** Builds the program of one market: what the open seats add to the pins. */
final class MarketProgram {

    private final ScheduleModel model;
    private final Seating pinned;
    private final LinearProgram program = new LinearProgram();
    private final Map<String, List<Policy>> policies; // by department, those that are rules

    /** @param pinned holds what is pinned and nothing else; used for questions and left as it was */
    MarketProgram(ScheduleModel model, Seating pinned) {
        this.model = model;
        this.pinned = pinned;
        var hard = model.problem().policies().stream().filter(Policy::hard).collect(Collectors.groupingBy(Policy::id));
        policies = model.problem().departments().stream().collect(Collectors.toMap(Department::id,
                d -> d.policies().stream().distinct().flatMap(id -> hard.getOrDefault(id, List.of()).stream())
                        .toList()));
    }

    LinearProgram of(int[] seats) {
        var columns = new ArrayList<int[]>(); // officer, column, pair
        for (int i = 0; i < seats.length;) {
            int open = 0;
            int begin = i;
            int sample = -1;
            for (; i < seats.length && model.shift(seats[i]) == model.shift(seats[begin]); i++) {
                if (model.pinnedPair(seats[i]) >= 0) continue;
                open++;
                sample = seats[i];
            }
            if (sample >= 0) shift(sample, open, columns);
        }
        columns.stream().collect(Collectors.groupingBy(c -> c[0], java.util.TreeMap::new, Collectors.toList()))
                .forEach(this::officer);
        return program;
    }

    /** Seats of one shift have the same candidates, so the shift has one column for each of them: nobody takes two. */
    private void shift(int seat, int open, List<int[]> columns) {
        program.shift(open);
        for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
            int officer = model.officerOf(pair);
            if (asked(officer) ? pinned.fits(pair, -1, -1) : !besidePin(pair))
                columns.add(new int[] {officer, program.officer(model.points(pair)), pair});
        }
    }

    private boolean besidePin(int pair) {
        int officer = model.officerOf(pair);
        return IntStream.range(0, pinned.heldCount(officer)).map(i -> pinned.held(officer, i))
                .anyMatch(p -> model.start(p) < model.end(pair) && model.start(pair) < model.end(p));
    }

    private void officer(int officer, List<int[]> mine) {
        var own = OwnColumns.of(model, pinned, officer, mine.stream().mapToInt(c -> c[1]).toArray(),
                mine.stream().mapToInt(c -> c[2]).toArray(), asked(officer));
        var law = new LawRows(own, program);
        law.cliques();
        law.periods();
        if (!own.pinsOverlap()) rolling(own, law);
        new PriceRows(own, program).all();
    }

    private void rolling(OwnColumns own, LawRows law) {
        var officer = model.officers().get(own.officer());
        var problem = model.problem();
        for (var policy : policies(officer)) {
            // In force on every day of the horizon, so that it is a rule for each of their seats.
            if (policy.shape() instanceof CapShape.Rolling limit && limit.counts().contains(HourKind.OFF_DUTY_HERE)
                    && policy.inForce(problem.first().minusDays(1)) && policy.inForce(problem.last().plusDays(1))) {
                law.rolling(limit, fixed(officer, own.pins(), limit));
            }
        }
    }

    private WorkTime fixed(Officer officer, int[] pins, CapShape.Rolling limit) {
        var pinnedHours = Arrays.stream(pins)
                .mapToObj(p -> HourEntry.planned(HourKind.OFF_DUTY_HERE, model.shift(model.seatOf(p)).window()));
        return HourLedger.of(Stream.concat(officer.hours().stream(), pinnedHours).toList()).work(limit.counts());
    }

    private List<Policy> policies(Officer officer) {
        return officer.department() == null ? List.of() : policies.getOrDefault(officer.department(), List.of());
    }

    /**
     * Whether a refusal of their limits holds for more seats as well. Two shapes are not such for certain: hours before
     * off-duty seats, where a seat in between moves the beginning that is looked back from, and a rest between off-duty
     * seats themselves. Officers with such a limit are bound by overlaps and sums alone.
     */
    private boolean asked(int officer) {
        return policies(model.officers().get(officer)).stream().noneMatch(p -> switch (p.shape()) {
            case CapShape.BeforeShift before -> before.shifts().contains(HourKind.OFF_DUTY_HERE);
            case CapShape.RestBetween rest -> rest.other().contains(HourKind.OFF_DUTY_HERE);
            default -> false;
        });
    }
}
