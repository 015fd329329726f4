package org.daywatch.emergencies.alerts.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.duress.DuressWords;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A principal who is made to end a lockdown, and the office that leads, each before a real browser. */
@DaywatchIT
class ForcedOnScreenIT {

    private static final int PATIENCE = 30_000;
    private static final int PHONE = 360;
    private static final int DESK = 1280;

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @Autowired LaneLog lane;
    @LocalServerPort int port;
    private com.microsoft.playwright.Browser chromium;
    private PostedDay day;
    private UUID alert;

    @BeforeEach
    void aLockdownAtASchoolThatHasAgreedOnAWord() {
        day = new PostedDay(app);
        chromium = Chromium.shared();
        story.run(day.cast.agency(), () -> {
            var schools = app.getBean(Schools.class);
            var building = schools.addBuilding(day.school, "Main");
            for (var room : List.of("Room 12", "Room 14")) schools.addRoom(day.school, building, room, "1", null);
            app.getBean(DuressWords.class).agree(day.cast.agency(),
                    app.getBean(Campuses.class).find(day.school).orElseThrow(), "blue heron");
        });
        alert = Ids.next();
        lane.accept(new LaneEntry.Press(alert, day.cast.agency(), day.cast.mesquite(), day.school, AlertStatus.ACTUAL,
                ProtocolAction.LOCKDOWN, "", null, "Gym", "", LaneEntry.Source.WEB, null, "Ana Cruz", null,
                java.time.Instant.now())).join();
    }

    @AfterEach
    void close() {
        Chromium.closeContexts();
    }

