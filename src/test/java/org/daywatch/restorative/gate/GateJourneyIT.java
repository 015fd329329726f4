package org.daywatch.restorative.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.relationships.threats.ThreatStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An officer asks on a phone, a teacher and a principal at a desk, each by hand. */
@DaywatchIT
class GateJourneyIT {

    @Autowired ApplicationContext app;
    @LocalServerPort int port;
    private final List<String> wentWrong = new ArrayList<>();

    @AfterEach
    void nothingWentWrongBehindThePages() {
        Chromium.closeContexts();
        assertThat(wentWrong).isEmpty();
    }

    @Test
    void fromTheQuestionToAnotherPathThatTheDirectorReads() {
        var story = new ThreatStory(app);
        var director = story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null);
        var officer = at(story.officer.person(), story.day.cast.agency(), Role.OFFICER, 360);
        story.as(Capacity.SCHOOL_AGENT);
        open(officer, "/gate");
        officer.click("form[action='/gate'] button[type=submit]");
        assertThat(officer.content()).contains("Mark at least one thing that happened.");
        looks(officer, "gate-wrong-360");
        officer.click("label[for=field-danger-NO]");
        officer.click("label[for='field-act.LANGUAGE']");
        officer.click("label[for=field-wanted-DISCIPLINE]");
        looks(officer, "gate-ask-360");
        officer.click("form[action='/gate'] button[type=submit]");
        assertThat(officer.textContent("h1")).isEqualTo("School path");
        assertThat(officer.content()).contains("Officers do not. The request is in the weekly log.");
        looks(officer, "gate-school-360");

        var principal = at(story.principal, story.district(), Role.PRINCIPAL, 1280);
        open(principal, "/gate");
        looks(principal, "gate-ask-1280");
        principal.click("label[for=field-danger-NO]");
        principal.click("label[for='field-act.DRUGS_HELD']");
        principal.click("label[for=field-wanted-NOTHING]");
        principal.click("form[action='/gate'] button[type=submit]");
        assertThat(principal.textContent("h1")).isEqualTo("Police path");
        looks(principal, "gate-police-1280");
        principal.getByText("Choose the school path instead").click();
        principal.fill("#field-reason", "It was a prescribed inhaler, and the nurse has the paper for it");
        principal.click("form[action$='/overrule'] button[type=submit]");
        assertThat(principal.textContent("h1")).isEqualTo("School path");
        looks(principal, "gate-overruled-1280");
        principal.setViewportSize(360, 740);
        looks(principal, "gate-overruled-360");

        var desk = at(director, story.district(), Role.SAFETY_DIRECTOR, 1280);
        open(desk, "/gate/overruled");
        looks(desk, "gate-list-1280");
        desk.getByText("Police path → School path").click();
        assertThat(desk.content()).contains("a prescribed inhaler");

        var teacher = at(story.join(Role.TEACHER, "Dana Reyes", story.day.school), story.district(), Role.TEACHER,
                360);
        open(teacher, "/gate");
        teacher.click("label[for=field-danger-UNKNOWN]");
        teacher.click("label[for='field-act.DAMAGE']");
        teacher.click("label[for=field-wanted-NOTHING]");
        teacher.click("form[action='/gate'] button[type=submit]");
        assertThat(teacher.textContent("h1")).isEqualTo("Protect people first");
        looks(teacher, "gate-protect-360");
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
