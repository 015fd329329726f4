package org.daywatch.scheduling.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report as JSON, its fields in the order of the page. */
final class ReportText {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportText() {}

    static String of(CheckReport report) {
        var all = new LinkedHashMap<String, Object>();
        all.put("schema", "daywatch.roster-check");
        all.put("version", 1);
        all.put("problem", fields("id", report.problem(), "sha256", report.problemSha256()));
        all.put("answer", fields("sha256", report.answerSha256()));
        all.put("fine", report.fine());
        all.put("kind", report.fewestOfficers() ? "FEWEST_OFFICERS" : "WORTH");
        all.put("objective", report.objective());
        all.put("terms", report.terms());
        all.put("counts", counts(report));
        all.put("judged", report.judged());
        all.put("violations",
                report.violations().stream()
                        .map(v -> fields("code", v.code(), "shift", v.shift(), "officer", v.officer(),
                                "policy", v.policy(), "other", v.other(), "reached", v.reached(), "limit", v.limit(),
                                "from", v.from(), "to", v.to(),
                                "words", v.words()))
                        .toList());
        all.put("disagreements",
                report.disagreements().stream().map(d -> fields("code", d.code(), "at", d.at(), "stated", d.stated(),
                        "found", d.found(), "words", d.words())).toList());
        return JSON.writeValueAsString(all) + "\n";
    }

    private static Map<String, Object> counts(CheckReport report) {
        var c = report.counts();
        return fields("shifts", c.shifts(), "seats", c.seats(), "filled", c.filled(), "unfilled", c.unfilled(),
                "pinned", c.pinned(),
                "officers", c.officers(), "officers_used", c.officersUsed(), "assignments", c.assignments(),
                "violations", report.violations().size(), "disagreements", report.disagreements().size());
    }

    private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
