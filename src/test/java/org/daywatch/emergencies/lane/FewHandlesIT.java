package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daywatch._story.Installed;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The installed application with three thousand file handles, and five thousand screens that want to be open.
 *
 * <p>A-44, F-22 of docs/security.
 */
@EnabledIfSystemProperty(named = "daywatch.long", matches = "true",
        disabledReason = "an application of its own and five thousand sockets; LaneStreamsTest refuses the hundred-and-eleventh of 110")
class FewHandlesIT {

    private static final int HANDLES = 3_000;
    private static final int SCREENS = 5_000;
    private static final int FOR_OTHERS = 700;

    @TempDir Path folder;

    @Test
    void newScreensAreRefusedWithAReasonPressesAreAcceptedAndPagesAnswer() throws Exception {
        assumeThat(Path.of("/usr/bin/prlimit")).exists();
        int port = Installed.freePort();
        int lane = Installed.freePort();
        Path data = folder.resolve("data");
        var sockets = new ArrayList<Socket>();
        try (var serving = Installed.packed(folder, List.of("prlimit", "--nofile=" + HANDLES), "--port", "" + port,
                "--lane-port", "" + lane, "--management-port", "-1", "--data", data.toString());
                var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(Files.readString(Path.of("/proc/" + serving.process().pid() + "/limits")))
                    .containsPattern("Max open files +" + HANDLES);
            var clock = Clock.systemUTC();
            var tokens = new LaneTokens(new LaneKeys(data.resolve("lane/keys"), clock), LaneSettingsForTests.in(data),
                    null, clock, JsonMapper.builder().build());
            int refused = 0;
            for (int i = 0; i < SCREENS; i++) {
                var socket = screen(lane, tokens.seal(somebody()), i);
                if (socket == null) refused++;
                else sockets.add(socket);
            }
            long began = System.nanoTime();
            var answer = LaneScreen.press(client, lane, tokens.seal(somebody()),
                    LaneScreen.body(Ids.next(), LaneProof.SCHOOL));
            long millis = (System.nanoTime() - began) / 1_000_000;
            System.out.printf(
                    "%d file handles, %d screens: %d open, %d refused with their reason; a press meanwhile was accepted after %d ms%n",
                    HANDLES, SCREENS, sockets.size(), refused, millis);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(sockets).hasSize(HANDLES - FOR_OTHERS);
            assertThat(refused).isEqualTo(SCREENS - sockets.size());
            assertThat(client
                    .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
                            .timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode())
                    .isEqualTo(200);
            assertThat(serving.said()).doesNotContain("Too many open files");
        } finally {
            for (var socket : sockets) socket.close();
        }
    }

    private static LaneSender somebody() {
        return new LaneSender(LaneProof.AGENCY, LaneProof.DISTRICT, false, Map.of(LaneProof.SCHOOL, LaneProof.DISTRICT),
                Ids.next(), "Robin Alder", true, true, true, Instant.now().plusSeconds(3600));
    }

    /** @return null where it was refused as it ought to be */
    private static Socket screen(int lane, String token, int number) throws Exception {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0." + (2 + number / 1000)), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", lane), 20_000);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET /lane/stream?token=" + token + " HTTP/1.1\r\nHost: lane\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String first = lines.readLine();
        if (first != null && first.contains(" 200 ")) return socket;
        try (socket) {
            assertThat(first).as("screen %d", number).contains(" 503 ");
            var said = new StringBuilder();
            for (String line; (line = lines.readLine()) != null
                    && !said.toString().contains("You can still raise an alert");)
                said.append(line);
            assertThat(said.toString()).contains("cannot open more screens", "You can still raise an alert");
            return null;
        }
    }
}
