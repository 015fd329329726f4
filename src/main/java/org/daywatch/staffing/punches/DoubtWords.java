package org.daywatch.staffing.punches;

import java.util.List;
import org.daywatch.platform.places.Distance;
import org.daywatch.platform.web.Page;

/** Doubts in the reader's words, each with its number and the one that is allowed. */
public final class DoubtWords {

    private DoubtWords() {}

    public static List<String> sentences(Page page, List<Doubt> doubts) {
        return doubts.stream().map(d -> page.t("punches." + d.kind(), found(page, d.kind(), d.found()),
                found(page, d.kind(), d.allowed()))).toList();
    }

    /** Seconds are read as minutes once there are some, meters as feet. */
    private static String found(Page page, Doubt.Kind kind, int number) {
        return switch (kind) {
            case STALE -> String.valueOf(Math.max(1, number / 60));
            case VAGUE, TOO_EXACT, ELSEWHERE -> page.distance(number);
            case TOO_FAST -> String.valueOf(Math.round(new Distance(number * 1000).miles()));
            case REPEATED -> String.valueOf(number);
        };
    }
}
