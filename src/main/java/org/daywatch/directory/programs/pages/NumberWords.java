package org.daywatch.directory.programs.pages;

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
        return page.t("programs.measure", r.rule().value().stripTrailingZeros().toPlainString(),
                unit(page, r.rule().unit()), page.t("programs.counting." + r.counting()),
                page.t("programs.evidence." + r.evidence()));
    }

    public static String unit(Page page, String unit) {
        String key = "programs.unit." + unit.replace(' ', '_');
        return page.has(key) ? page.t(key) : unit;
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
