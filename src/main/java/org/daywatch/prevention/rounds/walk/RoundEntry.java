package org.daywatch.prevention.rounds.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.prevention.rounds.Round;
import org.daywatch.prevention.rounds.Sighting;
import org.daywatch.prevention.rounds.Sighting.Done;
import org.daywatch.prevention.rounds.Sighting.Reason;
import org.daywatch.prevention.rounds.Sighting.Result;
import org.daywatch.prevention.rounds.Sighting.Way;

/** What somebody tapped on a round, as the phone sends it, read and checked on its own. */
sealed interface RoundEntry {

    Duration OLDEST = Duration.ofDays(60);
    int LONGEST_WHY = 200;

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
        var form = new TypedForm("rounds", typed);
        var round = form.id("round");
        var at = form.at("at", now, OLDEST);
        var entry = switch (form.text("act")) {
            case "START" ->
                new Start(round, form.id("school"), form.one("kind", Round.Kind.class).orElse(Round.Kind.PATROL), at);
            case "SEE" -> new See(sighting(form, round, at));
            case "STOP" -> new Stop(round, form.id("plan"), position(form), at);
            case "FINISH" -> new Finish(round, at);
            case "ABANDON" -> new Abandon(round, at, form.within("why", LONGEST_WHY));
            default -> {
                form.wrong("act", "rounds.wrong.act");
                yield new Finish(round, at);
            }
        };
        form.check();
        return entry;
    }

    private static Sighting sighting(TypedForm form, UUID round, Instant at) {
        var result = form.one("result", Result.class).orElse(Result.AS_IT_MUST_BE);
        var reason = form.oneOr("reason", Reason.class, Reason.NONE);
        if (result == Result.NOT_REACHED && reason == Reason.NONE) form.wrong("reason", "rounds.wrong.reason");
        var done = form.oneOr("done", Done.class, Done.UNSAID);
        return new Sighting(form.id("id"), round, form.id("checkpoint"), result,
                result == Result.NOT_REACHED ? reason : Reason.NONE, result.breach() ? done : Done.UNSAID,
                form.within("note", Sighting.LONGEST_NOTE), form.oneOr("way", Way.class, Way.LIST), at, null);
    }

    private static int position(TypedForm form) {
        if (form.text("position").matches("[1-9][0-9]{0,2}")) return Integer.parseInt(form.text("position"));
        form.wrong("position", "rounds.wrong.position");
        return 0;
    }
}
