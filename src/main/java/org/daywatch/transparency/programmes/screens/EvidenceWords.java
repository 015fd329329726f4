package org.daywatch.transparency.programmes.screens;

import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programmes.gathering.EvidenceLines.Line;

/** A line in the reader's words. */
public final class EvidenceWords {

    private EvidenceWords() {}

    /** As the log calls it. */
    public static String kind(Page page, Line line) {
        return kind(page, line.kind());
    }

    public static String kind(Page page, String kind) {
        return MeterWords.word(page, "log.kind.", kind);
    }
}
