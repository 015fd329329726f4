package org.daywatch.scheduling.command;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.scheduling.check.CheckReport;

/** A check as a person reads it. */
final class CheckText {

    private static final int LISTED = 50;

    private CheckText() {}

    static List<String> all(CheckReport check) {
        var lines = new ArrayList<String>();
        var c = check.counts();
        lines.add(c.filled() + " of " + c.seats() + " seats filled, " + c.officersUsed() + " of " + c.officers()
                + " officers used, " + c.pinned() + " seats accepted already");
        lines.add("objective " + check.objective() + (check.fewestOfficers() ? " officers" : " points"));
        check.terms().forEach((term, points) -> {
            if (points != 0) lines.add("  " + term + " " + points);
        });
        lines.add("violations " + check.violations().size());
        lines.addAll(wrong(check));
        if (check.disagreements().isEmpty()) lines.add("the answer says of itself what is so");
        return lines;
    }

    /** Violations and disagreements, a line each. */
    static List<String> wrong(CheckReport check) {
        var lines = new ArrayList<String>();
        check.violations().stream().limit(LISTED).forEach(v -> lines.add("WRONG " + v.code() + " " + v.shift()
                + (v.officer() == null ? "" : " " + v.officer()) + ": " + v.words()));
        if (check.violations().size() > LISTED)
            lines.add("and " + (check.violations().size() - LISTED) + " more; check --json names all");
        check.disagreements().stream().limit(LISTED)
                .forEach(d -> lines.add("DIFFERS " + d.code() + " " + d.at() + ": " + d.words()));
        if (check.disagreements().size() > LISTED)
            lines.add("and " + (check.disagreements().size() - LISTED) + " more; check --json names all");
        return lines;
    }
}
