package org.daywatch.staffing.availability.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.time.Days;
import org.daywatch.staffing.availability.Availability;
import org.daywatch.staffing.availability.DatedTime;
import org.daywatch.staffing.availability.WeeklyTime;
import org.daywatch.staffing.availability.Wishes;
import org.jspecify.annotations.Nullable;

/** What was typed about a week, a day that differs and wishes; all mistakes are told at once. */
final class AvailabilityForm {

    static final List<String> LEVELS = List.of("ELEMENTARY", "MIDDLE", "HIGH");

    /** Monday to Friday at once. */
    private static final String ALL = "All";

    private final Map<String, String> typed;
    private final List<FieldError> wrong = new ArrayList<>();

    private AvailabilityForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /**
     * Fields from1 and to1 for Monday, and so on; a weekday without times is left out. What is said once for Monday to
     * Friday fills those left empty.
     */
    static List<WeeklyTime> week(Map<String, String> typed) {
        var form = new AvailabilityForm(typed);
        var week = new ArrayList<WeeklyTime>();
        for (var weekday : DayOfWeek.values()) {
            form.times(weekday, "" + weekday.getValue())
                    .or(() -> weekday.getValue() > 5 ? Optional.empty() : form.times(weekday, ALL))
                    .ifPresent(week::add);
        }
        form.refuse();
        return week;
    }

    private Optional<WeeklyTime> times(DayOfWeek weekday, String which) {
        if (text("from" + which).isEmpty() && text("to" + which).isEmpty()) return Optional.empty();
        var from = time("from" + which);
        var to = time("to" + which);
        if (from != null && to != null && to.isAfter(from)) return Optional.of(new WeeklyTime(weekday, from, to));
        error("to" + which, "availability.error.times");
        return Optional.empty();
    }

    static DatedTime dated(Map<String, String> typed, LocalDate today) {
        var form = new AvailabilityForm(typed);
        var first = form.date("first");
        var last = form.text("last").isEmpty() ? first : form.date("last");
        if (first == null || last == null) {
            form.error(first == null ? "first" : "last", "availability.error.date");
        } else if (last.isBefore(first)) {
            form.error("last", "availability.error.order");
        } else if (last.isBefore(today)) {
            form.error("last", "availability.error.past");
        } else if (first.plusDays(400).isBefore(last)) {
            form.error("last", "availability.error.far");
        }
        boolean away = !"FREE".equals(form.text("what"));
        var from = away || form.text("from").isEmpty() ? null : form.time("from");
        var to = away || form.text("to").isEmpty() ? null : form.time("to");
        if (!away && !(form.text("from").isEmpty() && form.text("to").isEmpty())
                && (from == null || to == null || !to.isAfter(from))) {
            form.error("to", "availability.error.times");
        }
        form.refuse();
        return new DatedTime(first, last, away, from, to);
    }

    static Wishes wishes(Map<String, String> typed, Wishes before) {
        var form = new AvailabilityForm(typed);
        var levels = LEVELS.stream().filter(level -> form.ticked("level" + level)).toList();
        var days = Arrays.stream(DayOfWeek.values()).filter(day -> form.ticked("wish" + day.getValue()))
                .collect(Collectors.toSet());
        var most = form.text("mostDays");
        if (!most.matches("[1-7]?")) form.error("mostDays", "availability.error.most");
        form.refuse();
        return new Wishes(before.schools(), levels, days, most.isEmpty() ? null : Integer.valueOf(most));
    }

    /** The form as it starts. */
    static Map<String, String> values(Availability availability, Wishes wishes) {
        var values = new LinkedHashMap<String, String>();
        availability.week().forEach(t -> {
            values.put("from" + t.weekday().getValue(), t.from().toString());
            values.put("to" + t.weekday().getValue(), t.to().toString());
        });
        wishes.levels().forEach(level -> values.put("level" + level, "true"));
        wishes.weekdays().forEach(day -> values.put("wish" + day.getValue(), "true"));
        values.put("mostDays", wishes.mostDays() == null ? "" : wishes.mostDays().toString());
        return values;
    }

    private @Nullable LocalTime time(String field) {
        try {
            return LocalTime.parse(text(field));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private @Nullable LocalDate date(String field) {
        try {
            return Days.parse(text(field));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private boolean ticked(String field) {
        return text(field).equals("true");
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private void error(String field, String message) {
        wrong.add(new FieldError(field, text(field), message));
    }

    private void refuse() {
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
    }
}
