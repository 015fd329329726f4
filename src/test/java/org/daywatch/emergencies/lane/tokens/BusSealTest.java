package org.daywatch.emergencies.lane.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.daywatch._story.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only nodes that share the file of keys believe each other: A-23 of docs/security. */
class BusSealTest {

    private static final byte[] ENTRY = "a press at Ocotillo High".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private final TestClock clock = new TestClock();
    private LaneKeys keys;
    private BusSeal one;

    @BeforeEach
    void twoNodesOfOneInstallation() {
        keys = new LaneKeys(folder.resolve("keys"), clock);
        one = new BusSeal(keys, clock);
    }

    @Test
    void anotherNodeWithTheSameKeysBelievesIt() {
        var other = new BusSeal(new LaneKeys(folder.resolve("keys"), clock), clock);
        assertThat(other.isOurs(one.of("entry", "one", ENTRY), "entry", "one", ENTRY)).isTrue();
    }

    @Test
    void nothingOfItCanBeChangedOrUsedElsewhere() {
        String seal = one.of("entry", "one", ENTRY);
        assertThat(one.isOurs(seal, "told", "one", ENTRY)).as("another subject").isFalse();
        assertThat(one.isOurs(seal, "entry", "two", ENTRY)).as("another sender").isFalse();
        for (int i = 0; i < ENTRY.length; i++) {
            byte[] changed = ENTRY.clone();
            changed[i] ^= 1;
            assertThat(one.isOurs(seal, "entry", "one", changed)).as("byte %s", i).isFalse();
        }
        for (String forged : new String[] {"", ".", "x", seal.substring(1), seal + "A", seal.replace(".", ""),
                seal.substring(0, seal.indexOf('.') + 1), "00000000" + seal.substring(8), "§.§"})
            assertThat(one.isOurs(forged, "entry", "one", ENTRY)).as(forged).isFalse();
    }

    @Test
    void anotherInstallationOnTheSameBusIsNotBelieved() {
        var stranger = new BusSeal(new LaneKeys(folder.resolve("strangers-keys"), clock), clock);
        assertThat(one.isOurs(stranger.of("entry", "one", ENTRY), "entry", "one", ENTRY)).isFalse();
    }

    @Test
    void whatIsHeardOnceMoreLaterIsNotFresh() {
        String at = one.now();
        assertThat(one.isFresh(at)).isTrue();
        clock.move(Duration.ofMinutes(3));
        assertThat(one.isFresh(at)).isFalse();
        for (String nonsense : new String[] {"", "-1", "now", "99999999999999999999"})
            assertThat(one.isFresh(nonsense)).as(nonsense).isFalse();
    }

    @Test
    void anOldKeyCountsForADayAfterItsSuccessorWasMade() {
        String seal = one.of("entry", "one", ENTRY);
        keys.rotate();
        assertThat(one.isOurs(seal, "entry", "one", ENTRY)).isTrue();
        clock.move(Duration.ofHours(25));
        assertThat(one.isOurs(seal, "entry", "one", ENTRY)).isFalse();
    }
}
