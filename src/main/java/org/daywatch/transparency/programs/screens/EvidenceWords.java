package org.daywatch.transparency.programs.screens;

import java.util.List;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.schools.MeterWords;
import org.daywatch.transparency.programs.totals.EvidenceLines.Line;

/** A line in the reader's words. */
public final class EvidenceWords {

    private static final List<String> WHILE_THERE = List.of("/plans/", "/team/", "/drills/", "/service-agreements/");

    private EvidenceWords() {}

    /**
     * Whether the reader can open it: a school shows plans, minutes, drills and agreements to officers only while they
     * stand there, so nothing leads them to a closed door.
     */
    public static boolean opens(Page page, String address) {
        return !address.isEmpty()
                && (page.actor().role() != Role.OFFICER || WHILE_THERE.stream().noneMatch(address::startsWith));
    }

    /** As the log calls it. */
    public static String kind(Page page, Line line) {
        return kind(page, line.kind());
    }

    public static String kind(Page page, String kind) {
        return MeterWords.word(page, "log.kind.", kind);
    }
}
