package org.daywatch.directory.programs.pages;

import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** How a number, what it counts and by what it is proved are said. */
public final class NumberWords {

    private NumberWords() {}

    /** "180 hours, so many a school year, proof: log entry"; where no number is set, that. */
    public static String measure(Page page, @Nullable Requirement r) {
        if (r == null) return page.t("programs.measure.none");
        return page.t("programs.measure", amount(page, r.rule()), page.t("programs.counting." + r.counting()),
                page.t("programs.evidence." + r.evidence()));
    }

    /** A number with what it counts: "1 plan", "180 hours". */
    public static String amount(Page page, ProgramRule rule) {
        String key = "rules.unit." + rule.unit().replace(' ', '_');
        return page.has(key)
                ? page.t(key, rule.value())
                : rule.value().stripTrailingZeros().toPlainString() + " " + rule.unit();
    }

    /** What a number counts, without the number: "hours in four weeks". */
    public static String unit(Page page, ProgramRule rule) {
        String key = "rules.unit." + rule.unit().replace(' ', '_');
        return page.has(key) ? page.t(key, 2).replaceFirst("^2 ", "") : rule.unit();
    }

    /** How its number is asked for: in what it counts, or for what it stands. */
    public static String asked(Page page, ProgramRule rule) {
        String ways = "rules.unit." + rule.unit().replace(' ', '_') + ".ways";
        return page.has(ways) ? page.t(ways) : page.t("rules.own.value", unit(page, rule));
    }

    /** What a change of the number does to figures that are no due list. */
    public static String effect(Demand demand) {
        return switch (demand.kind()) {
            case TIME, SHARE -> "METER";
            case CLOCK, NOTICE -> "CLOCK";
            case GATE -> "GATE";
            default -> "DUE";
        };
    }
}
