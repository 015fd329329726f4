package org.daywatch.emergencies.cap.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.CAP_NOTICE;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.cap.CapCheck;
import org.daywatch.emergencies.cap.CapSignature;
import org.daywatch.emergencies.webhooks.calls.WebhookSignature;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** CAP messages of others, by hand and by signed post, shown where they hold and never more than information. */
@DaywatchIT
class CapNoticesIT {

    private static final Pattern MADE = Pattern
            .compile("<p class=\"cap-key\">https?://[^/]+(/cap/[\\w-]+)</p><p class=\"cap-key\">(dwh_[\\w-]+)</p>");
    private static final String NEAR = "33.45,-112.07 5";
    private static final String FAR = "35.00,-112.07 5";

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private PostedDay day;
    private Visit director;
    private Visit teacher;

    @BeforeEach
    void aDistrictWithASchoolOfKnownPlace() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        director = member("director", Role.SAFETY_DIRECTOR, null);
        teacher = member("teacher", Role.TEACHER, day.school);
    }

    @Test
    void aMessageTakenInByHandIsShownToTheSchoolsOfItsAreaAndRaisesNothing() {
        assertThat(director
                .post("/cap-notices", "message", message("dust-1", "Alert", "Actual", NEAR, "", "Dust storm coming"))
                .statusCode()).isEqualTo(302);
        director.post("/cap-notices", "message", message("dust-2", "Alert", "Actual", FAR, "", "Snow elsewhere"));
        director.post("/cap-notices", "message", message("drill-1", "Alert", "Exercise", NEAR, "", "Flood drill"));
        assertThat(teacher.get("/cap-notices").body()).contains("Dust storm coming", "Information",
                "Imported by director", "Drill of another agency", "Flood drill").doesNotContain("Snow elsewhere");
        assertThat(teacher.get("/cap-notices/here").body()).contains("Dust storm coming")
                .doesNotContain("Snow elsewhere");
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/cap-notices").body()).contains("Dust storm coming");
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(ALERT))).isZero();
        assertThat(teacher.post("/cap-notices", "message", "x").statusCode()).isEqualTo(403);
        assertThat(member("principal", Role.PRINCIPAL, day.school)
                .post("/cap-notices", "message", message("p", "Alert", "Actual", NEAR, "", "P")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUpdateChangesACancelWithdrawsADuplicateCountsOnceAndWhatHasEndedVanishes() {
        director.post("/cap-notices", "message", message("a", "Alert", "Actual", NEAR, "", "First word"));
        director.post("/cap-notices", "message", message("a", "Alert", "Actual", NEAR, "", "First word"));
        assertThat(story.as(day.cast.mesquite(), () -> db.fetchCount(CAP_NOTICE))).as("twice is once").isOne();
        assertThat(director.get("/cap-notices").body()).contains("was already imported");
        director.post("/cap-notices", "message", message("b", "Update", "Actual", NEAR, reference("a"), "Second word"));
        assertThat(teacher.get("/cap-notices").body()).contains("Second word").doesNotContain("First word");
        director.post("/cap-notices", "message", message("c", "Cancel", "Actual", NEAR, reference("b"), "Withdrawn"));
        assertThat(teacher.get("/cap-notices").body()).contains("No current notices").doesNotContain("Second word")
                .doesNotContain("Withdrawn");
        director.post("/cap-notices", "message", message("d", "Alert", "Actual", NEAR, "", "Short word"));
        assertThat(teacher.get("/cap-notices").body()).contains("Short word");
        clock.move(Duration.ofMinutes(61));
        assertThat(teacher.get("/cap-notices").body()).contains("No current notices");
    }

    @Test
    void whatIsNoMessageForSchoolsIsRefusedWithTheFault() {
        assertThat(director.post("/cap-notices", "message", "<alert/>").statusCode()).isEqualTo(400);
        assertThat(director.post("/cap-notices", "message", "<!DOCTYPE x><alert/>").statusCode()).isEqualTo(400);
        assertThat(director.post("/cap-notices", "message", message("s", "Alert", "System", NEAR, "", "S")).body())
                .contains("System or Draft are not for schools");
        assertThat(director.post("/cap-notices", "message", message("k", "Ack", "Actual", NEAR, reference("a"), "K"))
                .body()).contains("type Ack or Error are not for schools");
        assertThat(story.as(day.cast.mesquite(), () -> db.fetchCount(CAP_NOTICE))).isZero();
    }

    @Test
    void anAgencyPostsSignedAndNobodyElseDoes() throws Exception {
        var made = MADE.matcher(director.post("/cap-notices/sources", "name", "County weather desk").body());
        assertThat(made.find()).isTrue();
        String door = made.group(1);
        String key = made.group(2);
        String dust = message("dust-9", "Alert", "Actual", NEAR, "", "Dust by post");
        assertThat(post(door, key, 0, dust).statusCode()).isEqualTo(201);
        assertThat(post(door, key, 0, dust).statusCode()).as("known already").isEqualTo(200);
        assertThat(teacher.get("/cap-notices").body()).contains("Dust by post",
                "Sent by County weather desk, signature checked.");
        assertThat(post(door, "dwh_guessed", 0, message("x", "Alert", "Actual", NEAR, "", "Forged")).statusCode())
                .isEqualTo(401);
        assertThat(post(door, key, -301, message("x", "Alert", "Actual", NEAR, "", "Replayed late")).statusCode())
                .isEqualTo(401);
        assertThat(post(door.substring(0, door.length() - 3) + "AAA", key, 0, dust).statusCode()).isEqualTo(401);
        assertThat(post("/cap/x", key, 0, dust).statusCode()).isEqualTo(401);
        var broken = post(door, key, 0, "<alert/>");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("\"taken\":\"refused\"", "why");
        var other = MADE.matcher(director.post("/cap-notices/sources", "name", "Neighbor").body());
        assertThat(other.find()).isTrue();
        assertThat(post(other.group(1), other.group(2), 0,
                message("w", "Cancel", "Actual", NEAR, reference("dust-9"), "Not theirs")).statusCode()).isEqualTo(201);
        assertThat(teacher.get("/cap-notices").body()).as("nobody withdraws another's notice").contains("Dust by post");
        var id = Pattern.compile("/cap-notices/sources/([0-9a-f-]{36})/stopping")
                .matcher(director.get("/cap-notices").body()).results().findFirst().orElseThrow().group(1);
        director.post("/cap-notices/sources/" + id + "/stopping");
        assertThat(post(door, key, 0, dust).statusCode()).isEqualTo(401);
        assertThat(director.get("/cap-notices").body()).doesNotContain(key);
    }

    @Test
    void aNoticeThatSaysOnlyItsNoteOrNothingIsShownAsThat() {
        String bare = message("bare-1", "Alert", "Actual", NEAR, "", "x").replaceFirst("(?s)<info>.*</info>",
                "<note>Gas odor near the stadium</note>");
        assertThat(director.post("/cap-notices", "message", bare).statusCode()).isEqualTo(302);
        assertThat(teacher.get("/cap-notices").body()).contains("Gas odor near the stadium", "Severity unknown");
        assertThat(director
                .post("/cap-notices", "message", bare.replace("bare-1", "bare-2").replaceFirst("<note>.*</note>", ""))
                .statusCode()).isEqualTo(302);
        assertThat(teacher.get("/cap-notices").body()).contains("The sender gave no details. Ask them what happened.");
        assertThat(teacher.get("/alerts").statusCode()).isEqualTo(200);
    }

    @Test
    void ofAnAgencyThatSignsItsMessagesOnlyThoseAreTaken() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var refused = director.post("/cap-notices/sources", "name", "State weather", "publicKey", "no key at all");
        assertThat(refused.body()).contains("This is not a public key", "no key at all", "State weather");
        var made = MADE.matcher(director.post("/cap-notices/sources", "name", "State weather", "publicKey",
                Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())).body());
        assertThat(made.find()).isTrue();
        assertThat(director.get("/cap-notices").body()).contains("Only messages signed by this agency are accepted.");
        String plain = message("dust-20", "Alert", "Actual", NEAR, "", "Signed dust");
        var unsigned = post(made.group(1), made.group(2), 0, plain);
        assertThat(unsigned.statusCode()).isEqualTo(422);
        assertThat(unsigned.body()).contains("no signature of its own");
        var message = CapCheck.of(plain.getBytes(UTF_8)).message().orElseThrow();
        String another = CapSignature.sign(message,
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(), "state");
        assertThat(post(made.group(1), made.group(2), 0, another).statusCode()).as("by another key").isEqualTo(422);
        String signed = CapSignature.sign(message, pair.getPrivate(), "state");
        assertThat(post(made.group(1), made.group(2), 0, signed.replace("Signed dust", "Forged dust")).statusCode())
                .as("altered after it was signed").isEqualTo(422);
        assertThat(post(made.group(1), made.group(2), 0, signed).statusCode()).isEqualTo(201);
        assertThat(teacher.get("/cap-notices").body())
                .contains("Signed dust", "Sent by State weather. The message’s own signature")
                .doesNotContain("Forged dust");
    }

    private HttpResponse<String> post(String path, String key, long off, String body) throws Exception {
        long time = clock.instant().getEpochSecond() + off;
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/cap+xml").header("Daywatch-Time", Long.toString(time))
                .header("Daywatch-Signature", "v1=" + WebhookSignature.hmac(key, time + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return visitor.stranger().send(request);
    }

    private OffsetDateTime sent() {
        return OffsetDateTime.ofInstant(TestClock.START, ZoneOffset.ofHours(-7)).withNano(0);
    }

    /** What refers to another one is later; identifiers in the order of the alphabet, "a" and longer ones at once. */
    private OffsetDateTime sent(String identifier) {
        return identifier.length() > 1 ? sent() : sent().plusSeconds(identifier.charAt(0) - 'a');
    }

    private static String time(OffsetDateTime at) {
        return at.format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx"));
    }

    private String reference(String identifier) {
        return "w@weather.example," + identifier + "," + time(sent(identifier));
    }

    private String message(String identifier, String type, String status, String circle, String references,
            String headline) {
        var at = sent(identifier);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier><sender>w@weather.example</sender><sent>%s</sent><status>%s</status><msgType>%s</msgType><scope>Public</scope>%s%s
                <info><category>Met</category><event>Weather</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty><expires>%s</expires><headline>%s</headline>
                <area><areaDesc>Around there</areaDesc><circle>%s</circle></area></info></alert>""".formatted(
                identifier, time(at), status, type,
                status.equals("Exercise") ? "<note>A drill</note>" : "",
                references.isEmpty() ? "" : "<references>" + references + "</references>", time(sent().plusHours(1)),
                headline, circle);
    }

    private Visit member(String who, Role role, java.util.UUID at) {
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                who + day.cast.suffix() + "@story.example", who, role, at));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
