package org.daywatch.emergencies.reach;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.daywatch._story.Chromium;
import org.daywatch._story.Installed;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneApp;
import org.daywatch.emergencies.lane.LaneProof;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.StoppableServer;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * PostgreSQL is stopped, somebody presses, some see it: open screens of those who lead name exactly the others, and the
 * records name the same afterward.
 */
class NamesWithoutDatabaseIT {

    private static final int PATIENCE = 60_000;
    private static final Path PICTURES = Path.of("target/screenshots");

    @TempDir Path folder;
    private final Map<String, UUID> people = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ConfigurableApplicationContext app;
    private TestClock clock;
    private int lane;
    private com.microsoft.playwright.Browser chromium;

    @Test
    void whoWasNotReachedIsNamedFromMemoryWithItsTimeAndFromTheRecordsAfterwards() throws Exception {
        Path data = folder.resolve("data");
        lane = Installed.freePort();
        try (var opened = LaneApp.start(data, lane, List.of("--daywatch.timers=true"));
                var server = new StoppableServer(data);
                var shared = new Chromium()) {
            app = opened;
            clock = app.getBean(TestClock.class);
            chromium = shared.browser();
            try {
                atTheSchool();
                told(server);
            } finally {
                server.start();
                opened.close(); // before its database
            }
        }
    }

    private void atTheSchool() {
        join("Morgan Reed", Role.PRINCIPAL);
        join("Kim Alvarez", Role.FRONT_OFFICE);
        for (var name : List.of("Ana Cruz", "Bo Lindqvist", "Cy Marsh", "Dee Novak", "Eli Orton"))
            join(name, Role.TEACHER);
        app.getBean(KnownPeople.class).refresh();
    }

