package org.daywatch.staffing.offers;

import java.util.List;
import java.util.stream.Collectors;

/** May this officer take this post: every rule that was asked, with its numbers, and what would mend a failed one. */
public record Verdict(List<Line> lines) {

    /** @param mend what would make it right; empty where the rule holds or nothing can */
    public record Line(String rule, boolean holds, String words, String mend) {}

    public boolean allowed() {
        return lines.stream().allMatch(Line::holds);
    }

    public List<Line> failed() {
        return lines.stream().filter(l -> !l.holds()).toList();
    }

    public String failedWords() {
        return failed().stream().map(Line::words).collect(Collectors.joining(" "));
    }
}
