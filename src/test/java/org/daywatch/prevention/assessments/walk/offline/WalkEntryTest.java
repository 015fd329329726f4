package org.daywatch.prevention.assessments.walk.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.prevention.assessments.results.Answer;
import org.junit.jupiter.api.Test;

class WalkEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final UUID ID = UUID.randomUUID();

    @Test
    void readsAnAnswerOneTakenBackAndAPhoto() {
        assertThat(read("act", "ANSWER", "answer", "NOT", "evidence", " Tried twice. ", "spot", "room 7", "place",
                "Door 7", "at", "2026-11-17T16:00:00Z"))
                .isEqualTo(new WalkEntry.Answered(ID, ID, "B-02", Answer.NOT, "Tried twice.", "room 7", "Door 7",
                        NOW.minusSeconds(3600)));
        assertThat(((WalkEntry.Answered) read("act", "ANSWER", "answer", "UNKNOWN")).answer()).isNull();
        assertThat(read("act", "PHOTO", "caption", "The gap"))
                .isEqualTo(new WalkEntry.Photographed(ID, ID, "B-02", "The gap", NOW));
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThat(wrong("act", "DANCE")).containsOnlyKeys("act");
        assertThat(wrong("act", "ANSWER", "answer", "PERHAPS", "assessment", "7", "item", ""))
                .containsOnlyKeys("answer", "assessment", "item");
        assertThat(wrong("act", "PHOTO", "id", "x", "at", "yesterday")).containsOnlyKeys("id", "at");
        assertThat(wrong("act", "PHOTO", "at", "2026-08-01T00:00:00Z")).as("too old").containsOnlyKeys("at");
    }

    @Test
    void aFastClockDoesNotWriteIntoTheFutureAndLongWordsAreCut() {
        assertThat(read("act", "PHOTO", "at", "2026-11-17T19:00:00Z").at()).isEqualTo(NOW);
        assertThat(
                ((WalkEntry.Answered) read("act", "ANSWER", "answer", "NOT", "evidence", "e".repeat(900))).evidence())
                .hasSize(600);
    }

    private static WalkEntry read(String... fields) {
        var typed = new HashMap<String, String>(
                Map.of("id", ID.toString(), "assessment", ID.toString(), "item", "B-02"));
        for (int i = 0; i < fields.length; i += 2) typed.put(fields[i], fields[i + 1]);
        return WalkEntry.read(typed, NOW);
    }

    private static Map<String, String> wrong(String... fields) {
        return catchThrowableOfType(InvalidInput.class, () -> read(fields)).byField();
    }
}
