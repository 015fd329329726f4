package org.daywatch.transparency.activitylog.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.daywatch_db.transparency.Tables.ACTIVITY;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.daywatch._story.Browser;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A phone in a building without a network, in a real browser. */
@DaywatchIT
class LogWithoutNetworkIT {

    private static final int ENTRIES = 50;
    private static final double PATIENCE = 60_000;

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private final List<String> wentWrong = new ArrayList<>();
    private PostedDay day;
    private PostedDay.Officer dana;
    private String session;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void danaIsOnPostWithAPhone() {
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        var start = Instant.parse("2026-08-04T14:10:00Z");
        var post = day.post(start);
        var desk = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        desk.get("/offers");
        var shift = desk.post("/offers/" + post + "/acceptance").uri().getPath();
        clock.setTo(start);
        desk = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        desk.get("/my-day");
        desk.post(shift + "/check-in", "code=" + day.deskCode());
        clock.setTo(start.plusSeconds(3 * 3600));
        context = Chromium.shared()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740));
        context.setDefaultTimeout(PATIENCE);
        signIn();
        page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) wentWrong.add(m.text());
        });
        page.onPageError(e -> wentWrong.add("script: " + e));
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        Chromium.closeContexts();
        Assertions.assertThat(wentWrong).isEmpty();
    }

    @Test
    void fiftyEntriesMadeWithoutNetworkArriveOnceThoughTheSessionEndedMeanwhile() {
        page.navigate("http://localhost:" + port + "/log");
        context.setOffline(true);
        page.locator("input[value=ARRIVAL]").check();
        page.locator("button[value='15']").click();
        assertThat(page.locator("#log-unsent")).containsText("NOT SENT: 1");
        // The other 49 by the same form, without the time a finger takes; the same button twice within it would be one tap.
        page.evaluate(
                """
                count => { const form = document.querySelector('.log-form')
                  for (let i = 0; i < count; i++) { form.querySelector('[value=LUNCH]').checked = true; form.requestSubmit(form.querySelector(`button[value="${i % 2 ? 5 : 10}"]`)) } }""",
                ENTRIES - 1);
        assertThat(page.locator("#log-unsent")).containsText("NOT SENT: " + ENTRIES);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "log-not-sent.png")));
        Assertions.assertThat(arrived()).isZero();

        sessions.close(session);
        context.setOffline(false);
        assertThat(page.locator("#log-unsent")).containsText("Sign in to send it",
                new ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.locator("#log-unsent")).containsText("NOT SENT: " + ENTRIES);

        signIn();
        Awaitility.await().atMost(java.time.Duration.ofMillis((long) PATIENCE))
                .untilAsserted(() -> Assertions.assertThat(arrived()).isEqualTo(ENTRIES));
        assertThat(page.locator("#log-unsent")).isHidden();
        page.reload();
        Assertions.assertThat(arrived()).as("each once").isEqualTo(ENTRIES);
        assertThat(page.locator("#log-today .log-line")).hasCount(ENTRIES);
    }

    private void signIn() {
        session = sessions.open(dana.person(), "PASSKEY", "test");
        sessions.actFor(session, day.cast.agency(), Role.OFFICER);
        context.clearCookies();
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
    }

    private int arrived() {
        return story.as(day.cast.agency(), () -> db.fetchCount(ACTIVITY, ACTIVITY.SOURCE.eq("TYPED")));
    }
}
