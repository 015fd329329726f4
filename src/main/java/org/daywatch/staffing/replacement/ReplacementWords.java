package org.daywatch.staffing.replacement;

import java.time.Duration;
import java.time.ZoneId;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.staffing.replacement.Replacement.State;

/** Where a search stands, in the reader's words. */
public final class ReplacementWords {

    private ReplacementWords() {}

    public static Chip chip(Page page, Replacement search) {
        var word = page.t("replacement.state." + search.state().code());
        return switch (search.state()) {
            case State.Searching _ -> Chip.warn(word);
            case State.Filled _ -> Chip.good(word);
            case State.Exhausted _ -> Chip.bad(word);
            case State.Withdrawn _ -> Chip.quiet(word);
        };
    }

    /** "Looking for a replacement: asked 6, 2 declined, next wave 6:52 AM". */
    public static String line(Page page, Replacement search, ZoneId zone) {
        return switch (search.state()) {
            case State.Searching(int wave, var next) -> wave == 0
                    ? page.t("replacement.line.soon", page.when().time(next, zone))
                    : page.t("replacement.line", search.asked(), search.declined(), page.when().time(next, zone));
            case State.Filled(var at, _, int wave) -> page.t("replacement.line.filled",
                    time(page, Duration.between(search.startedAt(), at).toSeconds()), wave);
            case State.Exhausted _ -> page.t("replacement.line.exhausted", search.asked(), search.declined());
            case State.Withdrawn(_, _, var reason) -> page.t("replacement.line.withdrawn", reason);
        };
    }

    /** Seconds below two minutes, minutes above. */
    public static String time(Page page, long seconds) {
        return seconds < 120
                ? page.t("replacement.seconds", seconds)
                : page.t("replacement.minutes", (seconds + 59) / 60);
    }
}
