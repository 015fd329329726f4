package org.daywatch.transparency.activitylog.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.daywatch_db.transparency.Tables.ACTIVITY;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The phone was switched off. In a building without a network it is switched on, and the home-screen app is opened:
 * nothing of the site answers.
 */
@DaywatchIT
class LogOpenedColdIT {

    private static final double PATIENCE = 60_000;

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    @TempDir Path phone;

    private PostedDay day;
    private PostedDay.Officer dana;

    @Test
    void theLogIsFoundTakesAnEntryAndSendsItOnceWhenThereIsANetworkAgain() {
        danaIsOnPost();
        on(true, page -> {
            page.navigate(site("/log"));
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
            page.evaluate(
                    "() => new Promise(done => { const look = async () => await caches.match('/log/shell?lang=en', { ignoreVary: true }) ? done() : setTimeout(look, 50); look() })");
        });
        on(false, page -> {
            page.navigate(site("/")); // the home-screen app opens here, and has no address bar
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "home-without-network.png")));
            page.locator("[data-kept=log]:visible, [data-kept=log] a:visible").first().click();
            page.waitForURL(site("/log"));
            page.locator("input[value=ARRIVAL]").check();
            page.locator("button[value='15']").click();
            assertThat(page.locator("#log-unsent")).containsText("NOT SENT: 1");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "log-opened-cold.png")));
        });
        Assertions.assertThat(arrived()).isZero();
        on(false, page -> {
            page.navigate(site("/log")); // switched off and on again: it is still there
            assertThat(page.locator("#log-unsent")).containsText("NOT SENT: 1");
        });
        on(true, page -> {
            page.navigate(site("/log"));
            Awaitility.await().atMost(Duration.ofMillis((long) PATIENCE))
                    .untilAsserted(() -> Assertions.assertThat(arrived()).isEqualTo(1));
            assertThat(page.locator("#log-unsent")).isHidden();
        });
        on(true, page -> {
            page.navigate(site("/log"));
            assertThat(page.locator("#log-today .log-line")).hasCount(1);
        });
        Assertions.assertThat(arrived()).as("once").isEqualTo(1);
    }

    /**
     * One switching on of the phone. @param network without it the site's name leads nowhere, for pages and for what
     * works behind them
     */
    private void on(boolean network, Consumer<Page> use) {
        var arguments = new ArrayList<>(
                List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"));
        if (!network) arguments.add("--host-resolver-rules=MAP localhost ~NOTFOUND");
        try (var playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                BrowserContext context = playwright.chromium().launchPersistentContext(phone,
                        new BrowserType.LaunchPersistentContextOptions().setArgs(arguments).setHeadless(true)
                                .setLocale("en-US")
                                .setExecutablePath(
                                        Path.of(System.getProperty("daywatch.chromium", "/usr/bin/chromium")))
                                .setViewportSize(360, 740))) {
            context.setDefaultTimeout(PATIENCE);
            var wentWrong = new ArrayList<String>();
            var page = context.newPage();
            page.onPageError(e -> wentWrong.add("script: " + e));
            if (network) signIn(context);
            use.accept(page);
            Assertions.assertThat(wentWrong).isEmpty();
        }
    }

    private void danaIsOnPost() {
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
    }

    private void signIn(BrowserContext context) {
        var session = sessions.open(dana.person(), "PASSKEY", "test");
        sessions.actFor(session, day.cast.agency(), Role.OFFICER);
        context.clearCookies();
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }

    private int arrived() {
        return story.as(day.cast.agency(), () -> db.fetchCount(ACTIVITY, ACTIVITY.SOURCE.eq("TYPED")));
    }
}
