package org.daywatch.prevention.rounds.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.rounds.Sighting;
import org.daywatch.prevention.rounds.Sighting.Result;
import org.junit.jupiter.api.Test;

class PaperSweepTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final List<Checkpoint> DOORS = List.of(door(1), door(2), door(3));

    @Test
    void doorsLeftEmptyWereRightOnlyWhereThatIsSaidOfThem() {
        assertThat(read("result-" + id(2), "NOT_REACHED", "note-" + id(2), "Roof work").seen())
                .extracting(Sighting::checkpointId).containsExactly(id(2));
        var whole = read("rest", "true", "result-" + id(2), "NOT_REACHED");
        assertThat(whole.seen()).extracting(Sighting::result).containsExactly(Result.AS_IT_MUST_BE, Result.NOT_REACHED,
                Result.AS_IT_MUST_BE);
        assertThat(whole.from()).isEqualTo("2026-11-16T13:10:00Z");
        assertThat(whole.to()).isEqualTo("2026-11-16T13:40:00Z");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThat(wrong()).as("nothing said of any door").containsOnlyKeys("rest");
        assertThat(wrong("rest", "true", "day", "")).containsOnlyKeys("day");
        assertThat(wrong("rest", "true", "from", "seven")).containsOnlyKeys("from");
        assertThat(wrong("rest", "true", "to", "07:00")).containsOnlyKeys("to");
        assertThat(wrong("rest", "true", "day", "2026-11-18")).as("not over yet").containsOnlyKeys("to");
        assertThat(wrong("rest", "true", "day", "2026-08-18")).as("too long ago").containsOnlyKeys("day");
        assertThat(wrong("result-" + id(1), "FINE", "note-" + id(1), "n".repeat(201)))
                .containsOnlyKeys("result-" + id(1), "note-" + id(1));
    }

    private static PaperSweep read(String... fields) {
        var typed = new HashMap<String, String>(Map.of("day", "2026-11-16", "from", "07:10", "to", "07:40"));
        for (int i = 0; i < fields.length; i += 2) typed.put(fields[i], fields[i + 1]);
        return PaperSweep.read(typed, new UUID(5, 5), DOORS, ZONE, NOW);
    }

    private static Map<String, String> wrong(String... fields) {
        return catchThrowableOfType(InvalidInput.class, () -> read(fields)).byField();
    }

    private static UUID id(int door) {
        return new UUID(9, door);
    }

    private static Checkpoint door(int n) {
        return new Checkpoint(new UUID(0, 1), id(n), new UUID(0, 3), new UUID(0, 4), Checkpoint.Kind.DOOR, "Door " + n,
                "", null, null, n, true, null, Instant.EPOCH, null, null, 1);
    }
}
