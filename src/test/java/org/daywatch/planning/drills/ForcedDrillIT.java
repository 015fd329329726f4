package org.daywatch.planning.drills;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Two schools hold the same drill; at one the principal is made to end its exercise. Nothing on their screens differs
 * from what the other principal reads.
 */
@DaywatchIT
class ForcedDrillIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired AlertStore alerts;
    @Autowired DrillStore drills;
    @Autowired Sessions sessions;
    @LocalServerPort int port;

    @BeforeEach
    void aTuesdayMorning() {
        clock.setTo("2026-08-04T16:00:00Z");
    }

    /** One school, its drill and who is there. */
    private final class School {

        final PostedDay day = new PostedDay(app);
        final Visit principal = member("Lee Alder", Role.PRINCIPAL);
        final Visit office = member("Robin Sage", Role.FRONT_OFFICE);
        final UUID drill;

        School() {
            principal.post("/alerts/words/" + day.school, "word", "Blue heron");
            var to = principal.post("/drills/schools/" + day.school + "/new", "kind", "FIRE", "day", "2026-08-04", "at",
                    "09:30", "announced", "yes", "simulation", "no", "form",
                    UUID.randomUUID().toString()).headers().firstValue("location").orElseThrow();
            drill = UUID.fromString(to.substring(to.lastIndexOf('/') + 1));
        }

        private Visit member(String name, Role role) {
            var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                    role + day.cast.suffix() + "@story.example", name, role, day.school));
            return visitor.signedIn(person, day.cast.mesquite(), role);
        }

        void begin() {
            principal.post("/drills/" + drill + "/start");
            Awaitility.await().atMost(Duration.ofSeconds(40))
                    .until(() -> story.as(day.cast.agency(), () -> alerts.find(drill)).isPresent());
        }

        Drill real() {
            return story.as(day.cast.agency(), () -> drills.find(drill).orElseThrow());
        }

        /** Whatever a principal can open of a drill, without what two schools never have in common. */
        Map<String, String> read() throws IOException {
            var read = new LinkedHashMap<String, String>();
            for (String path : new String[] {"/drills/" + drill, "/drills/" + drill + "/observing",
                    "/drills/" + drill + "/review", "/drills/schools/" + day.school, "/drills/record.csv", "/school",
                    "/alerts/" + drill, "/inbox"}) {
                var answer = principal.get(path);
                read.put(path.replaceAll("[0-9a-f-]{36}", "…"), answer.statusCode() + " " + plain(answer.body()));
            }
            try (var pdf = new PdfReader(principal.bytes("/drills/" + drill + "/record.pdf"))) {
                read.put("record.pdf", plain(new PdfTextExtractor(pdf).getTextFromPage(1)));
            }
            return read;
        }

        private String plain(String page) {
            return page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…")
                    .replaceAll("(name=\"_(?:csrf|once)\" value=)\"[^\"]*\"", "$1")
                    .replaceAll("(Unified|County|Agency|Police|Department) \\d+", "$1")
                    .replaceAll("nonce=\"[^\"]*\"", "").replaceAll("/live\\?since=\\d+", "/live");
        }
    }

    @Test
    void whoeverIsMadeToEndADrillFindsItHeldEverywhereAndTheOthersRunIt() throws IOException {
        var free = new School();
        var held = new School();
        for (var school : new School[] {free, held}) school.begin();
        clock.move(Duration.ofSeconds(90));
        for (var school : new School[] {free, held}) school.principal.post("/drills/" + school.drill + "/secured");
        clock.move(Duration.ofSeconds(150));
        for (var school : new School[] {free, held})
            school.office.post("/alerts/" + school.drill + "/over", "how", "ALL_CLEAR");
        free.principal.post("/alerts/" + free.drill + "/over", "how", "ALL_CLEAR");
        held.principal.post("/alerts/" + held.drill + "/over", "how", "ALL_CLEAR", "word", "blue heron");
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(free.real().state().code()).isEqualTo("HELD"));
        clock.move(Duration.ofSeconds(60));
        same(free.read(), held.read());
        assertThat(held.principal.get("/drills/" + held.drill).body()).contains("Held").doesNotContain("Running",
                "/secured", "/end\"");
        assertThat(held.office.get("/drills/" + held.drill).body()).as("the others run it on").contains("Running");

        for (String act : new String[] {"secured", "accounted", "end", "start", "call-off", "move"}) {
            var theirs = held.principal.post("/drills/" + held.drill + "/" + act, "why", "rain", "day", "2026-08-06",
                    "at", "10:00");
            var others = free.principal.post("/drills/" + free.drill + "/" + act, "why", "rain", "day", "2026-08-06",
                    "at", "10:00");
            assertThat(theirs.statusCode() + held.plain(theirs.body())).as(act)
                    .isEqualTo(others.statusCode() + free.plain(others.body()));
            assertThat(held.plain(held.principal.get("/drills/" + held.drill).body()))
                    .as("what they are answered to %s", act)
                    .isEqualTo(free.plain(free.principal.get("/drills/" + free.drill).body()));
        }
        assertThat(held.real().state()).as("and nothing comes of it").isInstanceOf(Drill.State.Running.class);
        assertThat(held.real().state().times().accounted()).isNull();
    }

    @Test
    void thePageThatTheyHaveOpenTurnsToHeldByItselfAndTheOthersKeepTheirButtons() {
        var school = new School();
        school.begin();
        clock.move(Duration.ofSeconds(120));
        try (var shared = new Chromium()) {
            var chromium = shared.browser();
            var theirs = open(chromium, school, Role.PRINCIPAL);
            var others = open(chromium, school, Role.SAFETY_DIRECTOR);
            says(theirs, "Running");
            school.office.post("/alerts/" + school.drill + "/over", "how", "ALL_CLEAR");
            school.principal.post("/alerts/" + school.drill + "/over", "how", "ALL_CLEAR", "word", "blue heron");
            says(theirs, "Held");
            PlaywrightAssertions.assertThat(theirs.locator(".drill-taps")).hasCount(0);
            PlaywrightAssertions.assertThat(theirs.locator(".alert-banner:not(.alert-over), .alert-panel")).hasCount(0,
                    new LocatorAssertions.HasCountOptions().setTimeout(30_000));
            PlaywrightAssertions.assertThat(theirs.locator(".alert-over"))
                    .containsText("has ended", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
            theirs.locator(".alert-over button").click(); // or it goes by itself, as after any end
            PlaywrightAssertions.assertThat(theirs.locator(".alert-banner")).hasCount(0);
            theirs.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots", "drill-forced-360.png")).setFullPage(true));
            says(others, "Running");
            PlaywrightAssertions.assertThat(others.locator(".drill-taps")).isVisible();
        }
    }

    private Page open(com.microsoft.playwright.Browser chromium, School school, Role role) {
        var cast = school.day.cast;
        var person = story.as(cast.mesquite(),
                () -> organizations.join(cast.mesquite(), role + cast.suffix() + "@story.example",
                        role == Role.PRINCIPAL ? "Lee Alder" : "Kim Bell", role,
                        role.atOneSchool() ? school.day.school : null));
        String session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, cast.mesquite(), role);
        var context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740).setLocale("en-US"));
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        var page = context.newPage();
        page.navigate("http://localhost:" + port + "/drills/" + school.drill);
        return page;
    }

    private static void says(Page page, String state) {
        PlaywrightAssertions.assertThat(page.locator(".drill-head")).containsText(state,
                new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }

    private static void same(Map<String, String> free, Map<String, String> held) {
        var all = new SoftAssertions();
        free.forEach((path, text) -> all.assertThat(held.get(path)).as(path).isEqualTo(text));
        all.assertThat(held.values()).allSatisfy(text -> assertThat(text).doesNotContain("under force", "forced",
                "under duress", "used the duress code"));
        all.assertAll();
    }
}
