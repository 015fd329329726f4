package org.daywatch.staffing.shifts;

import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.staffing.shifts.Shift.State;

/** A shift's state in the reader's words. */
public final class ShiftWords {

    private ShiftWords() {}

    public static Chip chip(Page page, Shift shift) {
        var word = page.t("shifts.state." + shift.state().code());
        return switch (shift.state()) {
            case State.Scheduled _ -> Chip.info(word).withIcon("schedule");
            case State.OnPost(var punch) ->
                punch.proven() ? Chip.good(word) : Chip.warn(page.t("shifts.state.UNPROVEN"));
            case State.Ended(var punch, _, _) ->
                punch.proven() ? Chip.good(word).withIcon("check") : Chip.warn(page.t("shifts.state.UNPROVEN"));
            case State.NoShow _ -> Chip.bad(word);
            case State.Cancelled _,State.GivenBack _ -> Chip.quiet(word);
        };
    }
}
