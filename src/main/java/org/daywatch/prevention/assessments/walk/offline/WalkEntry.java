package org.daywatch.prevention.assessments.walk.offline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.prevention.assessments.results.Answer;
import org.jspecify.annotations.Nullable;

/** What somebody answered or photographed at a campus, as their phone sends it, read and checked on its own. */
sealed interface WalkEntry {

    Duration OLDEST = Duration.ofDays(60);

    /** Made on the phone: what is sent twice counts once. */
    UUID id();

    UUID assessment();

    String item();

    Instant at();

    /** @param answer null: it is taken back. @param spot a place that is marked or a room, as the form names it */
    record Answered(UUID id, UUID assessment, String item, @Nullable Answer answer, String evidence, String spot,
            String place, Instant at) implements WalkEntry {}

    record Photographed(UUID id, UUID assessment, String item, String caption, Instant at) implements WalkEntry {}

    /** @throws InvalidInput naming every field that is wrong */
    static WalkEntry read(Map<String, String> typed, Instant now) {
        var form = new TypedForm("assessments", typed);
        var id = form.id("id");
        var assessment = form.id("assessment");
        var at = form.at("at", now, OLDEST);
        if (form.text("item").isEmpty()) form.wrong("item", "assessments.wrong.item");
        var entry = switch (form.text("act")) {
            case "ANSWER" -> new Answered(id, assessment, form.text("item"), answer(form),
                    Typed.cut(form.text("evidence"), 600), form.text("spot"), Typed.cut(form.text("place"), 120), at);
            case "PHOTO" ->
                new Photographed(id, assessment, form.text("item"), Typed.cut(form.text("caption"), 200), at);
            default -> {
                form.wrong("act", "assessments.wrong.act");
                yield new Photographed(id, assessment, "", "", at);
            }
        };
        form.check();
        return entry;
    }

    private static @Nullable Answer answer(TypedForm form) {
        return form.text("answer").equals("UNKNOWN") ? null : form.one("answer", Answer.class).orElse(null);
    }
}
