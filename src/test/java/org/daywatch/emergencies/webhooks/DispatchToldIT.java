package org.daywatch.emergencies.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.DISPATCH_TAKEN;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;
import static org.daywatch_db.emergencies.Tables.ROLL_CALL;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.webhooks.FakeReceiver.Act;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What pages say about 911 is what a 911 center took, and nothing else. */
@DaywatchIT
class DispatchToldIT {

    private static final String NOT = "Daywatch has not notified 911. Call 911 if you need police, fire or EMS.";
    private static final String TAKEN = "911 (Mesquite 911) received this alert at ";
    private static final Pattern LINK = Pattern
            .compile("<p class=\"responder-address\">https?://[^/]+(/r/[\\w-]+)</p>");

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private ToldDistrict told;
    private FakeReceiver receiver;

    @BeforeEach
    void aDistrictThatTells() {
        told = new ToldDistrict(app);
    }

    @AfterEach
    void closed() {
        if (receiver != null) receiver.close();
    }

    @Test
    void everyPageSaysThat911WasToldOnceACenterTookItAndNotWhenItWasOnlySent() throws Exception {
        told.heardBy(receiver = new FakeReceiver(Act.BROKEN, Act.LOST), "Mesquite 911", "CAP", true,
                AlertStatus.ACTUAL);
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        var pages = pages(alert);
        String link = link(alert);
        for (var refused : List.of("500", "taken, and the answer lost")) {
            told.send();
            pages.forEach((what, path) -> assertThat(told.director.get(path).body()).as("%s after: %s", what, refused)
                    .contains(NOT).doesNotContain(TAKEN));
            assertThat(told.director.get("/alerts/screen").body()).contains("\"dispatch\":{}");
            assertThat(visitor.stranger().get(link).body())
                    .contains("911 has not acknowledged a message from Daywatch.");
            clock.move(Duration.ofSeconds(150));
        }
        told.send();
        assertThat(receiver.got).hasSize(3);
        pages.forEach((what, path) -> assertThat(told.director.get(path).body()).as(what).contains(TAKEN + "6:05")
                .doesNotContain(NOT));
        assertThat(told.director.get("/alerts/screen").body()).contains("\"dispatch\":{\"" + alert + "\":{", TAKEN);
        assertThat(visitor.stranger().get(link).body()).contains(TAKEN);
        clock.move(Duration.ofSeconds(1));
        told.director.post("/alerts/" + alert + "/change", "action", "EVACUATE", "why", "smoke in the gym");
        pages.forEach((what, path) -> assertThat(told.director.get(path).body())
                .as("%s: what is told now 911 has not heard", what)
                .contains("911 (Mesquite 911) has the earlier alert (Secure) from 6:05",
                        "not this change. Call 911 now."));
        told.send();
        pages.forEach((what, path) -> assertThat(told.director.get(path).body()).as(what).contains(TAKEN));
    }

    @Test
    void aReceiverThatIsNo911CenterChangesNothing() throws Exception {
        told.heardBy(receiver = new FakeReceiver(), "Mesquite 911", "EIDO", false, AlertStatus.ACTUAL);
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        told.send();
        assertThat(receiver.got).hasSize(1);
        pages(alert).forEach((what, path) -> assertThat(told.director.get(path).body()).as(what).contains(NOT));
        assertThat(taken()).isZero();
    }

