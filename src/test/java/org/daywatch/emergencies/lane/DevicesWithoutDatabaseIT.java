package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.daywatch._story.Installed;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.devices.DeviceRefresh;
import org.daywatch.emergencies.devices.SigningDevice;
import org.daywatch.emergencies.devices.hooks.SigningHook;
import org.daywatch.emergencies.devices.keys.DeviceKeys;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL is gone: a device's key and a hook's secret are known all the same, and what was pressed meanwhile is in
 * the database afterward, once.
 */
class DevicesWithoutDatabaseIT {

    @TempDir Path folder;

    @Test
    void aDeviceAndADeskButtonPressWhileTheDatabaseIsStopped() throws Exception {
        int port = Installed.freePort();
        Path data = folder.resolve("data");
        try (var app = LaneApp.start(data, port, List.of())) {
            var device = new SigningDevice("http://127.0.0.1:" + port, app.getBean(TestClock.class));
            var story = app.getBean(Story.class);
            UUID teacher = story.as(LaneProof.DISTRICT, () -> app.getBean(Organizations.class).join(LaneProof.DISTRICT,
                    "teacher@lane.example", "Sasha Vandermeer", Role.TEACHER, LaneProof.SCHOOL));
            var actor = new Actor(teacher, "Sasha Vandermeer", LaneProof.DISTRICT, "Lane District", Role.TEACHER,
                    Set.of(), LaneProof.SCHOOL, Capacity.NONE, Ids.next(), "en");
            device.id = story.as(LaneProof.DISTRICT,
                    () -> app.getBean(DeviceKeys.class).register(actor, "Phone", device.publicKey())).id();
            app.getBean(DeviceRefresh.class).has(LaneProof.AGENCY);
            var hook = new SigningHook(app, "http://127.0.0.1:" + port, LaneProof.AGENCY, LaneProof.DISTRICT,
                    LaneProof.SCHOOL);
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> press(device) == 202 && hook.press("before") == 202);
            var server = ProcessHandle
                    .of(Long.parseLong(Files.readAllLines(data.resolve("data/postmaster.pid")).getFirst().strip()))
                    .orElseThrow();
            var command = Files.readString(Path.of("/proc/" + server.pid() + "/cmdline")).split("\0");
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
            server.onExit().get(30, TimeUnit.SECONDS);
            long until = System.nanoTime() + Duration.ofSeconds(4).toNanos(); // some rounds of reading keys fail in between
            int pressed = 0;
            while (System.nanoTime() < until) {
                assertThat(press(device)).isEqualTo(202);
                assertThat(hook.press("during " + ++pressed)).isEqualTo(202);
                assertThat(hook.press("during " + pressed)).as("the same event again").isEqualTo(202);
                Thread.sleep(500);
            }
            int byHook = pressed + 1;
            var again = new ArrayList<>(
                    System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.<String>of()); // else closing waits for it
            again.addAll(List.of(command));
            var back = new ProcessBuilder(again).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("again.log").toFile()).start();
            try {
                Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> story
                        .as(LaneProof.DISTRICT, () -> app.getBean(DeviceKeys.class).of(teacher)).size() == 1);
                Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                        .untilAsserted(() -> assertThat(story.as(LaneProof.DISTRICT, () -> app.getBean(JdbcClient.class)
                                .sql("select count(*) from emergencies.press where presser = 'Desk buttons: Front gate'")
                                .query(Integer.class).single())).isEqualTo(byHook));
            } finally {
                app.close();
                back.descendants().forEach(ProcessHandle::destroy);
                back.destroy();
                back.waitFor();
            }
        }
    }

    private static int press(SigningDevice device) {
        return device.send("POST", "/lane/presses", SigningDevice.press(Ids.next(), LaneProof.SCHOOL, "TEST", "HOLD"))
                .statusCode();
    }
}
