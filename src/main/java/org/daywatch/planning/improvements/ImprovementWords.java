package org.daywatch.planning.improvements;

import java.util.List;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;

/** How improvements are said on pages. */
public final class ImprovementWords {

    private ImprovementWords() {}

    public static Chip state(Page page, Improvement i, boolean late) {
        String word = page.t("improvements.state." + i.state().code());
        return switch (i.state()) {
            case Improvement.State.Open _ -> late ? Chip.bad(page.t("improvements.state.LATE")) : Chip.info(word);
            case Improvement.State.Done _ -> late ? Chip.bad(page.t("improvements.lateUnverified")) : Chip.warn(word);
            case Improvement.State.Verified _ -> Chip.good(word);
            case Improvement.State.Dropped _ -> Chip.quiet(word);
        };
    }

    public static List<Option> states(Page page) {
        return Option.all(page.t("drills.all"),
                Option.of(page, "improvements.state.", List.of("OPEN", "DONE", "VERIFIED", "DROPPED", "LATE")));
    }
}