    @Test
    void ofADrillAndOfATestNobodyReadsThat911WasTold() throws Exception {
        told.heardBy(receiver = new FakeReceiver(), "Mesquite 911", "EVENT", true, AlertStatus.values());
        var drill = told.pressed(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        told.pressed(AlertStatus.TEST, ProtocolAction.HOLD);
        told.send();
        assertThat(receiver.got).as("it took both").hasSize(2);
        pages(drill).forEach((what, path) -> assertThat(content(told.director.get(path).body())).as(what)
                .contains("Drill or test: 911 is not notified.")
                .doesNotContain("Mesquite 911", "tel:911", "Call 911", "I called 911"));
        assertThat(visitor.stranger().get(link(drill)).body()).contains("Drill or test: 911 is not notified.")
                .doesNotContain("Mesquite 911 took");
        assertThat(taken()).isZero();
    }

    @Test
    void nobodyIsAskedAnyMoreOnceSomebodySaysThatTheyCalledAndAllAreAskedAgainWhenThatIsCorrected() {
        var teacher = told.member("Ana Cruz", Role.TEACHER, told.day.school);
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        var pages = pages(alert);
        String link = link(alert);
        clock.move(Duration.ofSeconds(65));
        pages.forEach(
                (what, path) -> assertThat(told.director.get(path).body()).as(what).contains(NOT, "I called 911"));
        for (int tap = 0; tap < 2; tap++) teacher.post("/alerts/" + alert + "/called-911", "to", "/alerts/" + alert);
        String said = "Ana Cruz called 911 at 6:01";
        pages.forEach((what, path) -> assertThat(told.director.get(path).body()).as(what).contains(said)
                .doesNotContain("No 911 call", "I called 911"));
        assertThat(teacher.get("/alerts/" + alert).body()).contains(said);
        assertThat(told.director.get("/alerts/screen").body()).contains(said, "\"asks\":false");
        assertThat(visitor.stranger().get(link).body()).contains(said).doesNotContain("Ask whether anyone has called");
        assertThat(calls(alert)).as("two taps are one call").isOne();
        clock.move(Duration.ofSeconds(1));
        told.director.post("/incidents/" + alert + "/entries/" + lastEntry(alert) + "/correction", "words",
                "She called the front desk, not 911.");
        pages.forEach((what, path) -> assertThat(told.director.get(path).body()).as("%s: it was no call", what)
                .contains(NOT).doesNotContain(said));
        told.director.post("/incidents/" + alert + "/notes", "quick", "CALLED_911", "form",
                UUID.randomUUID().toString());
        assertThat(told.director.get("/alerts/" + alert).body()).as("the log's own button says the same")
                .contains("called 911 at 6:01").doesNotContain("No 911 call");
    }

    @Test
    void whoeverIsMadeToSayThatTheyCalledSaysItToTheirOwnScreenOnly() {
        var forced = told.member("Lee Alder", Role.SAFETY_DIRECTOR, null);
        forced.post("/alerts/words/" + told.day.school, "word", "Blue heron");
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        clock.move(Duration.ofSeconds(20));
        forced.post("/alerts/" + alert + "/change", "action", "HOLD", "why", "it is quiet", "word", "blue heron");
        clock.move(Duration.ofSeconds(20));
        forced.post("/alerts/" + alert + "/called-911", "to", "/alerts");
        assertThat(forced.get("/alerts/" + alert).body()).contains("Lee Alder called 911 at ");
        assertThat(told.director.get("/alerts/" + alert).body()).contains(NOT)
                .doesNotContain("Lee Alder called 911 at ");
    }

    @Test
    void whoeverWasForcedReadsWhat911WasToldUntilThen() throws Exception {
        told.heardBy(receiver = new FakeReceiver(), "Mesquite 911", "EVENT", true, AlertStatus.ACTUAL);
        var forced = told.member("Lee Alder", Role.SAFETY_DIRECTOR, null);
        forced.post("/alerts/words/" + told.day.school, "word", "Blue heron");
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        told.send();
        clock.move(Duration.ofSeconds(20));
        forced.post("/alerts/" + alert + "/change", "action", "HOLD", "why", "it is quiet", "word", "blue heron");
        clock.move(Duration.ofSeconds(20));
        told.director.post("/alerts/" + alert + "/change", "action", "EVACUATE", "why", "smoke in the gym");
        assertThat(told.director.get("/alerts/" + alert).body()).as("the others")
                .contains("has the earlier alert (Secure)");
        assertThat(forced.get("/alerts/" + alert).body()).as("nothing on their screen says that 911 heard of no hold")
                .contains(TAKEN).doesNotContain("not this change");
    }

    @Test
    void theAlertOverAPageAndTheLineWithoutAConnectionSayTheLastThatIsKnown() throws Exception {
        told.heardBy(receiver = new FakeReceiver(), "Mesquite 911", "CAP", true, AlertStatus.ACTUAL);
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        try (var shared = new Chromium()) {
            var chromium = shared.browser();
            var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(360, 740).setLocale("en-US"));
            var teacher = told.join(told.day.cast.mesquite(), "Ana Cruz", Role.TEACHER, told.day.school);
            var sessions = app.getBean(Sessions.class);
            String session = sessions.open(teacher, "PASSKEY", "test");
            sessions.actFor(session, told.day.cast.mesquite(), Role.TEACHER);
            context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
            var page = context.newPage();
            page.navigate("http://localhost:" + port + "/inbox");
            says(page, ".alert-panel-small", NOT);
            told.send();
            says(page, ".alert-panel-small", TAKEN);
            look(page, "overlay");
            page.locator(".alert-smaller").click();
            says(page, ".alert-banner small", TAKEN);
            told.director.post("/alerts/" + alert + "/change", "action", "EVACUATE", "why", "smoke in the gym");
            says(page, ".alert-panel-small", "not this change. Call 911 now.");
            var list = context.newPage();
            list.navigate("http://localhost:" + port + "/alerts");
            says(list, "main .alert-911", "not this change. Call 911 now.");
            page.locator(".alert-panel-small .alert-called").click();
            says(page, ".alert-panel-small", "Ana Cruz called 911 at ");
            PlaywrightAssertions.assertThat(page.locator(".alert-called")).hasCount(0);
            says(list, "main .alert-911", "Ana Cruz called 911 at ");
            PlaywrightAssertions.assertThat(list.locator("main .alert-911 form")).hasCount(0);
            list.close();
            look(page, "called");
            context.setOffline(true);
            says(page, "#offline .call-911 span",
                    "Last known before the connection was lost. Ana Cruz called 911 at ");
            look(page, "offline");
        }
    }

