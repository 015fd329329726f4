package org.daywatch.restorative.diversions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The school thinks of excluding a student: a counselor offers help, it begins; another one is excluded. */
@DaywatchIT
class DiversionJourneyIT {

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @LocalServerPort int port;
    private final List<String> wentWrong = new ArrayList<>();
    private DiversionStory story;

    @BeforeEach
    void aSchoolDay() {
        clock.setTo(TestClock.START.plus(Duration.ofHours(3)));
        story = new DiversionStory(app);
    }

    @AfterEach
    void nothingWentWrongBehindThePages() {
        Chromium.closeContexts();
        assertThat(wentWrong).isEmpty();
    }

    @Test
    void fromTheThoughtOfExclusionToHelpAndToTheFiguresOfTheYear() {
        var principal = at(story.school.principal, story.district(), Role.PRINCIPAL, 1280);
        open(principal, "/diversions");
        looks(principal, "diversion-none-1280");
        principal.click("a[href='/diversions/new'] >> nth=-1");
        looks(principal, "diversion-new-1280");
        principal.setViewportSize(360, 740);
        looks(principal, "diversion-new-360");
        principal.click("main form[action='/diversions'] button[type=submit]");
        looks(principal, "diversion-wrong-360");
        principal.fill("#field-student", "Student000");
        principal.click("label[for=field-considered-OUT_OF_SCHOOL_SUSPENSION]");
        principal.selectOption("#field-place", "GYM");
        principal.click("label[for=field-cause-RUMOR]");
        principal.selectOption("#field-counselor", "Ana Cruz");
        principal.click("main form[action='/diversions'] button[type=submit]");
        looks(principal, "diversion-which-360");
        principal.click("label[for^=field-which-]");
        principal.click("main form[action='/diversions'] button[type=submit]");
        assertThat(principal.content()).contains("It is begun. Offer help now.");
        looks(principal, "diversion-begun-360");
        principal.setViewportSize(1280, 740);
        looks(principal, "diversion-begun-1280");

        var counselor = at(story.school.counselor, story.district(), Role.COUNSELOR, 360);
        open(counselor, "/diversions");
        looks(counselor, "diversion-list-360");
        counselor.click(".diversion-list h2 a");
        counselor.selectOption("#field-kind", "COUNSELING");
        counselor.fill("#field-words", "Wednesdays at 10:30 with Ana Cruz");
        counselor.click("form[action$='/offers'] button[type=submit]");
        counselor.click("summary:has-text('Offer help')");
        counselor.selectOption("#field-kind", "MENTOR");
        counselor.click("form[action$='/offers'] button[type=submit]");
        looks(counselor, "diversion-offered-360");
        counselor.click("button[name=answer][value=ACCEPTED] >> nth=0");
        counselor.click("button[name=answer][value=DECLINED] >> nth=0");
        looks(counselor, "diversion-answered-360");
        counselor.setViewportSize(1280, 740);
        looks(counselor, "diversion-answered-1280");
        counselor.click("form[action$='/help'] button[type=submit]");
        counselor.click("summary:has-text('Help took the place')");
        counselor.fill("#settle-words", "They come each Wednesday");
        looks(counselor, "diversion-settle-1280");
        counselor.click("form[action$='/settle'] button[type=submit]");
        assertThat(counselor.content()).contains("Helped instead", "They come each Wednesday");
        looks(counselor, "diversion-ended-1280");
        counselor.setViewportSize(360, 740);
        counselor.click("form.language button");
        looks(counselor, "diversion-ended-es-360");

        var other = story.begun(story.visit(story.school.principal, Role.PRINCIPAL));
        open(principal, other + "?purpose=HELP");
        principal.click("summary:has-text('The school excluded them')");
        principal.click("form[action$='/exclude'] button[type=submit]");
        looks(principal, "diversion-exclude-wrong-1280");
        principal.click("label[for=exclude-without-DANGER]");
        principal.click("label[for=exclude-exclusion-OUT_OF_SCHOOL_SUSPENSION]");
        principal.fill("#exclude-days", "3");
        principal.fill("#exclude-words", "A knife in the bag");
        principal.setViewportSize(360, 740);
        looks(principal, "diversion-exclude-360");
        principal.click("form[action$='/exclude'] button[type=submit]");
        assertThat(principal.content()).contains("Help did not come first: Somebody was in danger", "3 school days");
        looks(principal, "diversion-excluded-360");
        open(principal, "/diversions/counts");
        looks(principal, "diversion-counts-360");
        principal.setViewportSize(1280, 740);
        looks(principal, "diversion-counts-1280");
        open(principal, "/diversions");
        principal.click("summary:has-text('that have ended')");
        looks(principal, "diversion-list-1280");
        var director = at(story.school.join(Role.SAFETY_DIRECTOR, "Kit Mesa", null), story.district(),
                Role.SAFETY_DIRECTOR, 1280);
        open(director, "/diversions/counts");
        looks(director, "diversion-counts-district-1280");
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
