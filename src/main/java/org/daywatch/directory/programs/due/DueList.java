package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.Due;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.catalog.Demand;

/**
 * What is due at one school in one school year, what was done and what was missed, as of a day. Pure: the same
 * calendar, rules and drills give the same list on every machine. docs/formats/program-due.md says in words what is
 * counted how.
 */
public final class DueList {
    /** Order of reading: what is due first stands first. */
    public static final Comparator<Due> BY_DAY = Comparator.comparing(Due::by)
            .thenComparing(due -> due.requirement().subject())
            .thenComparing(due -> due.requirement().rule().id()).thenComparingInt(Due::number);

    private DueList() {}

    /**
     * What the rules are asked with.
     *
     * @param scopes narrowest first, such as DISTRICT:id and STATE:TX
     */
    public record Rules(RuleBook book, List<String> scopes) {}

    /** @param done what was done, in any order; what lies after the day asked for has not happened yet */
    public static List<Due> of(List<Demand> demands, SessionYear year, Rules rules, LocalDate asOf, List<Done> done,
            List<Due.Start> starts) {
        var dues = new ArrayList<>(new AskedYear(demands, year, rules, asOf).of(done, starts));
        dues.sort(BY_DAY);
        return dues;
    }

    static State open(DueWindow window, LocalDate asOf) {
        if (asOf.isBefore(window.from())) return State.COMING;
        if (!asOf.isAfter(window.by())) return State.DUE;
        return asOf.isAfter(window.makeUpUntil()) ? State.MISSED : State.LATE;
    }
}
