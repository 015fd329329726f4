package org.daywatch.emergencies.floorplans;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.daywatch_db.directory.Tables.PLAN_OPENING;
import static org.daywatch_db.emergencies.Tables.ROOM_RELEASE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The floor plan during an alert: rooms as they are, on the plan and in the list, at the office and by a link. */
@DaywatchIT
class FloorPlanIT {

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final String TOP = "Math.round(document.querySelector('.floor-view').getBoundingClientRect().top)";
    private static final Pattern LINK = Pattern
            .compile("<p class=\"responder-address\">https?://[^/]+(/r/[\\w-]+)</p>");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private Chromium chromium;
    private BrowserContext context;
    private Page page;
    private Story.Cast cast;
    private PlannedSchool here;
    private List<UUID> rooms;

    @BeforeEach
    void aSchoolWithFiveRoomsOfWhichFourAreOnThePlan() {
        clock.setTo(TestClock.START);
        here = new PlannedSchool(app);
        cast = here.cast;
        rooms = here.rooms;
        chromium = new Chromium();
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        chromium.closeWithoutComplaint();
    }

    @Test
    void theOfficeOpensThePlanAndSeesEveryRoomChangeWhileItLooks() {
        var alert = here.lockdown(AlertStatus.ACTUAL);
        become(Role.FRONT_OFFICE, DESK, "en");
        open("/alerts/" + alert);
        look("floor-plan-alert-page");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open floor plan")).click();
        page.waitForURL("**/floor-plan");
        Assertions.assertThat(openings()).isOne();
        Assertions.assertThat(told()).as("the owner is told").isOne();
        assertThat(page.locator(".responder-mode")).containsText("Real: this is not a drill");
        Assertions.assertThat((Boolean) page.evaluate("document.querySelector('.floor-view img').naturalWidth > 0"))
                .as("the plan is drawn").isTrue();
        assertThat(row(1)).containsText("Alert raised here");
        assertThat(row(0)).containsText("Unknown");
        assertThat(row(4)).containsText("Not on the plan");

        here.report(alert, 0, true, RollCall.Says.PRESENT);
        assertThat(row(0)).containsText("Secure");
        here.report(alert, 1, true, RollCall.Says.INJURED);
        assertThat(row(1)).containsText("Needs help");
        here.report(alert, 2, false, RollCall.Says.PRESENT);
        assertThat(row(2)).containsText("Not secure");
        assertThat(page.locator(".floor-marks .floor-NOT_SECURE")).hasCount(1); // the picture says the same
        Assertions.assertThat(page.locator(".floor-marks .floor-word").allTextContents()).containsExactly("Secure",
                "Needs help", "Not secure", "Unknown");
        look("floor-plan-desk");
        Assertions.assertThat(page.locator("main").innerText()).as("rooms, and no names of children")
                .doesNotContain("Yucca").doesNotContain("Student0");

        page.locator(".floor-marks a").first().click();
        assertThat(page.locator("#release-" + rooms.getFirst())).isFocused();
        page.keyboard().press("Enter");
        assertThat(row(0)).containsText("Released");
        assertThat(page.locator(".floor-marks .floor-RELEASED")).hasCount(1);
        Assertions.assertThat(released()).isOne();
        look("floor-plan-desk-released");
        for (int i = 0; i < 3; i++) open("/alerts/" + alert + "/floor-plan");
        Assertions.assertThat(openings()).as("it stays open as long as the alert").isOne();
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        look("floor-plan-desk-dark");
    }

