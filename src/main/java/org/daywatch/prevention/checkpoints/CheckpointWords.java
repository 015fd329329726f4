package org.daywatch.prevention.checkpoints;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.prevention.checkpoints.Checkpoint.Kind;
import org.daywatch.prevention.checkpoints.CheckpointQueries.Row;
import org.jspecify.annotations.Nullable;

/** How checkpoints are said on pages. */
public final class CheckpointWords {

    private CheckpointWords() {}

    public static List<Option> kinds(Page page, @Nullable String all) {
        var options = Option.of(page, "checkpoints.kind.", Kind.values());
        return all == null ? options : Option.all(all, options);
    }

    public static List<Option> schools(List<Campus> schools, @Nullable String all) {
        var options = Option.of(schools, Campus::id, Campus::name);
        return all == null ? options : Option.all(all, options);
    }

    public static List<Option> states(Page page) {
        var options = new ArrayList<Option>();
        for (String state : List.of("", "MISSED", "BREACH", "RETIRED"))
            options.add(new Option(state, page.t("checkpoints.state." + (state.isEmpty() ? "ALL" : state))));
        return options;
    }

    public static Chip due(Page page, Row row) {
        if (!row.checkpoint().active()) return Chip.quiet(page.t("checkpoints.state.RETIRED"));
        return row.due().missed()
                ? Chip.bad(page.t("checkpoints.due.late", row.due().late()))
                : Chip.good(page.t("checkpoints.due.by", page.when().day(row.due().by())));
    }

    public static String seen(Page page, Row row) {
        var seen = row.checkpoint().seen();
        return seen == null
                ? page.t("checkpoints.seen.never")
                : page.t("rounds.result." + seen.result()) + ", " + page.when().moment(seen.at(), row.school().zone());
    }
}
