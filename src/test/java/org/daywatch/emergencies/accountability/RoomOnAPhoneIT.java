package org.daywatch.emergencies.accountability;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ROLL_REPORT;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A teacher's phone without a connection, and the front office's screens, in a real browser. */
@DaywatchIT
class RoomOnAPhoneIT {

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired SitePlans plans;
    @Autowired AlertsAtSchool alerts;
    @Autowired RollCalls calls;
    @Autowired DSLContext db;
    @Autowired Visitor visitor;
    @LocalServerPort int port;
    private Chromium chromium;
    private BrowserContext context;
    private Story.Cast cast;
    private SchoolRoll roll;
    private Page page;

    @BeforeEach
    void aSchoolAndABrowser() {
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 3, 4));
        chromium = new Chromium();
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        chromium.closeWithoutComplaint();
    }

    @Test
    void whoGoesToTheirRoomFromTheAlertPageFindsItUncoveredUntilSomethingElseIsTold() {
        story.run(cast.mesquite(), () -> calls
                .begin(alerts.find(roll.alert(db, cast, "ACTUAL", "LOCKDOWN", clock.instant())).orElseThrow()));
        become(Role.TEACHER, "teacher1-", PHONE);
        open("/alert");
        assertThat(page.locator("#alert-overlay")).containsText("Lockdown"); // as a band: the page shows it itself
        page.locator("main a[href*='/places/']").first().click();
        page.waitForURL("**/places/**");
        assertThat(page.locator("#alert-overlay")).containsText("Lockdown");
        assertThat(page.locator(".alert-panel")).hasCount(0);
        page.getByText("All 4 present").click();
        assertThat(page.locator("main")).containsText("Report received");
        assertThat(page.locator(".alert-panel")).hasCount(0);
        open("/inbox");
        assertThat(page.locator(".alert-panel")).hasCount(0);
    }

    @Test
    void aReportWithoutAConnectionIsKeptShownAsNotSentAndGoesOutByItself() {
        story.run(cast.mesquite(), () -> calls
                .begin(alerts.find(roll.alert(db, cast, "ACTUAL", "LOCKDOWN", clock.instant())).orElseThrow()));
        become(Role.TEACHER, "teacher0-", PHONE);
        open("/accountability");
        smaller();
        look("roll-teacher");
        page.getByText("My room: Class 00").click();
        page.waitForURL("**/places/**");
        look("room-live");
        if (page.locator(".alert-smaller").first().isVisible()) smaller();
        context.setOffline(true);
        page.getByText("All 4 present").click();
        assertThat(page.locator("[data-banner]")).containsText("NOT SENT");
        look("room-not-sent");
        Assertions.assertThat(reports()).isZero();
        context.setOffline(false);
        assertThat(page.locator(".chip-good").first()).containsText("Complete",
                new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertThat(page.locator("[data-banner]")).isHidden();
        Assertions.assertThat(reports()).isOne();
    }

    @Test
    void aDrillDoesNotLookLikeTheRealThingAndTheOfficeWorksOnAPhone() throws IOException {
        story.run(cast.mesquite(), () -> calls
                .begin(alerts.find(roll.alert(db, cast, "EXERCISE", "EVACUATE", clock.instant())).orElseThrow()));
        become(Role.FRONT_OFFICE, "office", PHONE);
        withoutTheAlertOverIt();
        open("/accountability");
        look("roll-drill-now");
        page.getByText("Open roll call").first().click();
        assertThat(page.locator(".roll-exercise")).isVisible();
        Assertions.assertThat(page.locator(".roll-actual").count()).isZero();
        look("roll-drill");
        open("/visitors");
        page.getByLabel("Name").fill("Dana Mendez");
        page.getByLabel("Visiting").fill("Room 12");
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .last().click();
        look("visitor-badge");
        open("/visitors");
        look("visitors");
        open("/visitors/kiosks");
        look("visitors-desk");
        open("/guardians?q=yucca");
        look("guardians-found");
        open("/schools/" + roll.school() + "/students/" + roll.students().getFirst() + "/guardians");
        look("guardians-one");
        plan();
        reunification();
        become(Role.FRONT_OFFICE, "office", DESK);
        withoutTheAlertOverIt();
        for (String path : List.of("/visitors", "/guardians?q=yucca", "/accountability", "/reunification")) {
            open(path);
            look("desk" + path.replaceAll("[^a-z]", "-"));
        }
        page.locator(".reunion-all a").first().click();
        look("desk-reunification-one");
        open("/accountability");
        page.getByText("Open roll call").first().click();
        look("desk-roll");
    }

    @Test
    void whoStandsAtTheDeskSeesVisitorsComeAndKeepsWhatTheyWereTyping() {
        var kiosk = visitor.signedIn(story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                "kiosk" + cast.suffix() + "@story.example", "Kai Desk", Role.FRONT_OFFICE, roll.school())),
                cast.mesquite(), Role.FRONT_OFFICE);
        kiosk.post("/not-admitted", "name", "Jamie Yucca", "school", roll.school().toString(), "reason",
                "Threatened a teacher in May", "source", "File 12", "from", "2026-01-01", "form",
                UUID.randomUUID().toString());
        var visits = "/schools/" + roll.school() + "/visitors";
        kiosk.post(visits, "name", "Jamie Yucca", "visits", "Room 12");
        become(Role.FRONT_OFFICE, "office", DESK);
        open("/visitors");
        assertThat(page.locator("#visitors-wait")).containsText("Jamie Yucca is waiting");
        assertThat(page.locator("#visitors-list")).not().containsText("in the school now");
        page.getByLabel("What did you check?").fill("Asked for the ID");
        kiosk.post(visits, "name", "Dana Mendez", "visits", "Room 12");
        var patient = new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(30_000);
        assertThat(page.locator("#visitors-list")).containsText("1 in the school now", patient);
        assertThat(page.locator("#visitors-list")).containsText("Dana Mendez");
        assertThat(page.getByLabel("What did you check?")).hasValue("Asked for the ID");
    }

    /** The pictures are of the pages beneath. */
    private void withoutTheAlertOverIt() {
        context.route("**/*alert*.js*", route -> route.abort());
        context.route("**/everywhere*", route -> route.abort());
    }

    private void plan() throws IOException {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 240\"><rect x=\"5\" y=\"5\" width=\"390\" height=\"230\" fill=\"none\" stroke=\"black\" stroke-width=\"3\"/><path d=\"M5 110H395M5 140H395M100 5V110M200 5V110M300 5V110M150 140V235\" stroke=\"black\"/></svg>";
        var plan = story.as(cast.mesquite(), () -> {
            var campus = campuses.find(roll.school()).orElseThrow();
            var id = plans.add(cast.coordinator(), campus, "Main building, ground floor",
                    svg.getBytes(StandardCharsets.UTF_8));
            plans.place(campus, id, new SitePlan.Mark(UUID.randomUUID(), SitePlan.Kind.DOOR, null, "Door 1", 50, 98));
            plans.place(campus, id, new SitePlan.Mark(UUID.randomUUID(), SitePlan.Kind.KEYS, null, "Key box", 12, 52));
            return id;
        });
        open("/schools/" + roll.school() + "/plans/" + plan);
        look("plan-sealed");
        page.getByLabel("Reason").fill("Walk-through with the fire marshal");
        page.getByText("Open for 15 minutes").click();
        page.waitForURL("**/openings/**");
        Assertions.assertThat((Boolean) page.evaluate("document.querySelector('.plan-sheet img').naturalWidth > 0"))
                .as("the plan is drawn").isTrue();
        look("plan-open");
        onPaper();
    }

    /** One sheet in Letter and in A4 on which everything stands, none of it by color alone. */
    private void onPaper() {
        assertThat(page.getByText("Print plan")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.getByText("Print plan")).isHidden();
        assertThat(page.locator("main")).containsText("Main building, ground floor");
        var paper = page.locator("main").innerText();
        Assertions.assertThat(paper).contains("Quail Run School", "Sealed plan, opened by Robin Sage", "2026",
                "Reason: Walk-through with the fire marshal", "shred it", "Doors and entrances", "Door 1", "Key box")
                .doesNotContain("It closes at");
        Assertions.assertThat(page.locator(".plan-marks .plan-letter").allTextContents()).containsExactly("D", "K");
        Assertions.assertThat(page.locator(".plan-key").allInnerTexts()).as("the legend of the letters")
                .containsExactly("D", "K");
        Assertions
                .assertThat((List<?>) page.evaluate(
                        "[...document.querySelectorAll('.plan-marks circle')].map(c => getComputedStyle(c).fill)"))
                .as("black on white").allMatch("rgb(255, 255, 255)"::equals);
        for (String format : List.of("Letter", "A4")) {
            var pdf = new String(page.pdf(new Page.PdfOptions().setFormat(format)), StandardCharsets.ISO_8859_1);
            Assertions.assertThat(pdf.split("/Type /Page\\b", -1)).as("sheets of " + format).hasSize(2);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
    }

    private void reunification() throws IOException {
        open("/reunification");
        page.getByLabel("Reunification site").fill("Stadium, north gate");
        page.getByText("Without a roll call: drill").click();
        page.getByLabel("Reason, if the building was not evacuated first").fill("An exercise of the front office");
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Begin reunification")).click();
        for (var duty : List.of("GREETER", "CHECKER")) {
            page.locator("select[name=duty]").selectOption(duty);
            page.getByText("Assign role").click();
        }
        page.getByText("Mark all students who are not accounted for as present").click();
        page.getByLabel("Parent or guardian", new Page.GetByLabelOptions().setExact(true)).fill("Guardian000 Yucca00");
        look("reunification");
        page.getByText("Hand out card").click();
        page.getByLabel("Type part of the student’s name").fill("student000 yucca00");
        page.getByText("Find", new Page.GetByTextOptions().setExact(true)).click();
        page.locator(".reunion-taps a").first().click();
        look("pickup-fill");
        page.getByText("Not on the pickup list").click();
        page.getByText("Mark card as filled in").click();
        page.getByText("Driver’s license").click();
        assertThat(page.locator(".reunion-face")).containsText("Not on the list");
        look("pickup-stopped");
        open("/reunification/cards");
        look("pickup-blank");
    }

    private int reports() {
        return story.as(cast.mesquite(), () -> db.fetchCount(ROLL_REPORT));
    }

    private void become(Role role, String name, int width) {
        var person = story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                name + cast.suffix() + "@story.example", "Robin Sage", role, roll.school()));
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, cast.mesquite(), role);
        if (context != null) context.close();
        context = chromium.context(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 740 : 900)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE), 10_000);
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        page = chromium.page(context);
    }

    private void open(String path) {
        Assertions.assertThat(page.navigate("http://localhost:" + port + path).status()).as(path).isEqualTo(200);
    }

    /** The alert itself lies over the page; made smaller, the page can be used. It comes a moment after the page. */
    private void smaller() {
        page.locator(".alert-smaller").first()
                .click(new com.microsoft.playwright.Locator.ClickOptions().setTimeout(20_000));
    }

    /** Taken as a picture; not too wide, and nothing serious in axe. */
    private void look(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "people-" + name + ".png"))
                .setFullPage(true));
        Assertions.assertThat(
                (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name + " is too wide").isFalse();
        Assertions.assertThat(Axe.serious(page)).as("axe on " + name).isEmpty();
    }
}