    private static void says(Page page, String where, String words) {
        PlaywrightAssertions.assertThat(page.locator(where)).containsText(words,
                new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }

    private static void look(Page page, String name) throws IOException {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "dispatch-" + name + "-360.png")));
    }

    /** The incident and the roll call of an alert come with its facts. */
    private Map<String, String> pages(UUID alert) {
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .until(() -> told.story.as(told.day.cast.agency(),
                        () -> db.fetchExists(INCIDENT_ENTRY, INCIDENT_ENTRY.INCIDENT_ID.eq(alert)))
                        && told.story.as(told.day.cast.mesquite(),
                                () -> db.fetchExists(ROLL_CALL, ROLL_CALL.ALERT_ID.eq(alert))));
        var call = told.story.as(told.day.cast.mesquite(), () -> db.select(ROLL_CALL.ID).from(ROLL_CALL)
                .where(ROLL_CALL.ALERT_ID.eq(alert)).fetchSingle().value1());
        var pages = new LinkedHashMap<String, String>();
        pages.put("the alert", "/alerts/" + alert);
        pages.put("who was reached", "/alerts/" + alert + "/reach");
        pages.put("the incident", "/incidents/" + alert);
        pages.put("the roll call", "/accountability/" + call);
        return pages;
    }

    private String link(UUID alert) {
        var made = told.director.post("/alerts/" + alert + "/links", "forWhom", "Mesquite dispatch", "hours", "4")
                .body();
        var link = LINK.matcher(made);
        assertThat(link.find()).as(made).isTrue();
        return link.group(1);
    }

    /** What the page itself says, without the line for while there is no connection. */
    private static String content(String body) {
        return body.replaceAll("(?s)<p class=\"call-911\">.*?</p>", "");
    }

    private int calls(UUID alert) {
        return told.story.as(told.day.cast.agency(), () -> db.fetchCount(INCIDENT_ENTRY,
                INCIDENT_ENTRY.INCIDENT_ID.eq(alert).and(INCIDENT_ENTRY.KIND.eq("Called911"))));
    }

    private int lastEntry(UUID alert) {
        return told.story.as(told.day.cast.agency(), () -> db.select(INCIDENT.LAST_ENTRY).from(INCIDENT)
                .where(INCIDENT.ID.eq(alert)).fetchSingle().value1());
    }

    private int taken() {
        return told.story.as(told.day.cast.agency(), () -> db.fetchCount(DISPATCH_TAKEN));
    }
}
