package org.daywatch.prevention.rounds.walk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.rounds.Round;
import org.daywatch.prevention.rounds.Sighting;
import org.daywatch.prevention.rounds.Sighting.Done;
import org.daywatch.prevention.rounds.Sighting.Reason;
import org.daywatch.prevention.rounds.Sighting.Result;
import org.daywatch.prevention.rounds.Sighting.Way;
import org.jspecify.annotations.Nullable;

/** What somebody tapped on a round, as the phone sends it, read and checked on its own. */
sealed interface RoundEntry {

    UUID round();

    Instant at();

    record Start(UUID round, UUID school, Round.Kind kind, Instant at) implements RoundEntry {}

    record See(Sighting sighting) implements RoundEntry {
        @Override
        public UUID round() {
            return sighting.roundId();
        }

        @Override
        public Instant at() {
            return sighting.at();
        }
    }

    /** They were at a part of the school that is on today's walk. */
    record Stop(UUID round, UUID plan, int position, Instant at) implements RoundEntry {}

    record Finish(UUID round, Instant at) implements RoundEntry {}

    record Abandon(UUID round, Instant at, String why) implements RoundEntry {}

    /** @throws InvalidInput naming every field that is wrong */
    static RoundEntry read(Map<String, String> typed, Instant now) {
        return new Reading(typed, now).entry();
    }

    final class Reading {

        private static final Duration OLDEST = Duration.ofDays(60);
        private static final int LONGEST_WHY = 200;
        private static final UUID NOBODY = new UUID(0, 0);

        private final Map<String, String> typed;
        private final Instant now;
        private final List<FieldError> wrong = new ArrayList<>();

        Reading(Map<String, String> typed, Instant now) {
            this.typed = typed;
            this.now = now;
        }

        RoundEntry entry() {
            var round = id("round");
            var at = at();
            var entry = switch (text("act")) {
                case "START" -> new Start(round, id("school"),
                        one("kind", Round.Kind.values(), null).orElse(Round.Kind.PATROL), at);
                case "SEE" -> new See(sighting(round, at));
                case "STOP" -> new Stop(round, id("plan"), position(), at);
                case "FINISH" -> new Finish(round, at);
                case "ABANDON" -> new Abandon(round, at, within("why", LONGEST_WHY));
                default -> {
                    wrong("act", "rounds.wrong.act");
                    yield new Finish(round, at);
                }
            };
            if (!wrong.isEmpty()) throw new InvalidInput(wrong);
            return entry;
        }

        private Sighting sighting(UUID round, Instant at) {
            var result = one("result", Result.values(), null).orElse(Result.AS_IT_MUST_BE);
            var reason = one("reason", Reason.values(), Reason.NONE).orElse(Reason.NONE);
            if (result == Result.NOT_REACHED && reason == Reason.NONE) wrong("reason", "rounds.wrong.reason");
            var done = one("done", Done.values(), Done.UNSAID).orElse(Done.UNSAID);
            return new Sighting(id("id"), round, id("checkpoint"), result,
                    result == Result.NOT_REACHED ? reason : Reason.NONE, result.breach() ? done : Done.UNSAID,
                    within("note", Sighting.LONGEST_NOTE), one("way", Way.values(), Way.LIST).orElse(Way.LIST), at,
                    null);
        }

        private int position() {
            if (text("position").matches("[1-9][0-9]{0,2}")) return Integer.parseInt(text("position"));
            wrong("position", "rounds.wrong.position");
            return 0;
        }

        /** By the phone's clock; one that is fast does not write into the future. */
        private Instant at() {
            if (text("at").isEmpty()) return now;
            try {
                var said = Instant.parse(text("at")).truncatedTo(ChronoUnit.MILLIS);
                if (said.isBefore(now.minus(OLDEST))) wrong("at", "rounds.wrong.old");
                return said.isAfter(now) ? now : said;
            } catch (DateTimeException e) {
                wrong("at", "rounds.wrong.at");
                return now;
            }
        }

        private UUID id(String field) {
            return Ids.find(text(field)).orElseGet(() -> {
                wrong(field, "rounds.wrong." + field);
                return NOBODY;
            });
        }

        /** @param otherwise where nothing was said; null: something has to be */
        private <E extends Enum<E>> Optional<E> one(String field, E[] all, @Nullable E otherwise) {
            if (text(field).isEmpty() && otherwise != null) return Optional.of(otherwise);
            var found = Arrays.stream(all).filter(e -> e.name().equals(text(field))).findFirst();
            if (found.isEmpty()) wrong(field, "rounds.wrong." + field);
            return found;
        }

        private String within(String field, int most) {
            if (text(field).length() > most) wrong(field, "rounds.wrong.long");
            return text(field);
        }

        private String text(String field) {
            return typed.getOrDefault(field, "").strip();
        }

        private void wrong(String field, String message) {
            wrong.add(new FieldError(field, text(field).substring(0, Math.min(40, text(field).length())), message));
        }
    }
}