    @Test
    void onAPhoneATapOnTheRoomBringsItsButtonAndADrillReadsLikeADrill() {
        var alert = here.lockdown(AlertStatus.EXERCISE);
        here.report(alert, 0, true, RollCall.Says.PRESENT);
        here.report(alert, 2, true, RollCall.Says.NEEDS_HELP);
        become(Role.PRINCIPAL, PHONE, "es");
        open("/alerts/" + alert);
        page.locator("form[action$='/floor-plan/openings'] button").click();
        page.waitForURL("**/floor-plan");
        look("floor-plan-phone-es");
        Assertions.assertThat(page.locator("main").innerText()).contains("Simulacro", "Necesita ayuda", "Seguro")
                .doesNotContainIgnoringCase("no es un simulacro").doesNotContain("Real");
        assertThat(page.locator("#alert-overlay")).containsText("Simulacro");
        page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))");
        page.evaluate("document.querySelector('.floor-view').scrollIntoView({block: 'center'})");
        int before = ((Number) page.evaluate(TOP)).intValue();
        page.locator(".floor-marks a").nth(2).hover();
        page.mouse().down();
        page.waitForResponse("**/floor-plan?*", () -> page.evaluate("htmx.trigger('#floor-now', 'sse:reach')"));
        page.mouse().up(); // what rings every five seconds at most came under the finger: nothing else waits for it
        var button = page.locator("#release-" + rooms.get(2));
        assertThat(button).isInViewport();
        Assertions.assertThat(((Number) page.evaluate(TOP)).intValue())
                .as("the plan does not run away from the finger").isEqualTo(before);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "floor-plan-phone-tap.png")));
        here.report(alert, 3, true, RollCall.Says.PRESENT);
        assertThat(page.locator(".floor-marks .floor-SECURE")).hasCount(2);
        assertThat(button).isInViewport(); // what was chosen stays so when the list comes anew
        page.locator("label").filter(new Locator.FilterOptions().setHasText("3×")).click();
        Assertions.assertThat((Boolean) page.evaluate(
                "(v => v.scrollWidth > 2.9 * v.clientWidth && document.documentElement.scrollWidth <= innerWidth)(document.querySelector('.floor-view'))"))
                .as("the plan is larger, the page is not wider").isTrue();
        look("floor-plan-phone-large");
        button.dblclick();
        assertThat(row(2)).containsText("Liberado");
        Assertions.assertThat(released()).as("a double tap counts once").isOne();
    }

    @Test
    void withoutScriptTheListDoesAllOfItAndTwoWhoReleaseOneRoomReleaseItOnce() {
        var alert = here.lockdown(AlertStatus.ACTUAL);
        var office = visitor.signedIn(here.member("office", Role.FRONT_OFFICE), cast.mesquite(),
                Role.FRONT_OFFICE);
        var principal = visitor.signedIn(here.member("principal", Role.PRINCIPAL), cast.mesquite(),
                Role.PRINCIPAL);
        var teacher = visitor.signedIn(here.member("teacher", Role.TEACHER), cast.mesquite(),
                Role.TEACHER);
        String own = "/alerts/" + alert + "/floor-plan";
        Assertions.assertThat(teacher.get(own).statusCode()).as("a teacher is not asked to lead").isEqualTo(403);
        Assertions.assertThat(teacher.get("/alerts/" + alert).body()).doesNotContain("floor-plan");
        Assertions.assertThat(principal.get(own).body()).contains("The site plan is sealed", "Room R103")
                .doesNotContain("<img");
        Assertions.assertThat(principal.get(own + "/" + here.plan + "/picture").statusCode()).as("sealed")
                .isEqualTo(404);
        principal.post(own + "/openings");
        Assertions.assertThat(principal.get(own).body()).contains("<img", "http-equiv=\"refresh\"");
        Assertions.assertThat(principal.get(own + "/" + here.plan + "/picture").statusCode()).isEqualTo(200);
        Assertions.assertThat(office.get(own + "/" + here.plan + "/picture").statusCode())
                .as("each opens it for themselves").isEqualTo(404);
        office.get(own);
        var release = "/alerts/" + alert + "/rooms/" + rooms.get(3) + "/release";
        var both = IntStream.range(0, 6).mapToObj(
                i -> CompletableFuture
                        .supplyAsync(() -> (i % 2 == 0 ? office : principal).post(release, "onPlan", "true")))
                .toList();
        both.forEach(answer -> Assertions.assertThat(answer.join().statusCode()).isEqualTo(302));
        Assertions.assertThat(released()).isOne();
        Assertions.assertThat(office.get(own).body()).contains("Released");

        for (var who : List.of(office, principal))
            who.post("/alerts/" + alert + "/over", "how", "FALSE_ALARM", "why",
                    "A balloon burst", "sure", "true");
        Assertions.assertThat(principal.get(own + "/" + here.plan + "/picture").statusCode()).as("sealed again")
                .isEqualTo(404);
        var over = principal.get(own + "?shown=1");
        Assertions.assertThat(over.headers().firstValue("hx-refresh")).as("a page that is open says so")
                .contains("true");
        Assertions.assertThat(over.body()).contains("This alert is over").doesNotContain("Room R103");
    }

    @Test
    void arrivingUnitsSeeTheSameOverTheirLinkAndCanReleaseNothing() {
        var alert = here.lockdown(AlertStatus.ACTUAL);
        here.report(alert, 0, true, RollCall.Says.PRESENT);
        here.report(alert, 3, true, RollCall.Says.INJURED);
        var principal = visitor.signedIn(here.member("principal", Role.PRINCIPAL), cast.mesquite(),
                Role.PRINCIPAL);
        principal.get("/alerts/" + alert + "/links");
        var link = LINK.matcher(principal.post("/alerts/" + alert + "/links", "forWhom", "Mesquite dispatch",
                "contact", "", "hours", "4").body());
        Assertions.assertThat(link.find()).isTrue();
        for (int width : List.of(PHONE, DESK)) {
            context = context(width);
            page = chromium.page(context);
            open(link.group(1));
            assertThat(row(0)).containsText("Secure");
            assertThat(row(3)).containsText("Needs help");
            assertThat(row(4)).containsText("Not on the plan");
            assertThat(page.locator("#floor-list button")).hasCount(0);
            Assertions.assertThat(page.locator("main").innerText()).doesNotContain("Yucca");
            look("floor-plan-link-" + width);
        }
        here.report(alert, 2, true, RollCall.Says.PRESENT);
        assertThat(row(2)).containsText("Secure",
                new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        assertThat(page.locator(".floor-marks .floor-SECURE")).hasCount(2);
    }

    @Test
    void aSchoolWithoutAPlanSaysSoAndShowsTheList() {
        var alert = here.lockdown(AlertStatus.ACTUAL);
        here.removePlan();
        here.report(alert, 0, true, RollCall.Says.PRESENT);
        become(Role.FRONT_OFFICE, PHONE, "en");
        open("/alerts/" + alert + "/floor-plan");
        assertThat(page.locator("main")).containsText("no site plan yet");
        assertThat(row(0)).containsText("Secure");
        look("floor-plan-none");
    }

    @Test
    void whoeverEditsThePlanPutsTheLastRoomOnItByATapAndTheNextAlertShowsIt() {
        for (int width : List.of(PHONE, DESK)) {
            become(Role.PRINCIPAL, width, width == PHONE ? "es" : "en");
            open("/schools/" + here.school.school() + "/plans/" + here.plan);
            look("floor-plan-sealed-" + width);
            if (width == PHONE) continue;
            page.getByLabel("Reason").fill("Library is missing on the plan");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open for 15 minutes")).click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Put rooms on the plan")).click();
        }
        assertThat(page.locator("main")).containsText("Rooms not on this plan yet: 1 of 5. Library");
        page.locator(".plan-sheet").click(new Locator.ClickOptions().setPosition(200, 200));
        assertThat(page.locator(".plan-pin")).isVisible();
        look("floor-plan-place-" + DESK);
        page.setViewportSize(PHONE, 740);
        look("floor-plan-place-" + PHONE);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add mark")).click();
        assertThat(page.locator("main")).containsText("Library is on the plan.");
        assertThat(page.locator("main")).containsText("Rooms not on this plan yet: 0 of 5.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add mark")).click();
        assertThat(page.locator(".field-error, .usa-error-message").first()).isVisible(); // nothing was tapped
        var alert = here.lockdown(AlertStatus.EXERCISE);
        page.setViewportSize(DESK, 900);
        open("/alerts/" + alert);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open floor plan")).click();
        page.waitForURL("**/floor-plan");
        assertThat(page.locator(".floor-marks a")).hasCount(5);
        assertThat(row(4)).not().containsText("Not on the plan");
        open("/schools/" + here.school.school() + "/plans/" + here.plan);
        page.locator(".alert-smaller").first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove Library from the plan")).click();
        open("/alerts/" + alert + "/floor-plan");
        assertThat(row(4)).containsText("Not on the plan");
    }

    private Locator row(int room) {
        return page.locator("#floor-room-" + rooms.get(room));
    }

    private int openings() {
        return story.as(cast.mesquite(), () -> db.fetchCount(PLAN_OPENING));
    }

    private int told() {
        return story.as(cast.mesquite(),
                () -> db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.eq("SITE_PLAN_OPENED")));
    }

    private int released() {
        return story.as(cast.agency(), () -> db.fetchCount(ROOM_RELEASE));
    }

    private void become(Role role, int width, String language) {
        var session = sessions.open(here.member(role.name().toLowerCase(java.util.Locale.ROOT), role),
                "PASSKEY", "test");
        sessions.actFor(session, cast.mesquite(), role);
        context = context(width);
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/"),
                new Cookie("lang", language).setDomain("localhost").setPath("/")));
        page = chromium.page(context);
    }

    private BrowserContext context(int width) {
        var one = chromium.context(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 740 : 900)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE), 10_000);
        return one;
    }

    private void open(String path) {
        Assertions.assertThat(page.navigate("http://localhost:" + port + path).status()).as(path).isEqualTo(200);
    }

    /** Taken as a picture; not too wide, and nothing serious in axe. */
    private void look(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
        Assertions.assertThat(
                (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name + " is too wide").isFalse();
        Assertions.assertThat(Axe.serious(page)).as("axe on " + name).isEmpty();
    }
}
