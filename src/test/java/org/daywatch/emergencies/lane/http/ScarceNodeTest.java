package org.daywatch.emergencies.lane.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.daywatch._story.Installed;
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

/** A node in a process of its own, which has few file handles and no more room on its disk. */
class ScarceNodeTest {

    private static final int HANDLES = 850;
    private static final int KILOBYTES = 64;

    @TempDir Path folder;
    private final TestClock clock = new TestClock();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<LaneScreen> screens = new ArrayList<>();
    private Process node;
    private int port;

    @BeforeEach
    void start() throws Exception {
        assumeThat(Path.of("/usr/bin/prlimit")).as("of util-linux").exists();
        port = Installed.freePort();
        var java = List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
                LaneNodeProcess.class.getName(), folder.resolve("node").toString(), Integer.toString(port), "", folder.resolve("keys").toString());
        var command = new ArrayList<>(List.of("prlimit", "--nofile=" + HANDLES + ":" + HANDLES, "--fsize=" + KILOBYTES * 1024 + ":unlimited"));
        command.addAll(java);
        // What it says goes through a pipe: a file of its own would be cut at the same size.
        node = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofVirtual().start(() -> node.inputReader().lines().forEach(line -> {}));
        LaneProof.awaitLane(port);
    }

    @AfterEach
    void stop() throws Exception {
        screens.forEach(LaneScreen::close);
        client.shutdownNow();
        node.destroyForcibly().waitFor();
    }

    @Test
    void whereFileHandlesRunOutScreensAreRefusedWithAReasonAndPressesAreAccepted() throws Exception {
        String refused = "";
        while (refused.isEmpty() && screens.size() < HANDLES) {
            try {
                screens.add(new LaneScreen(port, token(), 0));
            } catch (IOException e) {
                refused = e.getMessage();
            }
        }
        assertThat(refused).as("after " + screens.size() + " screens").startsWith("503").contains("Pressing still works");
        assertThat(screens).hasSizeGreaterThan(100);
        for (int i = 0; i < 20; i++) assertThat(press().statusCode()).isEqualTo(202);
    }

    @Test
    void whereTheDiskIsFullAPressIsRefusedWithTheWordToCall911AndAcceptedAgainWhenThereIsRoom() throws Exception {
        var answer = press();
        int accepted = 0;
        for (; answer.statusCode() == 202 && accepted < 2000; accepted++) answer = press();
        assertThat(answer.statusCode()).as("after " + accepted + " presses").isEqualTo(503);
        assertThat(answer.body()).contains("911");
        assertThat(press().statusCode()).isEqualTo(503);
        assertThat(accepted).isPositive();
        long lines = lines();
        new ProcessBuilder("prlimit", "--pid", Long.toString(node.pid()), "--fsize=unlimited:unlimited").inheritIO().start().waitFor();
        assertThat(press().statusCode()).as("nobody repaired anything").isEqualTo(202);
        assertThat(lines()).isEqualTo(lines + 1);
        assertThat(lines).as("what was accepted is on the disk, and nothing that was refused").isEqualTo(accepted);
    }

    private java.net.http.HttpResponse<String> press() throws IOException, InterruptedException {
        return LaneScreen.press(client, port, token(), LaneScreen.body(Ids.next(), LaneNode.SCHOOL));
    }

    private long lines() throws IOException {
        long lines = 0;
        try (var files = Files.list(folder.resolve("node/lane/spool"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".log")).toList()) lines += Files.readString(file).lines().filter(line -> line.contains(" P {")).count();
        }
        return lines;
    }

    private String token() {
        var settings = TwoNodesTest.settings(folder, port, folder.resolve("keys"), "outside");
        var tokens = new LaneTokens(new LaneKeys(folder.resolve("keys"), clock), settings, null, clock, JsonMapper.builder().build());
        return tokens.seal(new LaneSender(LaneNode.AGENCY, LaneNode.DISTRICT, false, java.util.Map.of(LaneNode.SCHOOL, LaneNode.DISTRICT), Ids.next(), "Robin Alder", true, true, true,
                clock.instant().plusSeconds(3600)));
    }
}
