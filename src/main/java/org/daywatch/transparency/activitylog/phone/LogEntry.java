package org.daywatch.transparency.activitylog.phone;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.forms.TypedForm;
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

        private final TypedForm form;
        private final ZoneId zone;
        private final Instant now;

        Reading(Map<String, String> typed, ZoneId zone, Instant now) {
            this.form = new TypedForm("log", typed);
            this.zone = zone;
            this.now = now;
        }

        LogEntry entry() {
            var id = form.id("id");
            var kind = ActivityKind.find(form.text("kind")).filter(ActivityKind::tapped).orElse(null);
            if (kind == null) form.wrong("kind", "log.wrong.kind");
            var madeAt = madeAt();
            int minutes = minutes(kind);
            var from = from(madeAt, minutes);
            String reason = form.within("reason", LONGEST_NOTE);
            if (kind == ActivityKind.OFF_CAMPUS && reason.length() < SHORTEST_REASON)
                form.wrong("reason", "log.wrong.reason");
            var details = details(kind);
            String correction = form.within("correction", LONGEST_NOTE);
            form.check();
            return new LogEntry(id, kind, from.atZone(zone).toLocalDate(), from, minutes,
                    kind == ActivityKind.OFF_CAMPUS ? reason : "", details, madeAt, correction);
        }

        private Details details(@Nullable ActivityKind kind) {
            String label = form.within("label", LONGEST_LABEL);
            var people = form.number("people", 0, MOST_PEOPLE);
            if (kind != null && kind.lesson() && label.isEmpty()) form.wrong("label", "log.wrong.label.missing");
            if (kind != null && kind.lesson() && people == null) form.wrong("people", "log.wrong.people.missing");
            var lesson = form.number("lesson", 0, MOST_LESSONS);
            var lessons = form.number("lessons", 0, MOST_LESSONS);
            if (lesson != null && (lesson < 1 || lessons != null && lesson > lessons))
                form.wrong("lesson", "log.wrong.lesson");
            if (lessons != null && lessons < 1) form.wrong("lessons", "log.wrong.lesson");
            Boolean teacher = form.text("teacher").isEmpty() ? null : (Boolean) form.text("teacher").equals("yes");
            return new Details(people, label, lesson, lessons, teacher, form.within("note", LONGEST_NOTE));
        }

        private int minutes(@Nullable ActivityKind kind) {
            String said = form.text("other").isEmpty() ? form.text("minutes") : form.text("other");
            boolean none = kind != null && kind.function() == ActivityFunction.IMPROPER;
            if (said.isEmpty() && none) return 0;
            if (!said.matches("[0-9]{1,4}") || Integer.parseInt(said) > MOST_MINUTES
                    || Integer.parseInt(said) == 0 && !none) {
                form.wrong(form.text("other").isEmpty() ? "minutes" : "other", "log.wrong.minutes");
                return 0;
            }
            return Integer.parseInt(said);
        }

        /** When it was tapped. */
        private Instant madeAt() {
            var said = form.at("madeAt", now, null);
            return said.equals(now) ? now : said.truncatedTo(ChronoUnit.SECONDS);
        }

        /** Without a day and a time it has just ended. */
        private Instant from(Instant madeAt, int minutes) {
            var just = madeAt.minus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
            if (form.text("day").isEmpty() && form.text("time").isEmpty()) return just;
            try {
                var day = form.text("day").isEmpty()
                        ? madeAt.atZone(zone).toLocalDate()
                        : Days.parse(form.text("day"));
                if (form.text("time").isEmpty() && !day.equals(madeAt.atZone(zone).toLocalDate()))
                    form.wrong("time", "log.wrong.time.missing");
                var from = form.text("time").isEmpty()
                        ? just
                        : day.atTime(LocalTime.parse(form.text("time"))).atZone(zone).toInstant();
                if (from.isAfter(now)) form.wrong(form.text("time").isEmpty() ? "day" : "time", "log.wrong.future");
                else if (from.isBefore(now.minus(OLDEST))) form.wrong("day", "log.wrong.old");
                return from;
            } catch (DateTimeException e) {
                form.wrong(form.text("day").matches("[0-9]{4}-[0-9]{2}-[0-9]{2}|") ? "time" : "day", "log.wrong.when");
                return just;
            }
        }
    }
}
