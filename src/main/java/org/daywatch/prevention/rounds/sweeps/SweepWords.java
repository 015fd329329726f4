package org.daywatch.prevention.rounds.sweeps;

import java.util.List;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;

/** How the standing of a week is said. */
public final class SweepWords {

    private SweepWords() {}

    public static Chip standing(Page page, SweepWeek.Standing standing) {
        String word = page.t("sweeps.standing." + standing);
        return switch (standing) {
            case SWEPT -> Chip.good(word);
            case PARTLY -> Chip.warn(word);
            case MISSING -> Chip.bad(word);
            case OPEN -> Chip.info(word);
            case NO_SCHOOL -> Chip.quiet(word);
        };
    }

    /** A row of marks for a table: one for each week, the oldest first, with its word for those who do not see it. */
    public static List<SweepWeek> oldestFirst(List<SweepWeek> weeks) {
        return weeks.reversed();
    }

    public static List<Option> states(Page page) {
        return Option.all(page.t("checkpoints.all"),
                Option.of(page, "sweeps.filter.", List.of("OPEN", "MISSING", "MISSED", "NONE")));
    }
}
