package org.daywatch.emergencies.lane.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.daywatch._story.Installed;
import org.daywatch._story.OwnProcess;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneProof;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node in a process of its own, which has few file handles and no more room on its disk.
 *
 * <p>F-06, F-22, P-19 of docs/security.
 */
class ScarceNodeTest {

    private static final int HANDLES = 820;
    /** Less than one line of the log: whatever is written, here or into a new file, finds no room. */
    private static final int NO_ROOM = 64;

    @TempDir Path folder;
    private final TestClock clock = new TestClock();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Socket> screens = new ArrayList<>();
    private Process node;
    private int port;

    @BeforeEach
    void start() throws Exception {
        assumeThat(Path.of("/usr/bin/prlimit")).as("of util-linux").exists();
        port = Installed.freePort();
        var java = OwnProcess.command(128, List.of("-XX:-UsePerfData"), LaneNodeProcess.class,
                folder.resolve("node").toString(), Integer.toString(port), "", folder.resolve("keys").toString());
        var command = new ArrayList<>(List.of("prlimit", "--nofile=" + HANDLES + ":" + HANDLES));
        command.addAll(java);
        node = new ProcessBuilder(command).redirectErrorStream(true).start(); // through a pipe: a file would find no room either
        Thread.ofVirtual().start(() -> node.inputReader().lines().forEach(line -> {}));
        LaneProof.awaitLane(port);
    }

    @AfterEach
    void stop() throws Exception {
        for (var screen : screens) screen.close();
        client.shutdownNow();
        node.destroyForcibly().waitFor();
    }

    @Test
    void whereFileHandlesRunOutScreensAreRefusedWithAReasonAndPressesAreAccepted() throws Exception {
        String answer = screen();
        while (answer.contains("200 OK") && screens.size() < HANDLES) answer = screen();
        assertThat(answer).as("after " + screens.size() + " screens").contains("503")
                .contains("You can still raise an alert");
        assertThat(screens).hasSizeGreaterThan(100);
        for (int i = 0; i < 20; i++) assertThat(press().statusCode()).isEqualTo(202);
    }

    @Test
    void whereTheDiskIsFullAPressIsRefusedWithTheWordToCall911AndAcceptedAgainWhenThereIsRoom() throws Exception {
        for (int i = 0; i < 5; i++) assertThat(press().statusCode()).isEqualTo(202);
        room(Integer.toString(NO_ROOM));
        for (int i = 0; i < 3; i++) {
            var refused = press();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("911");
        }
        assertThat(lines()).as("what was accepted is on the disk, and nothing that was refused").isEqualTo(5);
        room("unlimited");
        assertThat(press().statusCode()).as("nobody repaired anything").isEqualTo(202);
        assertThat(lines()).isEqualTo(6);
    }

    /** The largest file the node may write. */
    private void room(String bytes) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("prlimit", "--pid", Long.toString(node.pid()), "--fsize=" + bytes + ":unlimited")
                .inheritIO().start().waitFor()).isZero();
    }

    /** @return what the node answers; the connection stays open */
    private String screen() throws IOException {
        var socket = new Socket("127.0.0.1", port);
        screens.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(("GET /lane/stream?token=" + token() + " HTTP/1.1\r\nHost: lane\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var bytes = new byte[4096];
        var answer = new StringBuilder();
        while (!answer.toString().contains("retry: ") && !answer.toString().contains("}")) {
            int read = socket.getInputStream().read(bytes);
            if (read < 0) break;
            answer.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
        }
        return answer.toString();
    }

    private java.net.http.HttpResponse<String> press() throws IOException, InterruptedException {
        return LaneScreen.press(client, port, token(),
                LaneScreen.body(Ids.next(), LaneNode.SCHOOL).replace("EXERCISE", "ACTUAL"));
    }

    private long lines() throws IOException {
        long lines = 0;
        try (var files = Files.list(folder.resolve("node/lane/spool"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".log")).toList())
                lines += Files.readString(file).lines().filter(line -> line.contains(" P {")).count();
        }
        return lines;
    }

    private String token() {
        var settings = TwoNodesTest.settings(folder, port, folder.resolve("keys"), "outside");
        var tokens = new LaneTokens(new LaneKeys(folder.resolve("keys"), clock), settings, null, clock,
                JsonMapper.builder().build());
        return tokens.seal(new LaneSender(LaneNode.AGENCY, LaneNode.DISTRICT, false,
                java.util.Map.of(LaneNode.SCHOOL, LaneNode.DISTRICT), Ids.next(), "Robin Alder", true, true, true,
                clock.instant().plusSeconds(3600)));
    }
}
