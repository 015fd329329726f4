package org.daywatch.emergencies.reach.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.REACH;
import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.reach.escalation.AttemptStore;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A teacher's phone in a pocket, with no page open: the browser's own push wakes the service worker, and what stands on
 * the lock screen is what was sent.
 */
@DaywatchIT
class PushOnAPhoneIT {

    /** What stands there now: of each the words, and what was given with them. */
    private static final String ON_SCREEN = """
            navigator.serviceWorker.ready.then(r => r.getNotifications()).then(all => all.map(n => ({ title: n.title, body: n.body, data: n.data, stays: n.requireInteraction, again: n.renotify })))""";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @Autowired AttemptStore attempts;
    @Autowired List<LaneListener> listeners;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private final ConcurrentLinkedQueue<String> registrations = new ConcurrentLinkedQueue<>();
    private Playwright playwright;
    private BrowserContext phone;
    private CDPSession service;
    private Page page;
    private PostedDay day;
    private UUID district;
    private UUID person;

    @BeforeEach
    void aPhoneThatMayBeWoken() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        district = day.cast.mesquite();
        person = story.as(district, () -> organizations.join(district, "teacher" + day.cast.suffix() + "@story.example",
                "Ana Cruz", Role.TEACHER, day.school));
        String session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, district, Role.TEACHER);
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = playwright.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setArgs(List.of("--headless=new", "--no-sandbox", "--disable-gpu",
                                "--disable-background-networking", "--disable-sync"))
                        .setExecutablePath(Path.of("/usr/bin/chromium"))); // the whole browser: the one without a window keeps no notifications
        phone = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740)
                .setPermissions(List.of("notifications")));
        phone.setDefaultTimeout(PATIENCE.toMillis());
        phone.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        page = phone.newPage();
        service = phone.newCDPSession(page);
        service.on("ServiceWorker.workerRegistrationUpdated", told -> told.getAsJsonArray("registrations")
                .forEach(one -> registrations.add(one.getAsJsonObject().get("registrationId").getAsString())));
        service.send("ServiceWorker.enable");
        page.navigate(home() + "/inbox");
        Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> (Boolean) page
                .evaluate("navigator.serviceWorker.ready.then(r => r.active?.state === 'activated')"));
        page.waitForCondition(() -> !registrations.isEmpty());
        page.navigate(home() + "/vendor/mark.svg"); // whoever has a page open hears it there too; this is none
    }

    @AfterEach
    void close() {
        playwright.close();
    }

    @Test
    void whatStandsOnTheLockScreenIsADrillTheRealThingNothingOrWithoutASessionNeither() {
        var drill = attempt(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        push(drill);
        var shown = onScreen(1).getFirst();
        assertThat(shown.get("title").toString()).startsWith("DRILL / SIMULACRO: Lockdown, Ocotillo High");
        assertThat(shown.get("body").toString()).isNotBlank().doesNotContainIgnoringCase("not a drill");
        assertThat(shown).as("it stays until somebody touches it").containsEntry("stays", true);
        assertThat(shown.get("data").toString()).startsWith("/alerts/");
        assertThat(received(drill)).isEqualTo("RECEIVED, DELIVERED PUSH");

        var live = attempt(AlertStatus.ACTUAL, ProtocolAction.EVACUATE);
        push(live);
        var both = onScreen(2).stream().map(n -> n.get("title").toString()).toList();
        assertThat(both).as("each under its own name").anyMatch(t -> t.startsWith("DRILL / SIMULACRO")).anyMatch(
                t -> t.contains("Evacuate, Ocotillo High") && !t.contains("DRILL") && !t.contains("SIMULACRO"));
        assertThat(received(live)).isEqualTo("RECEIVED, DELIVERED PUSH");

        var test = attempt(AlertStatus.TEST, ProtocolAction.HOLD);
        push(test);
        Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> fate(test).equals("RECEIVED"));
        assertThat(onScreen(2)).as("what the weekly test shows is gone at once").hasSize(2)
                .noneMatch(n -> n.get("title").toString().contains("TEST"));

        story.run(district, () -> db.update(ALERT).set(ALERT.STATE, "ENDED").set(ALERT.SINCE, clock.instant())
                .set(ALERT.ENDED_BY, "two").where(ALERT.SCHOOL_ID.eq(day.school)).execute());
        clock.move(Duration.ofSeconds(1));
        var old = attempt(AlertStatus.ACTUAL, ProtocolAction.SECURE, clock.instant().minus(Duration.ofMinutes(11)));
        assertThat(phone.request().get(home() + "/push/" + old).status()).as("told more than ten minutes ago")
                .isEqualTo(410);
        push(old);
        page.waitForTimeout(2000); // for what must not come there is nothing to wait for
        assertThat(onScreen(2)).as("neither its words nor those that say nothing").hasSize(2);
        phone.clearCookies();
        push(Ids.next());
        var all = onScreen(3);
        assertThat(all).as("what was over is not told as new").hasSize(3)
                .noneMatch(n -> n.get("title").toString().contains("Secure"));
        assertThat(fate(old)).as("nobody has read it").isEqualTo("WAITING");
        var neither = all.stream().filter(n -> !both.contains(n.get("title").toString())).findFirst().orElseThrow();
        assertThat(neither).as("signed out").containsEntry("title", "Daywatch")
                .containsEntry("body", "Open Daywatch now. / Abra Daywatch ahora.").containsEntry("data", "/alerts");
    }

    private void push(UUID attempt) {
        var message = new JsonObject();
        message.addProperty("origin", home());
        message.addProperty("registrationId", registrations.peek());
        message.addProperty("data", "{\"id\":\"" + attempt + "\"}");
        service.send("ServiceWorker.deliverPushMessage", message);
    }

    /** @return once there are as many */
    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> onScreen(int atLeast) {
        return Awaitility.await().pollInSameThread().atMost(PATIENCE)
                .until(() -> (List<Map<String, Object>>) page.evaluate(ON_SCREEN), all -> all.size() >= atLeast);
    }

    private String received(UUID attempt) {
        Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> fate(attempt).equals("RECEIVED"));
        return "RECEIVED, " + story.as(district,
                () -> db.select(REACH.STATE, REACH.WAY).from(REACH).join(REACH_ATTEMPT)
                        .on(REACH_ATTEMPT.ALERT_ID.eq(REACH.ALERT_ID)).where(REACH_ATTEMPT.ID.eq(attempt))
                        .and(REACH.PERSON_ID.eq(person)).fetchSingle(r -> r.value1() + " " + r.value2()));
    }

    private String fate(UUID attempt) {
        return story.as(day.cast.agency(), () -> attempts.find(attempt)).orElseThrow().fate().name();
    }

    /** An alert, and the push of it that waits for this phone for ten minutes. */
    private UUID attempt(AlertStatus status, ProtocolAction action) {
        return attempt(status, action, clock.instant());
    }

    private UUID attempt(AlertStatus status, ProtocolAction action, Instant sent) {
        var alert = Ids.next();
        var attempt = Ids.next();
        var press = new LaneEntry.Press(alert, day.cast.agency(), district, day.school, status, action, "", null, "",
                "", LaneEntry.Source.WEB, null, "Somebody", null, clock.instant());
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(press))));
        story.run(day.cast.agency(),
                () -> db.insertInto(REACH_ATTEMPT).set(REACH_ATTEMPT.AGENCY_ID, day.cast.agency())
                        .set(REACH_ATTEMPT.ID, attempt).set(REACH_ATTEMPT.ALERT_ID, alert)
                        .set(REACH_ATTEMPT.TOLD, 1).set(REACH_ATTEMPT.PERSON_ID, person)
                        .set(REACH_ATTEMPT.DISTRICT_ID, district).set(REACH_ATTEMPT.WAY, "PUSH")
                        .set(REACH_ATTEMPT.STATE, "WAITING")
                        .set(REACH_ATTEMPT.AT, sent).set(REACH_ATTEMPT.DEADLINE_AT, sent)
                        .set(REACH_ATTEMPT.EXPIRES_AT, sent.plus(Duration.ofMinutes(10))).execute());
        return attempt;
    }

    private String home() {
        return "http://localhost:" + port;
    }
}
