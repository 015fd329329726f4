package org.daywatch.emergencies.devices.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.DEVICE_KEY;
import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.platform.Tables.ACCOUNT;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.devices.SigningDevice;
import org.daywatch.emergencies.lane.LaneAddress;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;

/**
 * A teacher's device presses by its own key, through the real lane.
 *
 * <p>A-09, A-24, P-15 of docs/security.
 */
@DaywatchIT
class DeviceKeysIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("data-device-key=\"([0-9a-f-]{36})\"");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired LaneAddress lane;
    @Autowired DSLContext db;
    @Autowired @Qualifier("signin") DSLContext accounts;

    private PostedDay day;
    private UUID teacher;
    private Visit visit;
    private SigningDevice device;

    @BeforeEach
    void aTeacherWithARegisteredDevice() {
        day = new PostedDay(app);
        teacher = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                "teacher" + day.cast.suffix() + "@story.example", "Sasha Vandermeer", Role.TEACHER, day.school));
        visit = visitor.signedIn(teacher, day.cast.mesquite(), Role.TEACHER);
        device = new SigningDevice(lane.get(), clock);
        assertThat(visit.post("/devices", "label", "Sasha's phone", "key", device.publicKey()).statusCode())
                .isEqualTo(302);
        var found = ID.matcher(visit.get("/devices").body());
        assertThat(found.find()).isTrue();
        device.id = UUID.fromString(found.group(1));
        await().atMost(SOON).until(() -> press(Ids.next(), "TEST", "HOLD") == 202);
    }

    @Test
    void aDevicePressesForItsOwnerAndTheSamePressCountsOnce() {
        var id = Ids.next();
        assertThat(press(id, "ACTUAL", "LOCKDOWN")).isEqualTo(202);
        assertThat(press(id, "ACTUAL", "LOCKDOWN")).as("repeated").isEqualTo(202);
        await().atMost(SOON).untilAsserted(
                () -> assertThat(story.as(day.cast.agency(), () -> db.selectFrom(PRESS).where(PRESS.ID.eq(id)).fetch()))
                        .singleElement().satisfies(row -> {
                            assertThat(row.getPresser()).isEqualTo("Sasha Vandermeer");
                            assertThat(row.getPersonId()).isEqualTo(teacher);
                            assertThat(row.getSource()).isEqualTo("DEVICE");
                        }));
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(ALERT, ALERT.STATUS.eq("ACTUAL")))).isOne();
        var ack = device.send("POST", "/lane/acks",
                "{\"id\":\"" + Ids.next() + "\",\"alert\":\"" + id + "\",\"version\":1,\"kind\":\"SAFE\"}");
        assertThat(ack.statusCode()).as(ack.body()).isEqualTo(202);
    }

    @Test
    void itWorksWhileTheAccountIsLockedAndNotWhenItsOwnerHasLeft() {
        accounts.update(ACCOUNT).set(ACCOUNT.STATE, "LOCKED")
                .set(ACCOUNT.LOCKED_UNTIL, clock.instant().plus(Duration.ofDays(1)))
                .where(ACCOUNT.PERSON_ID.eq(teacher)).execute();
        await().atMost(SOON).untilAsserted(
                () -> assertThat(visit.get("/alert").statusCode()).as("their session is dead").isNotEqualTo(200));
        var later = System.nanoTime() + Duration.ofSeconds(3).toNanos(); // three rounds of reading keys lie in between
        await().atMost(SOON).until(() -> System.nanoTime() > later);
        assertThat(press(Ids.next(), "ACTUAL", "HELP_MEDICAL")).isEqualTo(202);
        story.run(day.cast.mesquite(), () -> organizations.part(teacher, Role.TEACHER));
        await().atMost(SOON).until(() -> press(Ids.next(), "TEST", "HOLD") == 401);
    }

    @Test
    void whatIsRefusedIsShownAsAnAttemptNobodyHasVerified() {
        var director = visitor.signedIn(
                story.as(day.cast.mesquite(),
                        () -> organizations.join(day.cast.mesquite(), "director" + day.cast.suffix() + "@story.example",
                                "Lee Park", Role.SAFETY_DIRECTOR, null)),
                day.cast.mesquite(), Role.SAFETY_DIRECTOR);
        assertThat(director.get("/devices/all").body()).contains("No alerts were rejected recently");
        var forger = new SigningDevice(lane.get(), clock);
        forger.id = device.id; // the number of a known device, and another key
        for (int i = 0; i < 20; i++)
            assertThat(forger.send("POST", "/lane/presses", body(Ids.next())).statusCode()).isEqualTo(401);
        visit.post("/devices/" + device.id + "/revocation");
        await().atMost(SOON).until(() -> press(Ids.next(), "TEST", "HOLD") == 401);
        await().pollInterval(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(60)).untilAsserted(() -> { // the lane learns of a school within a second; before, it cannot say whose it is
            forger.send("POST", "/lane/presses", body(Ids.next()));
            assertThat(director.get("/devices/all").body()).contains("Not signed with its key", "Sasha's phone",
                    "Ocotillo High");
        });
        assertThat(director.get("/devices/all").body().split("Not signed with its key", -1))
                .as("one in ten seconds, however often they try").hasSizeBetween(2, 4);
        var stranger = new SigningDevice(lane.get(), clock);
        stranger.id = UUID.randomUUID();
        await().pollInterval(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(stranger.send("POST", "/lane/presses", body(Ids.next())).statusCode()).isEqualTo(401);
            assertThat(press(Ids.next(), "TEST", "HOLD")).isEqualTo(401);
            assertThat(director.get("/devices/all").body()).contains("Unknown device", "Revoked device");
        });
        var other = story.cast();
        var elsewhere = visitor.signedIn(
                story.as(other.mesquite(), () -> organizations.join(other.mesquite(),
                        "director" + other.suffix() + "@story.example", "Kim Low", Role.SAFETY_DIRECTOR, null)),
                other.mesquite(), Role.SAFETY_DIRECTOR);
        assertThat(elsewhere.get("/devices/all").body()).as("another district")
                .contains("No alerts were rejected recently");
    }

    private String body(UUID id) {
        return "{\"id\":\"" + id + "\",\"school\":\"" + day.school
                + "\",\"status\":\"ACTUAL\",\"action\":\"HOLD\",\"source\":\"DEVICE\"}";
    }

    @Test
    void aRevokedKeyIsDeadWithinTwoSeconds() {
        assertThat(visit.post("/devices/" + device.id + "/revocation").statusCode()).isEqualTo(302);
        long revoked = System.nanoTime();
        await().pollInterval(Duration.ofMillis(100)).atMost(SOON).until(() -> press(Ids.next(), "TEST", "HOLD") == 401);
        System.out.printf("a revoked key was dead after %d ms%n", (System.nanoTime() - revoked) / 1_000_000);
        assertThat(visit.post("/devices/" + device.id + "/revocation").statusCode()).as("twice").isEqualTo(404);
    }

    @Test
    void itPressesAtItsOwnersSchoolOnlyAndReadsNothing() {
        var answer = device.send("POST", "/lane/presses",
                SigningDevice.press(Ids.next(), Ids.next(), "ACTUAL", "HOLD"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("911");
        assertThat(device.send("GET", "/lane/stream", "").statusCode()).as("no stream").isEqualTo(401);
        for (String path : new String[] {"/alerts", "/alerts/screen", "/alert/mine", "/devices"}) {
            assertThat(visitor.stranger().send(HttpRequest
                    .newBuilder(URI.create(
                            "http://localhost:" + app.getEnvironment().getRequiredProperty("local.server.port") + path))
                    .header("Daywatch-Device", device.id.toString()).header("Accept", "application/json").GET())
                    .statusCode()).as(path).isNotEqualTo(200);
        }
        String body = SigningDevice.press(Ids.next(), day.school, "TEST", "HOLD");
        var forged = device.send("POST", "/lane/presses", body.replace("TEST", "ACTUAL"), body);
        assertThat(forged.statusCode()).as("another body").isEqualTo(401);
        assertThat(forged.body()).contains("signature", "911");
    }

    @Test
    void whatIsWrongIsNamedAndNobodyRevokesAnothersKey() {
        assertThat(visit.post("/devices", "label", "", "key", device.publicKey()).body()).contains("Enter a name");
        assertThat(visit.post("/devices", "label", "again", "key", device.publicKey()).body())
                .contains("already registered");
        assertThat(visit.post("/devices", "label", "x", "key", "AAAA").statusCode()).isEqualTo(400);
        var colleague = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                "other" + day.cast.suffix() + "@story.example", "Quinn Harroway", Role.TEACHER, day.school));
        var other = visitor.signedIn(colleague, day.cast.mesquite(), Role.TEACHER);
        assertThat(other.post("/devices/" + device.id + "/revocation").statusCode()).isEqualTo(404);
        assertThat(other.get("/devices").body()).doesNotContain("Sasha's phone");
        var row = story.as(day.cast.agency(),
                () -> db.selectFrom(DEVICE_KEY).where(DEVICE_KEY.ID.eq(device.id)).fetchSingle());
        assertThat(Duration.between(row.getMadeAt(), row.getExpiresAt()).toDays()).isEqualTo(365);
        assertThat(row.getRule()).startsWith("DEVICE-KEY-LIFE@");
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/devices").statusCode()).as("who may not press").isEqualTo(403);
    }

    @Test
    void thePersonWhoSetsUpAlertsEndsALostDeviceOfTheirSchool() {
        var elsewhere = member("elsewhere", Role.PRINCIPAL, Ids.next());
        assertThat(elsewhere.get("/devices/all").body()).doesNotContain("Sasha");
        assertThat(elsewhere.post("/devices/all/" + device.id + "/revocation").statusCode()).isEqualTo(404);
        assertThat(visit.get("/devices/all").statusCode()).as("a teacher").isEqualTo(403);
        var principal = member("principal", Role.PRINCIPAL, day.school);
        assertThat(principal.get("/devices/all?q=sasha").body()).contains("Sasha Vandermeer", "phone", "Ocotillo High");
        assertThat(principal.get("/devices/all.csv").body()).contains("Sasha Vandermeer,TEACHER,Ocotillo High",
                device.id.toString());
        assertThat(principal.post("/devices/all/" + device.id + "/revocation").statusCode()).isEqualTo(302);
        await().atMost(SOON).until(() -> press(Ids.next(), "TEST", "HOLD") == 401);
    }

    @Test
    void theAlertSaysHowLongAPressWasKept() {
        var id = Ids.next();
        String body = SigningDevice.press(id, day.school, "ACTUAL", "HOLD").replace("}",
                ",\"deviceAt\":\"" + clock.instant().minus(Duration.ofMinutes(14)) + "\"}");
        assertThat(device.send("POST", "/lane/presses", body).statusCode()).isEqualTo(202);
        await().atMost(SOON).untilAsserted(() -> assertThat(visit.get("/alerts/" + id).body())
                .contains("sent after 14 minutes without a connection"));
    }

    private Visit member(String who, Role role, UUID at) {
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                who + day.cast.suffix() + "@story.example", who, role, at));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }

    /** docs/guides/devices.md, as somebody types it who has openssl and curl. */
    @Test
    void theCommandsOfTheGuidePress(@TempDir Path folder) throws Exception {
        assumeThat(List.of("openssl", "curl", "bash")).allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool)));
        clock.setTo(Instant.now()); // the commands sign with the time it is
        visit = visitor.signedIn(teacher, day.cast.mesquite(), Role.TEACHER);
        String guide = Files.readString(Path.of("docs/guides/devices.md"));
        run(folder, "openssl genpkey -algorithm ed25519 -out device.pem", Map.of());
        assertThat(guide).contains("openssl genpkey -algorithm ed25519 -out device.pem",
                "openssl pkey -in device.pem -pubout");
        assertThat(visit.post("/devices", "label", "Radio button", "key",
                run(folder, "openssl pkey -in device.pem -pubout", Map.of())).statusCode()).isEqualTo(302);
        var ids = ID.matcher(visit.get("/devices").body()).results().map(found -> found.group(1))
                .filter(id -> !id.equals(device.id.toString())).toList();
        assertThat(ids).hasSize(1);
        String commands = guide.substring(guide.indexOf("```bash") + 7,
                guide.indexOf("```", guide.indexOf("```bash") + 7));
        var at = Map.of("LANE", lane.get(), "DEVICE", ids.getFirst(), "SCHOOL", day.school.toString());
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(
                () -> assertThat(run(folder, commands, at)).endsWith("202\n").contains("\"accepted\":true"));
    }

    private static String run(Path folder, String commands, Map<String, String> environment) throws Exception {
        var process = new ProcessBuilder("/usr/bin/bash", "-eu", "-c", commands).directory(folder.toFile())
                .redirectErrorStream(true);
        process.environment().putAll(environment);
        var running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return said;
    }

    private int press(UUID id, String status, String action) {
        return device.send("POST", "/lane/presses", SigningDevice.press(id, day.school, status, action)).statusCode();
    }
}
