package org.daywatch.training.sessions.phone;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.training.sessions.TypedForm;

/**
 * One thing that was tapped at a lesson, as the phone sends it.
 *
 * @param id made where it was tapped. @param at when; never later than now
 */
record LessonTap(UUID id, UUID lesson, Act act, Instant at) {

    enum Act { BEGIN, END, RECORD }

    /** As long as a form that comes twice is recognized. */
    private static final Duration OLDEST = Duration.ofDays(29);
    private static final UUID NOBODY = new UUID(0, 0);

    /** @throws org.daywatch.platform.errors.InvalidInput naming every field that is wrong */
    static LessonTap read(Map<String, String> typed, Instant now) {
        var form = new TypedForm(typed);
        var id = id(form, "id");
        var lesson = id(form, "lesson");
        var act = Arrays.stream(Act.values()).filter(a -> a.name().equals(form.text("act"))).findFirst();
        if (act.isEmpty()) form.wrong("act", "sessions.wrong.act");
        var at = at(form, now);
        form.check();
        return new LessonTap(id, lesson, act.orElseThrow(), at);
    }

    private static UUID id(TypedForm form, String field) {
        var id = Ids.find(form.text(field));
        if (id.isEmpty()) form.wrong(field, "sessions.wrong.id");
        return id.orElse(NOBODY);
    }

    /** A phone whose clock is fast does not write into the future. */
    private static Instant at(TypedForm form, Instant now) {
        try {
            var said = Instant.parse(form.text("at")).truncatedTo(ChronoUnit.MILLIS);
            if (said.isBefore(now.minus(OLDEST))) form.wrong("at", "sessions.wrong.old");
            return said.isAfter(now) ? now : said;
        } catch (DateTimeException e) {
            form.wrong("at", "sessions.wrong.at");
            return now;
        }
    }
}
