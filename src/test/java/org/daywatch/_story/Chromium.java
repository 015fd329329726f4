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
 * A browser without a window. What a page's script or its content policy complains of is collected from all its pages.
 */
public final class Chromium implements AutoCloseable {

    private final List<String> wentWrong = new ArrayList<>();
    private final Playwright playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"))
            .setExecutablePath(Path.of(System.getProperty("daywatch.chromium", "/usr/bin/chromium"))));

    /** @param patience milliseconds; the machine may be busy */
    public BrowserContext context(Browser.NewContextOptions options, double patience) {
        var context = browser.newContext(options);
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

    /** Closes it first, so that no browser is left behind where something did. */
    public void closeWithoutComplaint() {
        close();
        Assertions.assertThat(wentWrong).isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
