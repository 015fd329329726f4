package org.daywatch.emergencies.tips;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.emergencies.tips.Tips.Decision;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;

/** Words for tips. */
public final class TipWords {

    private TipWords() {}

    /** @param decision empty while nobody has decided */
    public static Chip state(Page page, String decision) {
        String word = page.t("tips.state." + (decision.isEmpty() ? "WAITING" : decision));
        return switch (decision) {
            case "" -> Chip.warn(word);
            case "ALERT" -> Chip.bad(word);
            default -> Chip.quiet(word);
        };
    }

    public static List<Option> states(Page page) {
        var all = new ArrayList<Option>(
                List.of(new Option("", page.t("alerts.any")), new Option("WAITING", page.t("tips.state.WAITING"))));
        for (var d : Decision.values()) all.add(new Option(d.name(), page.t("tips.state." + d)));
        return all;
    }
}
