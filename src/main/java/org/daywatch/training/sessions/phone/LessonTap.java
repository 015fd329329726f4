package org.daywatch.training.sessions.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.web.forms.TypedForm;

/**
 * One thing that was tapped at a lesson, as the phone sends it.
 *
 * @param id made where it was tapped. @param at when; never later than now
 */
record LessonTap(UUID id, UUID lesson, Act act, Instant at) {

    enum Act { BEGIN, END, RECORD }

    /** As long as a form that comes twice is recognized. */
    private static final Duration OLDEST = Duration.ofDays(29);

    /** @throws org.daywatch.platform.errors.InvalidInput naming every field that is wrong */
    static LessonTap read(Map<String, String> typed, Instant now) {
        var form = new TypedForm("sessions", typed);
        var id = form.id("id", "sessions.wrong.id");
        var lesson = form.id("lesson", "sessions.wrong.id");
        var act = form.one("act", Act.class);
        if (form.text("at").isEmpty()) form.wrong("at", "sessions.wrong.at");
        var at = form.at("at", now, OLDEST);
        form.check();
        return new LessonTap(id, lesson, act.orElseThrow(), at);
    }
}
