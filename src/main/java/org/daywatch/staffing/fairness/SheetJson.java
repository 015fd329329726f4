package org.daywatch.staffing.fairness;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.daywatch.staffing.fairness.FairnessSheet.Group;
import org.daywatch.staffing.fairness.FairnessSheet.Row;
import org.daywatch.staffing.fairness.FairnessSheet.Spread;
import org.daywatch.platform.money.Dollars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sheet as it is kept once published, and as a table for spreadsheets. A stored form: fields are added, never
 * renamed.
 */
@Component
class SheetJson {

    static final List<String> HEADER = List.of("month", "counted", "department", "pseudonym", "opportunities", "offers",
            "acceptances", "hours", "dollars");
    private static final String SUPPRESSED = "suppressed";
    private static final String UNKNOWN = "unknown";

    private final JsonMapper json = JsonMapper.builder().build();

    /** Months as text, so that what was published does not depend on how a library writes them. */
    record Stored(int version, String month, FairnessSheet.Counted counted, List<Group> groups,
            @Nullable Spread overall) {}

    String write(FairnessSheet sheet) {
        return json.writeValueAsString(
                new Stored(1, sheet.month().toString(), sheet.counted(), sheet.groups(), sheet.overall()));
    }

    FairnessSheet read(String stored) {
        var s = json.readValue(stored, Stored.class);
        return new FairnessSheet(YearMonth.parse(s.month()), s.counted(), s.groups(), s.overall());
    }

    /** docs/formats/fairness-sheet.md describes the columns. */
    static List<List<Object>> rows(FairnessSheet sheet) {
        var rows = new ArrayList<List<Object>>();
        for (var group : sheet.groups()) {
            if (group.suppressed()) rows.add(row(sheet, group, SUPPRESSED, r -> SUPPRESSED, null));
            for (var row : group.rows())
                rows.add(row(sheet, group, row.pseudonym(), f -> f == null ? UNKNOWN : f, row));
        }
        return rows;
    }

    private static List<Object> row(FairnessSheet sheet, Group group, String name,
            Function<@Nullable Object, Object> said, @Nullable Row r) {
        return List.of(sheet.month(), sheet.counted(), group.department(), name,
                said.apply(r == null ? null : r.opportunities()), said.apply(r == null ? null : r.offers()),
                said.apply(r == null ? null : r.acceptances()), said.apply(r == null ? null : hours(r.minutes())),
                said.apply(r == null || r.cents() == null ? null : Dollars.plain(r.cents())));
    }

    /** 7.5: hours with one decimal, rounded half up. */
    static String hours(long minutes) {
        long tenths = (minutes + 3) / 6;
        return tenths / 10 + "." + tenths % 10;
    }
}
