package org.daywatch.directory.programmes.due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programmes.catalogue.Demand;
import org.daywatch.directory.programmes.catalogue.Demand.OwedBy;

/**
 * What is due at one school in one school year, what was done and what was missed, as of a day. Pure: the same calendar, rules
 * and drills give the same list on every machine. docs/formats/programme-due.md says in words what is counted how.
 */
public final class DueList {
    /** Order of reading: what is due first stands first. */
    public static final Comparator<Due> BY_DAY = Comparator.comparing(Due::by).thenComparing(due -> due.requirement().subject())
            .thenComparing(due -> due.requirement().rule().id()).thenComparingInt(Due::number);
    private static final Set<Kind> LISTED = Set.of(Kind.DRILL, Kind.CEILING, Kind.MEETING, Kind.DOCUMENT, Kind.SWEEP, Kind.AUDIT, Kind.REPORT, Kind.NOTICE, Kind.CLOCK);

    /** One version speaks for the whole year. */
    private static final Set<Counting> ONE_WAY = Set.of(Counting.ONCE, Counting.AT_MOST_HALF, Counting.AT_MOST_YEAR);

    private DueList() {}

    /**
     * What the rules are asked with.
     *
     * @param scopes narrowest first, such as DISTRICT:id and STATE:TX
     */
    public record Rules(RuleBook book, List<String> scopes) {}

    /** @param done what was done, in any order; what lies after the day asked for has not happened yet */
    public static List<Due> of(List<Demand> demands, SessionYear year, Rules rules, LocalDate asOf, List<Done> done, List<Due.Start> starts) {
        var known = done.stream().filter(d -> !d.on().isAfter(asOf)).sorted(Comparator.comparing(Done::on).thenComparing(Done::evidence)).toList();
        var dues = new ArrayList<Due>();
        var day = asOf.isBefore(year.firstDay()) ? year.firstDay() : asOf.isAfter(year.lastDay()) ? year.lastDay() : asOf;
        for (Demand shipped : demands) {
            if (!LISTED.contains(shipped.kind())) continue;
            var demand = shipped.readOn(day, rules.book(), rules.scopes());
            var counted = known.stream().filter(d -> demand.isMetBy(d.subject())).toList();
            var begun = starts.stream().filter(s -> s.subject().equals(demand.subject())).sorted(Comparator.comparing(Due.Start::on)).toList();
            if (!begun.isEmpty() && Clocks.run(demand)) dues.addAll(Matching.of(Clocks.of(demand, year, rules, begun), counted, asOf));
            else if (demand.owedBy() == OwedBy.SCHOOL) dues.addAll(owed(shipped, demand, year, rules, asOf, counted));
        }
        dues.sort(BY_DAY);
        return dues;
    }

    private static List<Due> owed(Demand shipped, Demand demand, SessionYear year, Rules rules, LocalDate asOf, List<Done> counted) {
        if (demand.counting() == Counting.EVERY_YEARS) return EveryYears.of(demand, year, rules, asOf, counted);
        var windows = ONE_WAY.contains(demand.counting()) ? Windows.of(demand, year, rules, asOf) : Readings.windows(shipped, year, rules, asOf);
        if (demand.kind() == Kind.CEILING) return Matching.excess(windows, counted);
        if (demand.counting() == Counting.ONCE && !counted.isEmpty()) return windows.stream().map(w -> standing(w, counted.getLast())).toList();
        return Matching.of(windows, counted, asOf);
    }

    /** What is needed once may stand from an earlier year. */
    private static Due standing(Window window, Done done) {
        return new Due(window.requirement(), 1, window.from(), window.by(), State.DONE, done.on(), done.evidence());
    }

    static State open(Window window, LocalDate asOf) {
        if (asOf.isBefore(window.from())) return State.COMING;
        if (!asOf.isAfter(window.by())) return State.DUE;
        return asOf.isAfter(window.makeUpUntil()) ? State.MISSED : State.LATE;
    }
}
