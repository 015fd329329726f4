package org.daywatch.bench.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch._story.Installed;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneApp;
import org.daywatch.emergencies.lane.LaneProof;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettingsForTests;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lane is killed with all its screens open and starts again; somebody presses before the first screen is back. A
 * thousand screens, ten thousand in the long form.
 *
 * <p>F-13, P-06 of docs/security.
 */
class ComingBackTest {

    private static final int SCREENS = Boolean.getBoolean("daywatch.long") ? 10_000 : 1_000;
    private static final long PROMISE_MILLIS = 15_000;
    private static final long GUARD_MILLIS = 5 * PROMISE_MILLIS; // the machine may be busy; the figure is printed

    @TempDir Path folder;
    private final TestClock clock = new TestClock();

    @Test
    void allAreBackWithinFifteenSecondsAndHaveWhatWasPressedWhileTheyWereAway() throws Exception {
        int port = Installed.freePort();
        Path data = folder.resolve("data");
        var node = node(data, port);
        try {
            LaneProof.awaitLane(port);
            var tokens = tokens(data);
            try (var screens = Child.java(folder.resolve("screens.err"), List.of("-Xmx256m"), StreamClient.class,
                    "" + port, hellos(tokens).toString());
                    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                screens.next("open");
                var before = pressed(http, port, tokens.getFirst());
                assertThat(screens.next("got")[1]).isEqualTo(LaneApp.shown(before).toString());
                node.kill();
                node = node(data, port);
                LaneProof.awaitLane(port);
                var meanwhile = pressed(http, port, tokens.getFirst());
                long left = System.nanoTime();
                screens.say("storm");
                var said = screens.nextOfEach("back", "got");
                long back = (Long.parseLong(said.get("back")[2]) - left) / 1_000_000;
                long shown = (Long.parseLong(said.get("got")[4]) - left) / 1_000_000;
                System.out.printf(
                        "%,d screens come back to a lane that was killed: all after %d ms, all have what was pressed meanwhile after %d ms (promised: %,d)%n",
                        SCREENS, back, shown, PROMISE_MILLIS);
                assertThat(said.get("got")[1]).isEqualTo(LaneApp.shown(meanwhile).toString());
                assertThat(back).isLessThan(GUARD_MILLIS);
                assertThat(shown).isLessThan(GUARD_MILLIS);
                var after = pressed(http, port, tokens.getFirst());
                assertThat(screens.next("got")[1]).as("and all hear on").isEqualTo(LaneApp.shown(after).toString());
            }
        } finally {
            node.close();
        }
    }

    private Child node(Path data, int port) throws Exception {
        return Child.java(folder.resolve("node.err"), List.of("-Xmx256m", "-Xss512k", "-XX:TieredStopAtLevel=1"),
                SealingNode.class, data.toString(), "" + port, "", data.resolve("lane/keys").toString());
    }

    private static UUID pressed(HttpClient http, int port, String token) throws Exception {
        var id = Ids.next();
        assertThat(LaneScreen.press(http, port, token, LaneScreen.body(id, LaneProof.SCHOOL)).statusCode())
                .isEqualTo(202);
        return id;
    }

    private Path hellos(List<String> tokens) throws Exception {
        return Files.write(folder.resolve("screens"), tokens.stream()
                .map(token -> "GET /lane/stream?token=" + token + " HTTP/1.1\\r\\nHost: lane\\r\\n\\r\\n").toList());
    }

    private List<String> tokens(Path data) {
        var tokens = new LaneTokens(new LaneKeys(data.resolve("lane/keys"), clock), LaneSettingsForTests.in(folder),
                null, clock, JsonMapper.builder().build());
        return IntStream.range(0, SCREENS)
                .mapToObj(i -> tokens.seal(new LaneSender(LaneProof.AGENCY, LaneProof.DISTRICT, false,
                        Map.of(LaneProof.SCHOOL, LaneProof.DISTRICT), Ids.next(), "Robin Alder", true, true, true,
                        clock.instant().plus(Duration.ofDays(1)))))
                .toList();
    }
}