    private void told(StoppableServer server) throws Exception {
        var drill = press("Ana Cruz", "EXERCISE", "HOLD");
        var office = open("Kim Alvarez", Role.FRONT_OFFICE, 360, "/inbox");
        var principal = open("Morgan Reed", Role.PRINCIPAL, 1280, "/inbox");
        var hanging = open("Kim Alvarez", Role.FRONT_OFFICE, 1280, "/inbox");
        hanging.evaluate("localStorage.setItem('daywatch-device', crypto.randomUUID())"); // as a screen that has named its place: it may hang in a room
        var teacher = open("Dee Novak", Role.TEACHER, 1280, "/inbox");
        answer("Bo Lindqvist", drill, "SEEN");
        principal.waitForCondition(
                () -> Boolean.TRUE.equals(principal.evaluate(
                        "document.querySelector('.alert-panel .alert-reach')?.textContent === 'Seen by 2 of 7'")),
                patient());
        principal.navigate(at("/alerts/" + drill));
        assertThat(principal.locator("#reach-line .reach-seen")).containsText("Seen by 2 of 7", text());
        Assertions.assertThat(missing(principal)).contains("Cy Marsh", "Eli Orton").doesNotContain("Bo Lindqvist");

        var board = open("Morgan Reed", Role.PRINCIPAL, 360, "/alerts/" + drill + "/reach");
        assertThat(board.locator("#reach-now .reach-figure")).hasText("Seen by 2 of 7");

        server.stop();
        clock.move(Duration.ofSeconds(11));
        answer("Cy Marsh", drill, "SEEN");
        var line = principal.locator("#reach-line");
        assertThat(line).containsText("list of people as of", text());
        assertThat(line).containsText("Seen by 3 of 7", text());
        assertThat(line.locator(".alert-names-NOT_REACHED li")).hasText(new String[] {"Eli Orton"}, names());
        assertThat(line.locator(".alert-names-DELIVERED li"))
                .hasText(new String[] {"Dee Novak", "Kim Alvarez", "Morgan Reed"}, names());
        pictures(principal, "names-page-drill");
        assertThat(board.locator("#reach-now .alert-names-NOT_REACHED li")).hasText(new String[] {"Eli Orton"},
                names());
        pictures(board, "names-board-drill");

        var real = press("Ana Cruz", "ACTUAL", "LOCKDOWN");
        answer("Bo Lindqvist", real, "SEEN");
        answer("Cy Marsh", real, "NEED_HELP");
        var panel = office.locator(".alert-panel");
        assertThat(panel).containsText("Lockdown", text());
        clock.move(Duration.ofSeconds(4));
        assertThat(panel.locator(".alert-reach")).containsText("Seen by 3 of 7", text());
        assertThat(panel.locator(".alert-reach")).containsText("list of people as of", text());
        assertThat(panel.locator(".alert-names-NEEDS_HELP li")).hasText(new String[] {"Cy Marsh"}, names());
        assertThat(panel.locator(".alert-names-NOT_REACHED li")).hasText(new String[] {"Eli Orton"}, names());
        assertThat(panel.locator(".alert-names-DELIVERED li"))
                .hasText(new String[] {"Dee Novak", "Kim Alvarez", "Morgan Reed"}, names());
        assertThat(hanging.locator(".alert-panel .alert-reach")).containsText("list of people as of", text());
        assertThat(hanging.locator(".alert-names-group")).hasCount(0);
        hanging.locator(".alert-names-link").click();
        assertThat(hanging.locator(".alert-names-NOT_REACHED li")).hasText(new String[] {"Eli Orton"}, names());
        Assertions
                .assertThat((Boolean) office
                        .evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as("too wide").isFalse();
        pictures(office, "names-overlay-real");
        assertThat(teacher.locator(".alert-panel")).containsText("Lockdown", text());
        Assertions.assertThat(teacher.content()).as("a teacher is told nobody's name").doesNotContain("Eli Orton",
                "Cy Marsh", "list of people");
        answer("Eli Orton", real, "SEEN");
        assertThat(panel.locator(".alert-names-NOT_REACHED")).hasCount(0,
                new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        assertThat(panel.locator(".alert-reach")).containsText("Seen by 4 of 7", text());

        server.start();
        assertThat(panel.locator(".alert-reach")).hasText("Seen by 4 of 7 · Need help: 1",
                new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        assertThat(panel.locator(".alert-names-from")).hasCount(0);
        assertThat(board.locator("#reach-now .reach-figure")).hasText("Seen by 3 of 7",
                new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        assertThat(board.locator("#reach-now .alert-names")).hasCount(0);
        Awaitility.await().pollInSameThread().atMost(Duration.ofMillis(PATIENCE)).ignoreExceptions()
                .until(() -> principal.navigate(at("/alerts/" + real)).status() == 200);
        assertThat(principal.locator("#reach-line .reach-seen")).containsText("Seen by 4 of 7", text());
        Assertions.assertThat(missing(principal)).as("the records name whom memory named")
                .contains("Dee Novak", "Kim Alvarez", "Morgan Reed")
                .doesNotContain("Eli Orton", "Bo Lindqvist", "Ana Cruz", "Cy Marsh");
        assertThat(principal.locator("#reach-line .reach-help")).containsText("Cy Marsh", text());
    }

    private void join(String name, Role role) {
        people.put(name, app.getBean(Story.class).as(LaneProof.DISTRICT, () -> app.getBean(Organizations.class)
                .join(LaneProof.DISTRICT, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@lane.example",
                        name, role, LaneProof.SCHOOL)));
    }

    private Page open(String name, Role role, int width, String path) {
        var sessions = app.getBean(Sessions.class);
        var session = sessions.open(people.get(name), "PASSKEY", "test");
        sessions.actFor(session, LaneProof.DISTRICT, role);
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 740).setTimezoneId("America/Phoenix").setLocale("en-US")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        context.addInitScript("Document.prototype.hasFocus = () => false"); // a page on a desk at which nobody sits
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        var page = context.newPage();
        page.navigate(at(path));
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!globalThis.daywatchAlerts?.lane?.()")),
                patient());
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + app.getBean(Environment.class).getProperty("local.server.port") + path;
    }

    private static String missing(Page page) {
        page.locator(".reach-missing").waitFor();
        return page.locator(".reach-missing").textContent();
    }

    private static void pictures(Page page, String name) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 740);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + width + ".png")));
            page.locator("#alert-names, .alert-names").first()
                    .scrollIntoViewIfNeeded(new Locator.ScrollIntoViewIfNeededOptions().setTimeout(5000));
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + width + "-below.png")));
        }
    }

    private UUID press(String who, String status, String action) throws Exception {
        var id = Ids.next();
        post("presses", who, "{\"id\":\"" + id + "\",\"school\":\"" + LaneProof.SCHOOL + "\",\"status\":\"" + status
                + "\",\"action\":\"" + action + "\",\"place\":\"Room 12\"}");
        return id;
    }

    private void answer(String who, UUID alert, String kind) throws Exception {
        post("acks", who,
                "{\"id\":\"" + Ids.next() + "\",\"alert\":\"" + alert + "\",\"version\":1,\"kind\":\"" + kind + "\"}");
    }

    private void post(String what, String who, String body) throws Exception {
        var sender = new LaneSender(LaneProof.AGENCY, LaneProof.DISTRICT, false,
                Map.of(LaneProof.SCHOOL, LaneProof.DISTRICT), people.get(who), who, true, true, true,
                clock.instant().plusSeconds(3600));
        var answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lane + "/lane/" + what))
                .header("Authorization", "Bearer " + app.getBean(LaneTokens.class).seal(sender))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        Assertions.assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(202);
    }

    private static Page.WaitForConditionOptions patient() {
        return new Page.WaitForConditionOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.ContainsTextOptions text() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.HasTextOptions names() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }
}
