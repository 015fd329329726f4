package org.daywatch.transparency.programs.meters;

import java.util.Collection;
import java.util.List;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;

/**
 * How far getting ready counts for what a program asks of a whole family of lessons, as the rule in force says. For a
 * part of the family, such as the hours with one class, it counts for nothing: there nobody sat before them. Pure.
 *
 * @param subject of the lines, such as LRE:PREPARATION
 * @param percent of their minutes, 0 to 100
 */
public record Preparation(String subject, int percent) {

    private static final String PART = ":PREPARATION";
    private static final int ALL = 100;
    /** Where no rule speaks of it. */
    public static final Preparation NONE = new Preparation("", 0);

    public static Preparation of(Collection<Requirement> rules) {
        return rules.stream().filter(Preparation::speaks).findFirst()
                .map(r -> new Preparation(r.subject(), Math.clamp(r.rule().number(), 0, ALL))).orElse(NONE);
    }

    /** Whether a requirement says how far preparation counts, and asks for nothing itself. */
    public static boolean speaks(Requirement r) {
        return r.kind() == Kind.TIME && r.counting() == Counting.PERCENT && r.subject().endsWith(PART);
    }

    /** Whether it counts for this requirement, in part or in full. */
    public boolean countsFor(Requirement r) {
        return percent > 0 && weighs(r);
    }

    /** Whether the requirement is the one of the whole family, whatever the percent. */
    public boolean weighs(Requirement r) {
        if (subject.isEmpty() || r.kind() != Kind.TIME || speaks(r)) return false;
        return Subjects.of(r.subject()).contains(subject.substring(0, subject.length() - PART.length()));
    }

    /** Of so many minutes those that count, cut off: half of 25 is 12. */
    public long of(long minutes) {
        return minutes * percent / ALL;
    }

    /**
     * Of what was prepared that which counts. @param prepared of all lines together, so that what is cut off is cut off
     * once
     */
    public Counted of(Counted prepared) {
        return prepared.known() ? Counted.of(of(prepared.amount()), of(prepared.recent()), prepared.lines()) : prepared;
    }

    /** Those that weigh a requirement, of a school's rules. */
    public static Preparation of(List<Requirement> rules, Requirement r) {
        var preparation = of(rules);
        return preparation.countsFor(r) ? preparation : NONE;
    }
}
