package org.daywatch.staffing.punches;

import java.util.List;
import org.daywatch.platform.web.Page;

/** Doubts in the reader's words, each with its number and the one that is allowed. */
public final class DoubtWords {

    private DoubtWords() {}

    public static List<String> sentences(Page page, List<Doubt> doubts) {
        return doubts.stream().map(d -> page.t("punches." + d.kind(), found(d), found(d.kind(), d.allowed()))).toList();
    }

    private static String found(Doubt doubt) {
        return found(doubt.kind(), doubt.found());
    }

    /** Seconds are read as minutes once there are some. */
    private static String found(Doubt.Kind kind, int number) {
        return String.valueOf(kind == Doubt.Kind.STALE ? Math.max(1, number / 60) : number);
    }
}
