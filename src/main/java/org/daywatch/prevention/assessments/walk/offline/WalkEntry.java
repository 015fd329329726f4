package org.daywatch.prevention.assessments.walk.offline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.assessments.results.Answer;
import org.jspecify.annotations.Nullable;

/** What somebody answered or photographed at a campus, as their phone sends it, read and checked on its own. */
sealed interface WalkEntry {

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
        return new Reading(typed, now).entry();
    }

    final class Reading {

        private static final Duration OLDEST = Duration.ofDays(60);
        private static final UUID NOBODY = new UUID(0, 0);

        private final Map<String, String> typed;
        private final Instant now;
        private final List<FieldError> wrong = new ArrayList<>();

        Reading(Map<String, String> typed, Instant now) {
            this.typed = typed;
            this.now = now;
        }

        WalkEntry entry() {
            var id = id("id");
            var assessment = id("assessment");
            var at = at();
            if (text("item").isEmpty()) wrong("item", "assessments.wrong.item");
            var entry = switch (text("act")) {
                case "ANSWER" -> new Answered(id, assessment, text("item"), answer(), cut("evidence", 600),
                        text("spot"), cut("place", 120), at);
                case "PHOTO" -> new Photographed(id, assessment, text("item"), cut("caption", 200), at);
                default -> {
                    wrong("act", "assessments.wrong.act");
                    yield new Photographed(id, assessment, "", "", at);
                }
            };
            if (!wrong.isEmpty()) throw new InvalidInput(wrong);
            return entry;
        }

        private @Nullable Answer answer() {
            if (text("answer").equals("UNKNOWN")) return null;
            var found = Arrays.stream(Answer.values()).filter(a -> a.name().equals(text("answer"))).findFirst();
            if (found.isEmpty()) wrong("answer", "assessments.wrong.answer");
            return found.orElse(null);
        }

        /** By the phone's clock; one that is fast does not write into the future. */
        private Instant at() {
            if (text("at").isEmpty()) return now;
            try {
                var said = Instant.parse(text("at")).truncatedTo(ChronoUnit.MILLIS);
                if (said.isBefore(now.minus(OLDEST))) wrong("at", "assessments.wrong.old");
                return said.isAfter(now) ? now : said;
            } catch (DateTimeException e) {
                wrong("at", "assessments.wrong.at");
                return now;
            }
        }

        private UUID id(String field) {
            return Ids.find(text(field)).orElseGet(() -> {
                wrong(field, "assessments.wrong." + field);
                return NOBODY;
            });
        }

        private String cut(String field, int longest) {
            return Typed.cut(text(field), longest);
        }

        private String text(String field) {
            return typed.getOrDefault(field, "").strip();
        }

        private void wrong(String field, String message) {
            wrong.add(new FieldError(field, text(field).substring(0, Math.min(40, text(field).length())), message));
        }
    }
}
