package org.daywatch.emergencies.devices.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.emergencies.Tables.PRESS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.lane.LaneAddress;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A desk button's service presses by a hook, through the real lane.
 *
 * <p>A-23 of docs/security.
 */
@DaywatchIT
class PressHooksIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern SECRET = Pattern.compile("<p class=\"hook-code\">([A-Za-z0-9_-]{43})</p>");
    private static final Pattern HOOK = Pattern.compile("/press-hooks/([0-9a-f-]{36})/");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired LaneAddress lane;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;
    private String hook;
    private String secret;

    @BeforeEach
    void aHookWithAButtonAtTheGate() {
        day = new PostedDay(app);
        principal = member("principal", Role.PRINCIPAL, day.school);
        var made = principal.post("/press-hooks", "label", "Radio buttons", "at", day.school.toString(), "buttonField",
                "data.button", "eventField", "event");
        assertThat(made.statusCode()).isEqualTo(200);
        secret = secret(made);
        hook = first(HOOK, made.body());
        assertThat(set("B-17", "Front gate", "LOCKDOWN", "ACTUAL").statusCode()).isEqualTo(302);
        await().atMost(SOON).until(() -> post("B-17", "ready", true).statusCode() == 202);
    }

    @Test
    void aButtonRaisesWhatItsPageSaysOnceForEachEvent() {
        assertThat(post("B-17", "e1", false).statusCode()).isEqualTo(202);
        assertThat(post("B-17", "e1", false).statusCode()).as("sent again").isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(),
                        () -> db.selectFrom(PRESS).where(PRESS.STATUS.eq("ACTUAL")).fetch())).singleElement()
                        .satisfies(row -> {
                            assertThat(row.getAction()).isEqualTo("LOCKDOWN");
                            assertThat(row.getSchoolId()).isEqualTo(day.school);
                            assertThat(row.getPlace()).isEqualTo("Front gate");
                            assertThat(row.getPresser()).isEqualTo("Radio buttons: Front gate");
                            assertThat(row.getPersonId()).isNull();
                        }));
        await().atMost(SOON).untilAsserted(() -> assertThat(principal.get("/press-hooks/" + hook).body())
                .contains("Alert raised", "e1", "\"action\":\"LOCKDOWN\"").doesNotContain(secret));
    }

    @Test
    void whatIsNotSignedTooOldOrUnknownPressesNothingAndIsShown() {
        String body = body("B-17", "forged", false);
        assertThat(send(body, "0".repeat(64), clock.instant()).statusCode()).isEqualTo(401);
        assertThat(send(body, signature(secret, clock.instant(), body + " "), clock.instant()).statusCode())
                .as("another body").isEqualTo(401);
        var old = clock.instant().minusSeconds(301);
        assertThat(send(body, signature(secret, old, body), old).statusCode()).as("five minutes and a second ago")
                .isEqualTo(401);
        var unknown = post("B-99", "e9", false);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"field\":\"data.button\"", "\"value\":\"B-99\"",
                "a button that is not set up");
        assertThat(send("{}", signature(secret, clock.instant(), "{}"), clock.instant()).body())
                .contains("\"field\":\"data.button\"");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(principal.get("/press-hooks/" + hook).body()).contains(
                        "Rejected: unknown button", "B-99", "Rejected: unreadable message",
                        "Rejected: wrong signature or time"));
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(PRESS, PRESS.STATUS.eq("ACTUAL")))).isZero();
    }

    @Test
    void whileItIsTestedEveryPressIsATest() {
        assertThat(principal.post("/press-hooks/" + hook + "/testing", "on", "true").statusCode()).isEqualTo(302);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(principal.get("/press-hooks/" + hook).body()).contains("End test"));
        var began = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        await().atMost(SOON).until(() -> System.nanoTime() > began); // the lane reads it within two seconds
        assertThat(post("B-17", "tried", false).statusCode()).isEqualTo(202);
        assertThat(principal.post("/press-hooks/" + hook + "/test-press", "button", "B-17").statusCode())
                .isEqualTo(302);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(), () -> db.fetchCount(PRESS))).isEqualTo(3));
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(PRESS, PRESS.STATUS.ne("TEST")))).isZero();
        await().atMost(SOON).untilAsserted(() -> assertThat(principal.get("/press-hooks/" + hook).body())
                .contains("tried", "resulted in", "\"status\":\"TEST\"").doesNotContain("\"status\":\"ACTUAL\""));
        clock.move(Duration.ofMinutes(11));
        assertThat(principal.get("/press-hooks/" + hook).body()).as("it ends by itself").contains("Start test");
    }

    @Test
    void anOldSecretCountsForADayUnlessItLeakedAndARevokedHookOpensNothing() {
        String old = secret;
        secret = secret(principal.post("/press-hooks/" + hook + "/secret"));
        assertThat(secret).isNotEqualTo(old);
        await().atMost(SOON).until(() -> post("B-17", "new", true).statusCode() == 202);
        String body = body("B-17", "old", true);
        assertThat(send(body, signature(old, clock.instant(), body), clock.instant()).statusCode())
                .as("the day of the change").isEqualTo(202);
        clock.move(Duration.ofHours(25));
        assertThat(send(body, signature(old, clock.instant(), body), clock.instant()).statusCode()).as("a day later")
                .isEqualTo(401);
        principal = member("principal", Role.PRINCIPAL, day.school); // their session of yesterday is over
        String leaked = secret;
        secret = secret(principal.post("/press-hooks/" + hook + "/secret", "leaked", "true"));
        await().atMost(SOON).until(() -> post("B-17", "third", true).statusCode() == 202);
        assertThat(send(body, signature(leaked, clock.instant(), body), clock.instant()).statusCode()).as("leaked")
                .isEqualTo(401);
        assertThat(principal.post("/press-hooks/" + hook + "/revocation").statusCode()).isEqualTo(302);
        await().atMost(SOON).until(() -> post("B-17", "late", true).statusCode() == 401);
    }

    @Test
    void aPrincipalSetsUpTheirOwnSchoolOnlyAndWhatIsWrongIsNamed() {
        var director = member("director", Role.SAFETY_DIRECTOR, null);
        String wide = first(HOOK, director.post("/press-hooks", "label", "Wristbands", "at", "all:" + day.school,
                "buttonField", "button", "eventField", "event").body());
        assertThat(principal.get("/press-hooks/" + wide).statusCode()).isEqualTo(404);
        assertThat(principal.post("/press-hooks/" + wide + "/revocation").statusCode()).isEqualTo(404);
        assertThat(principal.post("/press-hooks", "label", "x", "at", "all:" + day.school, "buttonField", "button",
                "eventField", "event").statusCode()).isEqualTo(400);
        assertThat(director.get("/press-hooks").body()).contains("Wristbands", "Radio buttons");
        assertThat(principal.post("/press-hooks", "label", "", "at", day.school.toString(), "buttonField", "a b",
                "eventField", "event").statusCode()).isEqualTo(400);
        assertThat(set("", "", "RUN", "MAYBE").body()).contains("exactly as the maker uses it",
                "Choose a room, or describe where", "Choose what the school must do", "Choose real, drill or test");
        assertThat(member("teacher", Role.TEACHER, day.school).get("/press-hooks").statusCode()).isEqualTo(403);
        assertThat(principal.post("/press-hooks/" + hook + "/buttons/removal", "button", "B-17").statusCode())
                .isEqualTo(302);
        await().atMost(SOON).until(() -> post("B-17", "removed", true).statusCode() == 400);
    }

    private HttpResponse<String> set(String button, String place, String action, String status) {
        return principal.post("/press-hooks/" + hook + "/buttons", "button", button, "place", place, "action", action,
                "detail", "", "status", status);
    }

    private HttpResponse<String> post(String button, String event, boolean test) {
        String body = body(button, event, test);
        return send(body, signature(secret, clock.instant(), body), clock.instant());
    }

    private static String body(String button, String event, boolean test) {
        return "{\"data\":{\"button\":\"" + button + "\"},\"event\":\"" + event + "\",\"test\":" + test + "}";
    }

    private static String signature(String secret, Instant time, String body) {
        return HexFormat.of().formatHex(HookSecrets.signature(secret, Long.toString(time.getEpochSecond()),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(String body, String signature, Instant time) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create(lane.get() + "/lane/presses"))
                    .header("Daywatch-Hook", hook).header("Daywatch-Time", Long.toString(time.getEpochSecond()))
                    .header("Daywatch-Signature", signature).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String secret(HttpResponse<String> shown) {
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return first(SECRET, shown.body());
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private Visit member(String who, Role role, UUID at) {
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                who + day.cast.suffix() + "@story.example", who, role, at));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
