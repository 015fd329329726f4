package org.daywatch.prevention;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.daywatch._story.Chromium;

/** A phone 360 pixels wide on which somebody is signed in, and which can be without a connection. */
public final class Phone implements AutoCloseable {

    private static final double PATIENCE = 90_000;

    private final String home;
    public final BrowserContext context;
    public final Page page;
    public final List<String> wentWrong = new ArrayList<>();

    public Phone(int port, String session) {
        this(port, session, "en-US");
    }

    /** @param language of the phone itself, in which it speaks while there is no connection */
    public Phone(int port, String session, String language) {
        home = "http://localhost:" + port;
        context = Chromium.shared()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740)
                        .setLocale(language));
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) wentWrong.add(m.text());
        });
        page.onPageError(e -> wentWrong.add("script: " + e));
    }

    public void open(String path) {
        page.navigate(home + path);
    }

    /**
     * Some page is enough before they go in: what works without a connection is on the phone then. @param ready a
     * question to the page
     */
    public void ready(String path, String ready) {
        open(path);
        until("navigator.serviceWorker.ready.then(r => r.active?.state === 'activated')");
        until(ready);
    }

    public void until(String question) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(90))
                .until(() -> Boolean.TRUE.equals(page.evaluate(question)));
    }

    public void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")).setFullPage(true));
    }

    @Override
    public void close() {
        Chromium.closeContexts();
    }
}
