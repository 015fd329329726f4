package org.daywatch.scheduling.check.files;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy, as far as it forbids.
 *
 * @param hours the most, in minutes; for REST_BETWEEN the least rest; for BEFORE_SHIFT what must not be reached
 * @param span minutes of the stretch, rest, pause or look-back
 * @param toward hours that begin, of BEFORE_SHIFT
 */
public record Limit(String id, Shape shape, boolean forbids, LocalDate from, LocalDate to, int hours, int span,
        Set<Kind> counts, Set<Kind> toward,
        Days days, @Nullable DayOfWeek weekBegins, @Nullable LocalTime weekBeginsAt) {

    public enum Shape { CALENDAR_DAY, WEEK, MONTH, ROLLING, REST_AFTER, CONTINUOUS, REST_BETWEEN, BEFORE_SHIFT }

    public enum Days { ALL, WORK_DAY, DAY_OFF }

    public enum Action { BLOCK, WARN, APPROVE }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public String code() {
        return "CAP_" + shape;
    }

    static Limit of(Cell cell) {
        var shape = cell.get("shape").oneOf(Shape.class);
        var p = cell.get("parameters");
        boolean week = shape == Shape.WEEK;
        return new Limit(cell.get("id").text(), shape, cell.get("action").oneOf(Action.class) != Action.WARN,
                cell.find("valid_from").map(Cell::day).orElse(LocalDate.MIN),
                cell.find("valid_to").map(Cell::day).orElse(LocalDate.MAX),
                p.get(hoursField(shape)).length(), span(shape, p),
                Kind.all(p.get(shape == Shape.REST_BETWEEN ? "other" : "counts").items()),
                shape == Shape.BEFORE_SHIFT ? Kind.all(p.get("shifts").items()) : Set.of(),
                p.find("days").map(days -> days.oneOf(Days.class)).orElse(Days.ALL),
                week ? p.get("starts_on").oneOf(DayOfWeek.class) : null,
                week ? p.get("starts_at").parsed(LocalTime::parse, "write a time of day as 03:00.") : null);
    }

    private static String hoursField(Shape shape) {
        return switch (shape) {
            case REST_BETWEEN -> "rest";
            case BEFORE_SHIFT -> "less_than";
            default -> "hours";
        };
    }

    private static int span(Shape shape, Cell parameters) {
        return switch (shape) {
            case CALENDAR_DAY, WEEK, MONTH -> 0;
            case ROLLING -> parameters.get("length").length();
            case REST_AFTER, REST_BETWEEN -> parameters.get("rest").length();
            case CONTINUOUS -> parameters.get("pause").length();
            case BEFORE_SHIFT -> parameters.get("look_back").length();
        };
    }
}
