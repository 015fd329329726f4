package org.daywatch.restorative.restraints;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A student was held at the gym door: the principal writes it down, the counselor speaks with them, the year is
 * counted.
 */
@DaywatchIT
class RestraintJourneyIT {

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @LocalServerPort int port;
    private final List<String> wentWrong = new ArrayList<>();
    private RestraintStory story;

    @BeforeEach
    void aSchoolDay() {
        clock.setTo(TestClock.START.plus(Duration.ofHours(3)));
        story = new RestraintStory(app);
    }

    @AfterEach
    void nothingWentWrongBehindThePages() {
        Chromium.closeContexts();
        assertThat(wentWrong).isEmpty();
    }

    @Test
    void fromTheReportToTheFiguresOfTheYear() {
        var principal = at(story.school.principal, story.district(), Role.PRINCIPAL, 1280);
        open(principal, "/restraints");
        looks(principal, "restraint-none-1280");
        var own = story.reported(story.visit(story.school.principal, Role.PRINCIPAL));
        open(principal, "/restraints");
        looks(principal, "restraint-list-1280");
        principal.click(".restraint-list h2 a");
        looks(principal, "restraint-write-1280");
        principal.setViewportSize(360, 740);
        looks(principal, "restraint-write-360");
        principal.click("main form[action^='/restraints/'] button[type=submit]");
        looks(principal, "restraint-wrong-360");
        principal.fill("#field-student", "Student000");
        principal.click("label[for=field-plan-IDEA]");
        principal.fill("#field-began", "08:00");
        principal.selectOption("#field-place", "GYM");
        principal.fill("#field-minutes-HANDS", "2");
        principal.fill("#field-minutes-HANDCUFFS", "1");
        principal.click("label[for=field-arrest-NO]");
        principal.fill("#field-danger", "Would have run into the street");
        principal.fill("#field-causes", "The bus had left without them");
        principal.click("label[for=field-tried-SPOKE_CALMLY]");
        principal.fill("#field-people", "Coach Bell, Sam Cholla");
        principal.click("label[for=field-trained-NOT_KNOWN]");
        principal.fill("#field-watched", "Coach Bell");
        principal.click("label[for=field-stopped-YES]");
        principal.selectOption("#field-counselor", "Ana Cruz");
        principal.selectOption("#field-officer", "Sam Cholla");
        principal.click("main form[action^='/restraints/'] button[type=submit]");
        looks(principal, "restraint-which-360");
        principal.click("label[for^=field-which-]");
        principal.click("main form[action^='/restraints/'] button[type=submit]");
        assertThat(principal.content()).contains("It is written down", "Read what is written");
        looks(principal, "restraint-written-360");
        principal.click("label[for=field-purpose-HELP]");
        principal.click("main form[method=get] button[type=submit]");
        assertThat(principal.content()).contains("Counts as: Physical restraint, Mechanical restraint");
        looks(principal, "restraint-read-360");
        principal.setViewportSize(1280, 740);
        principal.getByText("Correct it").click();
        looks(principal, "restraint-correct-1280");
        principal.fill("#field-minutes-HANDS", "3");
        principal.fill("#field-why", "The report says three minutes");
        principal.getByText("Save the correction").click();
        assertThat(principal.content()).contains("Held by hand: 3 minutes", "The report says three minutes");
        looks(principal, "restraint-corrected-1280");

        var counselor = at(story.school.counselor, story.district(), Role.COUNSELOR, 360);
        open(counselor, "/alert");
        counselor.click("text=See who");
        looks(counselor, "restraint-counselor-list-360");
        counselor.click(".restraint-list h2 a");
        looks(counselor, "restraint-counselor-360");
        counselor.fill("#field-with", "Ana Cruz");
        counselor.click("label[for=field-parents]");
        counselor.fill("#field-next", "Somebody waits with them for the bus");
        counselor.click("form[action$='/talk'] button[type=submit]");
        looks(counselor, "restraint-done-360");
        counselor.click("form.language button");
        looks(counselor, "restraint-done-es-360");

        var officer = at(story.school.officer.person(), story.school.day.cast.agency(), Role.OFFICER, 360);
        story.school.as(Capacity.SCHOOL_AGENT);
        open(officer, own);
        looks(officer, "restraint-officer-360");

        clock.setTo(Instant.parse("2027-07-02T17:00:00Z"));
        principal = at(story.school.principal, story.district(), Role.PRINCIPAL, 1280);
        open(principal, "/restraints/counts");
        looks(principal, "restraint-counts-now-1280");
        principal.selectOption("#field-year", "2026");
        principal.click("main form[method=get] button[type=submit]");
        looks(principal, "restraint-counts-1280");
        principal.click("form[action='/restraints/counts'][method=post] button[type=submit]");
        assertThat(principal.content()).contains("All of this school year is written down");
        looks(principal, "restraint-counts-complete-1280");
        principal.setViewportSize(360, 740);
        looks(principal, "restraint-counts-360");
        var director = at(story.school.join(Role.SAFETY_DIRECTOR, "Kit Mesa", null), story.district(),
                Role.SAFETY_DIRECTOR, 1280);
        open(director, "/restraints/counts?year=2026");
        looks(director, "restraint-counts-district-1280");
    }

    private Page at(UUID person, UUID org, Role role, int width) {
        var sessions = app.getBean(Sessions.class);
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, org, role);
        BrowserContext context = Chromium.shared().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 740).setLocale("en-US")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(30_000); // a busy machine is slow, not broken
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        var page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) wentWrong.add(m.text());
        });
        page.onPageError(e -> wentWrong.add("script: " + e));
        return page;
    }

    private void open(Page screen, String path) {
        screen.navigate("http://localhost:" + port + path);
    }

    private static void looks(Page screen, String name) {
        assertThat(Axe.seriousInside(screen)).as(name).isEmpty();
        assertThat((Boolean) screen.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as(name + " is too wide").isFalse();
        screen.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target/screenshots", name + ".png")));
    }
}
