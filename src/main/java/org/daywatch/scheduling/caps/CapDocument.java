package org.daywatch.scheduling.caps;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.daywatch.scheduling.hours.HourKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies as they are written: a JSON object per policy, its shape's numbers under {@code parameters}. */
public final class CapDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CapDocument() {}

    public static List<CapPolicy> policies(String json) {
        return StreamSupport.stream(JSON.readTree(json).spliterator(), false).map(CapDocument::policy).toList();
    }

    public static CapPolicy policy(JsonNode p) {
        return new CapPolicy(text(p, "id"), text(p, "policy_set"), text(p, "department"),
                p.path("scope").asString("TEMPLATE"),
                shape(text(p, "shape"), p.path("parameters")), CapPolicy.Action.valueOf(text(p, "action")),
                LocalDate.parse(text(p, "valid_from")), date(p, "valid_to"), text(p, "source"),
                p.path("to_confirm").asBoolean(false),
                text(p, "words"), examples(p.path("examples")));
    }

    public static CapShape shape(String name, String parameters) {
        return shape(name, JSON.readTree(parameters));
    }

    public static List<WorkedExample> examples(String json) {
        return examples(JSON.readTree(json));
    }

    private static CapShape shape(String name, JsonNode p) {
        return switch (name) {
            case "CALENDAR_DAY" -> new PeriodCap.CalendarDay(hours(p, "hours"), kinds(p, "counts"), days(p));
            case "WEEK" -> week(p);
            case "MONTH" -> new PeriodCap.Month(hours(p, "hours"), kinds(p, "counts"));
            case "ROLLING" -> new CapShape.Rolling(hours(p, "hours"), hours(p, "length"), kinds(p, "counts"));
            case "REST_AFTER" -> new CapShape.RestAfter(hours(p, "hours"), hours(p, "rest"), kinds(p, "counts"));
            case "CONTINUOUS" -> new CapShape.Continuous(hours(p, "hours"), hours(p, "pause"), kinds(p, "counts"));
            case "REST_BETWEEN" -> new CapShape.RestBetween(hours(p, "rest"), kinds(p, "other"));
            case "BEFORE_SHIFT" -> new CapShape.BeforeShift(hours(p, "less_than"), hours(p, "look_back"),
                    kinds(p, "counts"), kinds(p, "shifts"));
            default -> throw new IllegalArgumentException("No cap has the shape " + name + ".");
        };
    }

    private static PeriodCap.Week week(JsonNode p) {
        var relief = p.has("relief")
                ? Optional.of(new PeriodCap.Relief(hours(p.path("relief"), "up_to"),
                        p.path("relief").path("once_in_days").asInt()))
                : Optional.<PeriodCap.Relief>empty();
        return new PeriodCap.Week(hours(p, "hours"), DayOfWeek.valueOf(text(p, "starts_on")),
                LocalTime.parse(text(p, "starts_at")),
                kinds(p, "counts"), p.has("credit") ? kinds(p, "credit") : Set.of(), relief);
    }

    private static PeriodCap.Days days(JsonNode p) {
        return PeriodCap.Days.valueOf(p.path("days").asString("ALL"));
    }

    private static List<WorkedExample> examples(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(e -> new WorkedExample(text(e, "says"), text(e, "zone"),
                        StreamSupport.stream(e.path("hours").spliterator(), false).map(JsonNode::asString).toList(),
                        text(e, "job"), text(e, "shows"), text(e, "answer")))
                .toList();
    }

    private static Set<HourKind> kinds(JsonNode p, String field) {
        return HourKind
                .set(StreamSupport.stream(required(p, field).spliterator(), false).map(JsonNode::asString).toList());
    }

    private static Duration hours(JsonNode p, String field) {
        return WorkedExample.hours(text(p, field));
    }

    private static @Nullable LocalDate date(JsonNode p, String field) {
        return p.hasNonNull(field) ? LocalDate.parse(text(p, field)) : null;
    }

    private static String text(JsonNode p, String field) {
        return required(p, field).asString();
    }

    private static JsonNode required(JsonNode p, String field) {
        if (!p.hasNonNull(field))
            throw new IllegalArgumentException("A cap policy needs the field " + field + " in " + p);
        return p.get(field);
    }
}
