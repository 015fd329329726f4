package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.programs.catalog.Demand.OwedBy;
import org.daywatch.directory.programs.catalog.Demand;

/**
 * What is asked in one school year as of a day, whoever is asked: rules looked up and windows laid out once, to be
 * judged for any number of schools that share year and rules. Pure.
 */
final class AskedYear {
    private static final Set<Kind> LISTED = Set.of(Kind.DRILL, Kind.CEILING, Kind.MEETING, Kind.DOCUMENT, Kind.SWEEP,
            Kind.AUDIT, Kind.REPORT, Kind.NOTICE, Kind.CLOCK);

    /** One version speaks for the whole year. */
    private static final Set<Counting> ONE_WAY = Set.of(Counting.ONCE, Counting.AT_MOST_HALF, Counting.AT_MOST_YEAR);
    private static final Comparator<Done> AS_DONE = Comparator.comparing(Done::on).thenComparing(Done::evidence);

    private final SessionYear year;
    private final DueList.Rules rules;
    private final LocalDate asOf;
    private final List<Asked> asked;
    /** Which of the asked a thing done counts for, by its subject. */
    private final Map<String, List<Integer>> counting = new HashMap<>();

    /**
     * @param windows in the order in which they are met; none where the number comes round every so many years, or only
     * an event starts it
     */
    private record Asked(Demand demand, List<DueWindow> windows, Optional<Numbers.Answer> everyYears) {}

    AskedYear(List<Demand> demands, SessionYear year, DueList.Rules rules, LocalDate asOf) {
        this.year = year;
        this.rules = rules;
        this.asOf = asOf;
        var day = asOf.isBefore(year.firstDay())
                ? year.firstDay()
                : asOf.isAfter(year.lastDay()) ? year.lastDay() : asOf;
        this.asked = demands.stream().filter(d -> LISTED.contains(d.kind()))
                .map(shipped -> asked(shipped, shipped.readOn(day, rules.book(), rules.scopes()))).toList();
        for (int i = 0; i < asked.size(); i++) {
            for (var subject : asked.get(i).demand.counts())
                counting.computeIfAbsent(subject, s -> new ArrayList<>(2)).add(i);
        }
    }

    private Asked asked(Demand shipped, Demand demand) {
        if (demand.owedBy() != OwedBy.SCHOOL) return new Asked(demand, List.of(), Optional.empty());
        if (demand.counting() == Counting.EVERY_YEARS)
            return new Asked(demand, List.of(), EveryYears.answer(demand, year, rules, asOf));
        var windows = ONE_WAY.contains(demand.counting())
                ? Windows.of(demand, year, rules, asOf)
                : Readings.windows(shipped, year, rules, asOf);
        return new Asked(demand, Matching.inOrder(windows), Optional.empty());
    }

    /**
     * In the order of the demands; each demand's by day. @param done in any order; what lies after the day asked for
     * has not happened yet
     */
    List<Due> of(List<Done> done, List<Due.Start> starts) {
        var counted = counted(done);
        var dues = new ArrayList<Due>();
        for (int i = 0; i < asked.size(); i++)
            dues.addAll(of(asked.get(i), counted.getOrDefault(i, List.of()), starts));
        return dues;
    }

    private Map<Integer, List<Done>> counted(List<Done> done) {
        var known = new ArrayList<Done>(done.size());
        for (var each : done) if (!each.on().isAfter(asOf) && counting.containsKey(each.subject())) known.add(each);
        known.sort(AS_DONE);
        var counted = new HashMap<Integer, List<Done>>();
        for (var each : known)
            for (int i : counting.get(each.subject())) counted.computeIfAbsent(i, n -> new ArrayList<>()).add(each);
        return counted;
    }

    private List<Due> of(Asked one, List<Done> counted, List<Due.Start> starts) {
        var demand = one.demand;
        var begun = starts.isEmpty()
                ? starts
                : starts.stream().filter(s -> s.subject().equals(demand.subject()))
                        .sorted(Comparator.comparing(Due.Start::on)).toList();
        if (!begun.isEmpty() && DueClocks.run(demand))
            return Matching.of(Matching.inOrder(DueClocks.of(demand, year, rules, begun)), counted, asOf);
        if (demand.owedBy() != OwedBy.SCHOOL) return List.of();
        if (demand.counting() == Counting.EVERY_YEARS)
            return one.everyYears.map(answer -> EveryYears.of(answer, year, asOf, counted)).orElse(List.of());
        if (demand.kind() == Kind.CEILING) return Matching.excess(one.windows, counted);
        if (demand.counting() == Counting.ONCE && !counted.isEmpty())
            return one.windows.stream().map(w -> standing(w, counted.getLast())).toList();
        return Matching.of(one.windows, counted, asOf);
    }

    /** What is needed once may stand from an earlier year. */
    private static Due standing(DueWindow window, Done done) {
        return new Due(window.requirement(), 1, window.from(), window.by(), State.DONE, done.on(), done.evidence());
    }
}
