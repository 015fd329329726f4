package org.daywatch.staffing.rosters.desk;

import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;

/**
 * ACCEPTED: his own act or his standing consent. ASKED: kept for him until he answers. PROPOSED: nobody has been told. DECLINED: he
 * said no. LAPSED: he did not answer in time, or the post was let go. UNFILLED: nobody.
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
