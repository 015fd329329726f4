package org.daywatch.restorative.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Duration;
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

/** Two quarrel at lunch: a teacher refers it, a counselor leads it, the two tap for themselves, and it is put right. */
@DaywatchIT
class ConferenceJourneyIT {

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @LocalServerPort int port;
    private final List<String> wentWrong = new ArrayList<>();
    private ConferenceStory story;

    @BeforeEach
    void aSchoolDay() {
        clock.setTo(TestClock.START.plus(Duration.ofHours(3)));
        story = new ConferenceStory(app);
    }

    @AfterEach
    void nothingWentWrongBehindThePages() {
        Chromium.closeContexts();
        assertThat(wentWrong).isEmpty();
    }

    @Test
    void fromTheQuarrelAtLunchToAPromiseThatWasKept() {
        var teacher = at(story.teacher, story.district(), Role.TEACHER, 360);
        open(teacher, "/restorative");
        looks(teacher, "conference-teacher-360");
        teacher.click("main a[href='/gate']");
        teacher.click("label[for=field-danger-NO]");
        teacher.click("label[for='field-act.FIGHT']");
        teacher.click("label[for=field-wanted-NOTHING]");
        teacher.click("form[action='/gate'] button[type=submit]");
        looks(teacher, "conference-gate-360");
        teacher.click("main a[href^='/restorative/new']");
        looks(teacher, "conference-refer-360");
        teacher.fill("#field-student-0", "Student000");
        teacher.fill("#field-student-1", "Student001");
        teacher.selectOption("#field-place", "CAFETERIA");
        teacher.selectOption("#field-motive", "UNCLEAR");
        teacher.selectOption("#field-others", "PEERS");
        teacher.click("label[for=field-cause-RUMOR]");
        teacher.fill("#field-cause", "Shoved each other over a seat by the window");
        teacher.click("form[action='/restorative'] button[type=submit]");
        looks(teacher, "conference-refer-which-360");
        teacher.click("label[for^=field-which-0-]");
        teacher.click("label[for^=field-which-1-]");
        teacher.click("form[action='/restorative'] button[type=submit]");
        assertThat(teacher.content()).contains("Sent to Ana Cruz", "What follows stays with the counselor");
        looks(teacher, "conference-teacher-after-360");

        var counselor = at(story.school.counselor, story.district(), Role.COUNSELOR, 1280);
        open(counselor, "/restorative");
        looks(counselor, "conference-list-1280");
        counselor.click(".conference-list h2 a");
        looks(counselor, "conference-referred-1280");
        var at = counselor.url().replaceFirst(".*(/restorative/[0-9a-f-]{36}).*", "$1");
        for (var question : List.of("weapon", "abuse", "power"))
            counselor.click("label[for=field-" + question + "-NO]");
        counselor.click("label[for=field-admits-YES]");
        counselor.click("label[for=field-kind-CIRCLE]");
        counselor.click("form[action$='/accept'] button[type=submit]");
        looks(counselor, "conference-preparing-1280");
        counselor.setViewportSize(360, 740);
        looks(counselor, "conference-preparing-360");
        counselor.click("a[href*='/will/']");
        looks(counselor, "conference-will-360");
        counselor.click("button[value=YES]");
        looks(counselor, "conference-thanks-360");
        open(counselor, at);
        counselor.click("a[href*='/will/']");
        counselor.click("button[value=YES]");
        open(counselor, at);
        counselor.getByText("Ask for consent").first().click();
        looks(counselor, "conference-consent-360");
        story.consented(at);
        open(counselor, at);
        counselor.getByText("Say when and where").click();
        counselor.fill("#field-meets", "2026-08-04");
        counselor.fill("#field-time", "10:25");
        counselor.fill("#field-room", "Library");
        counselor.click("form[action$='/arranged'] button[type=submit]");
        assertThat(counselor.content()).contains("They meet on Tue, Aug 4 at 10:25 AM: Library");
        counselor.getByText("Invite an officer").click();
        counselor.selectOption("#field-officer", "Sam Cholla");
        counselor.fill("#field-educator", "Dana Reyes");
        counselor.click("form[action$='/officer'] button[type=submit]");
        looks(counselor, "conference-prepared-360");
        for (int i = 0; i < 2; i++) {
            counselor.click("a[href*='/will/']");
            counselor.click("button[value=YES]");
            open(counselor, at);
        }

        var officer = at(story.school.officer.person(), story.school.day.cast.agency(), Role.OFFICER, 360);
        story.school.as(Capacity.SCHOOL_AGENT);
        open(officer, "/restorative");
        looks(officer, "conference-officer-list-360");
        officer.click(".conference-list h2 a");
        assertThat(officer.content()).contains("invited by Dana Reyes", "They meet on Tue, Aug 4 at 10:25 AM: Library")
                .doesNotContain("seat by the window");
        looks(officer, "conference-officer-360");

        counselor.click("label[for=field-there-YES]");
        counselor.click("form[action$='/meeting'] button[type=submit]");
        looks(counselor, "conference-held-360");
        open(counselor, at + "/script");
        looks(counselor, "conference-script-360");
        open(counselor, at);
        promise(counselor, "Wash all of the tables", "2026-08-05");
        assertThat(counselor.content()).contains("“Wash all of the tables” is work as a punishment");
        looks(counselor, "conference-punishes-360");
        promise(counselor, "Keep the seat free for each other by turns", "2026-08-05");
        looks(counselor, "conference-agreed-360");
        counselor.setViewportSize(1280, 740);
        looks(counselor, "conference-agreed-1280");
        counselor.click("main a[href$='/paper']");
        looks(counselor, "conference-paper-1280");
        open(counselor, at);
        counselor.getByText("It was not kept").click();
        looks(counselor, "conference-broken-1280");
        counselor.getByText("Meet again", new Page.GetByTextOptions().setExact(true)).last().click();
        looks(counselor, "conference-again-1280");
        open(counselor, "/restorative");
        looks(counselor, "conference-list-again-1280");

        var principal = at(story.school.principal, story.district(), Role.PRINCIPAL, 1280);
        open(principal, at);
        looks(principal, "conference-principal-closed-1280");
        principal.click("label[for=field-purpose-HELP]");
        principal.click("main form[method=get] button[type=submit]");
        assertThat(principal.content()).contains("seat by the window");
        looks(principal, "conference-principal-1280");

        open(counselor, at);
        counselor.click("form.language button");
        looks(counselor, "conference-again-es-1280");
    }

    private static void promise(Page counselor, String what, String day) {
        counselor.fill("#field-what-0", what);
        counselor.selectOption("#field-owner-0", new SelectOption().setIndex(1));
        counselor.fill("#field-by-0", day);
        counselor.fill("#field-check-0", "Ms. Reed sees it at lunch");
        counselor.click("form[action$='/agreement'] button[type=submit]");
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
