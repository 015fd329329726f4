package org.daywatch.staffing.schedules.pages;

import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;

/**
 * ACCEPTED: their own act or their standing consent. ASKED: kept for them until they answer. PROPOSED: nobody has been
 * told. DECLINED: they said no. LAPSED: they did not answer in time, or the post was let go. UNFILLED: nobody.
 */
public enum PlaceState {
    UNFILLED, DECLINED, LAPSED, PROPOSED, ASKED, ACCEPTED;

    Chip chip(Page page) {
        String word = page.t("rosters.state." + this);
        return switch (this) {
            case ACCEPTED -> Chip.good(word);
            case ASKED -> Chip.info(word);
            case PROPOSED -> Chip.quiet(word);
            case DECLINED, LAPSED -> Chip.warn(word);
            case UNFILLED -> Chip.bad(word);
        };
    }

    /** Somebody stands there, or is about to. */
    public boolean filled() {
        return this == ACCEPTED || this == ASKED || this == PROPOSED;
    }
}
