package org.daywatch._story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/**
 * A browser without a window. All tests of a process share one, as their start costs more than most of them; each opens
 * contexts of its own, which share nothing, and closes them. What a page's script or its content policy complains of is
 * collected from all its pages.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> wentWrong = new ArrayList<>();

    /** The one of this process; started where it is not there, or no longer. */
    public static synchronized Browser shared() {
        if (browser != null && browser.isConnected()) return browser;
        if (playwright != null) playwright.close();
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setArgs(FLAGS)
                .setExecutablePath(Path.of(System.getProperty("daywatch.chromium", "/usr/bin/chromium"))));
        return browser;
    }

    /** All that the test opened, which is all there are. */
    public static synchronized void closeContexts() {
        if (browser != null && browser.isConnected()) List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    public Browser browser() {
        return shared();
    }

    /** @param patience milliseconds; the machine may be busy */
    public BrowserContext context(Browser.NewContextOptions options, double patience) {
        var context = shared().newContext(options);
        context.setDefaultTimeout(patience);
        return context;
    }

    public Page page(BrowserContext context) {
        var page = context.newPage();
        page.onPageError(e -> wentWrong.add("script: " + e));
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) wentWrong.add(m.text());
        });
        return page;
    }

    public List<String> wentWrong() {
        return wentWrong;
    }

    /** Closes it first, so that no context is left behind where something did. */
    public void closeWithoutComplaint() {
        close();
        Assertions.assertThat(wentWrong).isEmpty();
    }

    @Override
    public void close() {
        closeContexts();
    }
}
