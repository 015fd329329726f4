package org.daywatch.transparency.activitylog.phone;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.transparency.activitylog.Activity.Details;
import org.daywatch.transparency.activitylog.ActivityFunction;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.jspecify.annotations.Nullable;

/**
 * What an officer tapped, read and checked on its own.
 *
 * @param id made where it was tapped
 * @param madeAt when they tapped it; never later than now
 * @param correction why it comes after a signature; empty where it does not
 */
public record LogEntry(UUID id, ActivityKind kind, LocalDate day, Instant from, int minutes, String reason,
        Details details, Instant madeAt, String correction) {

    static final int LONGEST_NOTE = 200;
    static final int LONGEST_LABEL = 60;
    static final int MOST_MINUTES = 720;
    private static final int MOST_PEOPLE = 5000;
    private static final int MOST_LESSONS = 200;
    private static final int SHORTEST_REASON = 5;
    static final Duration OLDEST = Duration.ofDays(120);

    public Instant to() {
        return from.plus(minutes, ChronoUnit.MINUTES);
    }

    /**
     * @param typed the form's fields; the minutes of a big button stand in {@code minutes}, those typed in
     * {@code other}
     * @throws InvalidInput naming every field that is wrong
     */
    static LogEntry read(Map<String, String> typed, ZoneId zone, Instant now) {
        return new Reading(typed, zone, now).entry();
    }

    private static final class Reading {

        private final Map<String, String> typed;
        private final ZoneId zone;
        private final Instant now;
        private final List<FieldError> wrong = new ArrayList<>();

        Reading(Map<String, String> typed, ZoneId zone, Instant now) {
            this.typed = typed;
            this.zone = zone;
            this.now = now;
        }

        LogEntry entry() {
            var id = Ids.find(text("id")).orElse(null);
            if (id == null) wrong("id", "log.wrong.id");
            var kind = ActivityKind.find(text("kind")).filter(ActivityKind::tapped).orElse(null);
            if (kind == null) wrong("kind", "log.wrong.kind");
            var madeAt = madeAt();
            int minutes = minutes(kind);
            var from = from(madeAt, minutes);
            String reason = within("reason", LONGEST_NOTE);
            if (kind == ActivityKind.OFF_CAMPUS && reason.length() < SHORTEST_REASON)
                wrong("reason", "log.wrong.reason");
            var details = details(kind);
            if (!wrong.isEmpty() || id == null || kind == null) throw new InvalidInput(wrong);
            return new LogEntry(id, kind, from.atZone(zone).toLocalDate(), from, minutes,
                    kind == ActivityKind.OFF_CAMPUS ? reason : "", details, madeAt, within("correction", LONGEST_NOTE));
        }

        private Details details(@Nullable ActivityKind kind) {
            String label = within("label", LONGEST_LABEL);
            var people = number("people", MOST_PEOPLE);
            if (kind != null && kind.lesson() && label.isEmpty()) wrong("label", "log.wrong.label.missing");
            if (kind != null && kind.lesson() && people == null) wrong("people", "log.wrong.people.missing");
            var lesson = number("lesson", MOST_LESSONS);
            var lessons = number("lessons", MOST_LESSONS);
            if (lesson != null && (lesson < 1 || lessons != null && lesson > lessons))
                wrong("lesson", "log.wrong.lesson");
            if (lessons != null && lessons < 1) wrong("lessons", "log.wrong.lesson");
            Boolean teacher = text("teacher").isEmpty() ? null : (Boolean) text("teacher").equals("yes");
            return new Details(people, label, lesson, lessons, teacher, within("note", LONGEST_NOTE));
        }

        private int minutes(@Nullable ActivityKind kind) {
            String said = text("other").isEmpty() ? text("minutes") : text("other");
            boolean none = kind != null && kind.function() == ActivityFunction.IMPROPER;
            if (said.isEmpty() && none) return 0;
            if (!said.matches("[0-9]{1,4}") || Integer.parseInt(said) > MOST_MINUTES
                    || Integer.parseInt(said) == 0 && !none) {
                wrong(text("other").isEmpty() ? "minutes" : "other", "log.wrong.minutes");
                return 0;
            }
            return Integer.parseInt(said);
        }

        /** When it was tapped, by the phone's clock; one that is fast does not write into the future. */
        private Instant madeAt() {
            if (text("madeAt").isEmpty()) return now;
            try {
                var said = Instant.parse(text("madeAt")).truncatedTo(ChronoUnit.SECONDS);
                return said.isAfter(now) ? now : said;
            } catch (DateTimeException e) {
                wrong("madeAt", "log.wrong.madeAt");
                return now;
            }
        }

        /** Without a day and a time it has just ended. */
        private Instant from(Instant madeAt, int minutes) {
            var just = madeAt.minus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
            if (text("day").isEmpty() && text("time").isEmpty()) return just;
            try {
                var day = text("day").isEmpty() ? madeAt.atZone(zone).toLocalDate() : LocalDate.parse(text("day"));
                if (text("time").isEmpty() && !day.equals(madeAt.atZone(zone).toLocalDate()))
                    wrong("time", "log.wrong.time.missing");
                var from = text("time").isEmpty()
                        ? just
                        : day.atTime(LocalTime.parse(text("time"))).atZone(zone).toInstant();
                if (from.isAfter(now)) wrong(text("time").isEmpty() ? "day" : "time", "log.wrong.future");
                else if (from.isBefore(now.minus(OLDEST))) wrong("day", "log.wrong.old");
                return from;
            } catch (DateTimeException e) {
                wrong(text("day").matches("[0-9]{4}-[0-9]{2}-[0-9]{2}|") ? "time" : "day", "log.wrong.when");
                return just;
            }
        }

        private @Nullable Integer number(String field, int most) {
            if (text(field).isEmpty()) return null;
            if (text(field).matches("[0-9]{1,5}") && Integer.parseInt(text(field)) <= most)
                return Integer.valueOf(text(field));
            wrong(field, "log.wrong.number");
            return null;
        }

        private String within(String field, int most) {
            if (text(field).length() > most) wrong(field, "log.wrong.long");
            return text(field);
        }

        private String text(String field) {
            return typed.getOrDefault(field, "").strip();
        }

        private void wrong(String field, String message) {
            String value = text(field);
            wrong.add(new FieldError(field, value.substring(0, Math.min(40, value.length())), message));
        }
    }
}
