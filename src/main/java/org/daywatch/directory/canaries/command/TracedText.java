package org.daywatch.directory.canaries.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.directory.canaries.CanaryWatch;
import tools.jackson.databind.json.JsonMapper;

/** What {@code exports trace} prints: docs/formats/exports-trace.md. */
final class TracedText {

    private TracedText() {}

    /** @param district whose list it is */
    record Found(String district, CanaryWatch.Traced traced) {}

    static String plain(List<Found> found) {
        if (found.isEmpty()) return "This file holds no invented student of a downloaded list.";
        return found.stream().map(one -> {
            var list = one.traced().file();
            return (one.traced().sure() ? "Number and name" : "Number or name alone, which may be chance")
                    + ": the list " + list.id() + " of " + one.district() + " (" + list.about() + ", " + list.rows()
                    + " students), asked for by " + list.name() + " at " + list.askedAt() + ": " + list.reason();
        }).collect(Collectors.joining("\n"));
    }

    static String json(List<Found> found) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("schema", "daywatch.exports-trace");
        answer.put("version", 1);
        answer.put("found", found.stream().map(TracedText::row).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    private static Map<String, Object> row(Found one) {
        var list = one.traced().file();
        var row = new LinkedHashMap<String, Object>();
        row.put("list", list.id().toString());
        row.put("district", one.district());
        row.put("about", list.about());
        row.put("students", list.rows());
        row.put("asked_by", list.name());
        row.put("asked_at", list.askedAt().toString());
        row.put("reason", list.reason());
        row.put("certainty", one.traced().sure() ? "number and name" : "number or name");
        return row;
    }
}
