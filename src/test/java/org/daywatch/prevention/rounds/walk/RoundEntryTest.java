package org.daywatch.prevention.rounds.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.prevention.rounds.Round;
import org.daywatch.prevention.rounds.Sighting;
import org.junit.jupiter.api.Test;

class RoundEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final String ID = UUID.randomUUID().toString();

    @Test
    void readsEachActOfARound() {
        assertThat(read("act", "START", "school", ID, "kind", "SWEEP", "at", "2026-11-17T16:00:00Z"))
                .isEqualTo(new RoundEntry.Start(UUID.fromString(ID), UUID.fromString(ID), Round.Kind.SWEEP,
                        NOW.minusSeconds(3600)));
        var seen = (RoundEntry.See) read("act", "SEE", "checkpoint", ID, "result", "PROPPED", "done", "SECURED", "note",
                " A wedge. ", "way", "QR");
        assertThat(seen.sighting()).isEqualTo(new Sighting(UUID.fromString(ID), UUID.fromString(ID),
                UUID.fromString(ID), Sighting.Result.PROPPED, Sighting.Reason.NONE, Sighting.Done.SECURED, "A wedge.",
                Sighting.Way.QR, NOW, null));
        assertThat(read("act", "STOP", "plan", ID, "position", "3"))
                .isEqualTo(new RoundEntry.Stop(UUID.fromString(ID), UUID.fromString(ID), 3, NOW));
        assertThat(read("act", "FINISH")).isEqualTo(new RoundEntry.Finish(UUID.fromString(ID), NOW));
        assertThat(read("act", "ABANDON", "why", "Fire alarm"))
                .isEqualTo(new RoundEntry.Abandon(UUID.fromString(ID), NOW, "Fire alarm"));
    }

    @Test
    void aDoorThatWasNotReachedSaysWhyAndNothingWasDoneAboutADoorThatIsRight() {
        assertThat(wrong("act", "SEE", "checkpoint", ID, "result", "NOT_REACHED")).containsOnlyKeys("reason");
        var right = (RoundEntry.See) read("act", "SEE", "checkpoint", ID, "result", "AS_IT_MUST_BE", "done", "TOLD",
                "reason", "NO_KEY");
        assertThat(right.sighting().done()).isEqualTo(Sighting.Done.UNSAID);
        assertThat(right.sighting().reason()).isEqualTo(Sighting.Reason.NONE);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThat(wrong("act", "DANCE")).containsOnlyKeys("act");
        assertThat(wrong("act", "START", "school", "x", "kind", "STROLL")).containsOnlyKeys("school", "kind");
        assertThat(wrong("act", "SEE", "checkpoint", "7", "result", "FINE", "way", "SMELL", "done", "PRAYED", "note",
                "n".repeat(201))).containsOnlyKeys("checkpoint", "result", "way", "done", "note");
        assertThat(wrong("act", "STOP", "plan", "x", "position", "0")).containsOnlyKeys("plan", "position");
        assertThat(wrong("act", "FINISH", "at", "yesterday")).containsOnlyKeys("at");
        assertThat(wrong("act", "FINISH", "at", "2026-08-01T00:00:00Z")).as("too old").containsOnlyKeys("at");
    }

    @Test
    void aFastClockDoesNotWriteIntoTheFuture() {
        assertThat(read("act", "FINISH", "at", "2026-11-17T19:00:00Z").at()).isEqualTo(NOW);
    }

    private static RoundEntry read(String... fields) {
        var typed = new HashMap<String, String>(Map.of("id", ID, "round", ID));
        for (int i = 0; i < fields.length; i += 2) typed.put(fields[i], fields[i + 1]);
        return RoundEntry.read(typed, NOW);
    }

    private static Map<String, String> wrong(String... fields) {
        return catchThrowableOfType(InvalidInput.class, () -> read(fields)).byField();
    }
}