    @Test
    void whoIsForcedSeesRoomsReleasedAndTheEndAndTheOfficeSeesThatTheyWereForced() {
        var principal = become(Role.PRINCIPAL);
        var desk = open(principal, DESK, "/inbox");
        var phone = open(principal, PHONE, "/alerts/" + alert);
        var office = open(become(Role.FRONT_OFFICE), DESK, "/alerts/" + alert);
        look(phone, "forced-before-360");
        look(office, "leads-before-1280");
        release(office, "Room 12");
        phone.locator("#release-word").fill("blue heron");
        release(phone, "Room 14");
        assertThat(phone.getByText("Rooms to release: 0"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        look(phone, "forced-released-360");
        assertThat(office.locator("#alert-now")).containsText("used the duress code at", said());
        assertThat(office.getByText("Rooms to release: 1"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        look(office, "leads-told-of-force-1280");
        release(office, "Room 14");
        assertThat(office.getByText("Rooms to release: 0"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        pressed(phone, "All clear", () -> { // without the word: they are forced since
            office.getByRole(AriaRole.BUTTON, named("All clear")).click();
            assertThat(office.locator("#alert-now")).containsText("second person must confirm", said());
            assertThat(desk.locator(".alert-panel"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        });
        assertThat(phone.locator(".alert-head")).containsText("Ended", said());
        assertThat(phone.locator(".alert-versions li", new Page.LocatorOptions().setHasText("Room released")))
                .hasCount(2); // each room once, whoever has released it since
        look(phone, "forced-over-360");
        assertThat(desk.locator(".alert-panel")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE));
        desk.navigate(home("/alerts"));
        assertThat(desk.locator("table")).containsText("Ended", said());
        assertThat(desk.locator(".alert-panel")).isHidden();
        look(desk, "forced-list-1280");
        assertThat(office.locator(".alert-head")).containsText("All rooms are released", said());
        var others = open(become(Role.TEACHER), PHONE, "/inbox");
        assertThat(others.locator(".alert-panel")).containsText("Lockdown", said());
    }

    @Test
    void aLockdownIsChangedByTwoAndThePageSaysWhoseWordIsMissing() {
        var office = open(become(Role.FRONT_OFFICE), DESK, "/alerts/" + alert);
        office.locator("select[name=action]").selectOption("EVACUATE");
        office.locator("#change-why").fill("fire in the kitchen");
        office.getByRole(AriaRole.BUTTON, named("Change response")).click();
        assertThat(office.locator("#alert-now")).containsText("to change the response to Evacuate", said());
        look(office, "change-asked-1280");
        assertThat(office.locator(".alert-head h1")).hasText("Lockdown");
        var teacher = open(become(Role.TEACHER), PHONE, "/alerts/" + alert);
        look(teacher, "change-second-360");
        teacher.getByRole(AriaRole.BUTTON, named("Confirm: Evacuate")).click();
        assertThat(teacher.locator(".alert-head h1")).hasText("Evacuate",
                new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        assertThat(office.locator(".alert-head h1")).hasText("Evacuate",
                new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    }

    @Test
    void whoeverCommandsIsOneOfTheTwoAndThePageSaysWhoCannotConfirmWhyAndWhoCan() {
        var principal = open(become(Role.PRINCIPAL, "Pat Greer"), DESK, "/alerts/" + alert);
        var office = open(become(Role.FRONT_OFFICE, "Sam Bell"), DESK, "/alerts/" + alert);
        var teacher = open(become(Role.TEACHER, "Ana Cruz"), PHONE, "/alerts/" + alert);
        assertThat(principal.locator("#alert-enders"))
                .containsText("No one has taken command. You are in charge here now", said());
        command(principal);
        assertThat(principal.locator(".incident-commander")).containsText("Pat Greer", said());
        assertThat(office.locator("#alert-enders")).containsText("Pat Greer is in command and must be one of the two.",
                said());
        look(office, "enders-commander-1280");
        falseAlarm(office);
        assertThat(teacher.locator("#alert-enders"))
                .containsText("You cannot confirm this request from Sam Bell. Pat Greer can.", said());
        look(teacher, "enders-cannot-360");
        falseAlarm(teacher);
        assertThat(teacher.locator("main")).containsText(
                "Pat Greer is in command and must be one of the two. Ask Pat Greer, or take command", said());
        assertThat(teacher.locator(".alert-head")).containsText("Active");
        command(office, "The principal is with the police and cannot press.");
        assertThat(office.locator(".incident-commander")).containsText("Sam Bell", said());
        assertThat(teacher.locator("#alert-enders")).containsText("Sam Bell is in command and must be one of the two.",
                said());
        falseAlarm(teacher);
        assertThat(teacher.locator(".alert-head")).containsText("False alarm", said());
    }

    /** The finger is on it while something else happens that changes the page, as it does where two press at once. */
    private static void pressed(Page page, String button, Runnable meanwhile) {
        page.evaluate("() => { const later = setTimeout; globalThis.setTimeout = (work, millis, ...more) =>"
                + " millis === 10000 ? 0 : later(work, millis, ...more) }"); // however slow the machine is
        page.evaluate("() => addEventListener('htmx:beforeSwap', () => globalThis.changes = true)");
        page.getByRole(AriaRole.BUTTON, named(button)).hover();
        page.mouse().down();
        meanwhile.run();
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!globalThis.changes")),
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        page.mouse().up();
    }

    private void falseAlarm(Page page) {
        page.locator("#over-why").fill("burnt toast");
        page.getByRole(AriaRole.BUTTON, named("False alarm")).click();
    }

    /** @param why of whoever takes it from somebody */
    private void command(Page page, String... why) {
        page.navigate(home("/incidents/" + alert));
        page.locator(".alert-smaller").click(); // the alert covers every page but its own
        for (var said : why) {
            page.locator("summary", new Page.LocatorOptions().setHasText("Take command without a transfer")).click();
            page.getByLabel("Reason for no transfer").fill(said);
        }
        page.getByRole(AriaRole.BUTTON, named(why.length == 0 ? "Take command" : "Take command without a transfer"))
                .click();
    }

    private void release(Page page, String room) {
        page.getByRole(AriaRole.BUTTON, named("Release " + room)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.ContainsTextOptions said() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    private Cookie become(Role role) {
        return become(role, "Robin Sage");
    }

    private Cookie become(Role role, String name) {
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                role + day.cast.suffix() + "@story.example", name, role, day.school));
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, day.cast.mesquite(), role);
        return new Cookie("daywatch_session", session).setDomain("localhost").setPath("/");
    }

    private Page open(Cookie who, int width, String path) {
        BrowserContext context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 740).setLocale("en-US")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.addCookies(List.of(who));
        context.setDefaultTimeout(PATIENCE);
        var page = context.newPage();
        Assertions.assertThat(page.navigate(home(path)).status()).as(path).isEqualTo(200);
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!globalThis.daywatchAlerts?.lane?.()")));
        return page;
    }

    private String home(String path) {
        return "http://localhost:" + port + path;
    }

    private void look(Page page, String name) {
        page.waitForCondition(() -> page.locator(".htmx-request").count() == 0); // a part that is being asked for is paler meanwhile
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "alerts-" + name + ".png"))
                .setFullPage(true));
        Assertions.assertThat(
                (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name + " is too wide").isFalse();
        Assertions.assertThat(Axe.serious(page)).as("axe on " + name).isEmpty();
    }
}
