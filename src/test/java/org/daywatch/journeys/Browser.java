package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.Daywatch;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.NothingUnderWay;
import org.daywatch._story.ToldOnce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A person at a screen: Chromium against the whole demonstration. Every page a journey opens is watched: no request may
 * leave the host and nothing may be refused by the content security policy.
 */
@SpringBootTest(classes = Daywatch.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"daywatch.demo=true", "daywatch.database.durable=false", "daywatch.timers=false",
                "daywatch.tips.slots=32", "daywatch.tips.reserve=8"})
@ContextConfiguration(initializers = ToldOnce.class)
abstract class Browser {

    enum Screen {
        DESK(1280, 900), PHONE(360, 740);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final List<String> wentWrong = new ArrayList<>();
    private final List<BrowserContext> kept = new ArrayList<>();
    private BrowserContext context;
    protected Page page;

    @LocalServerPort private int port;
    @Autowired private ApplicationContext app;

    @BeforeEach
    final void noAlertOfAnotherJourneyStands() {
        NothingUnderWay.in(app);
    }

    /** Whether the browser keeps pages for a time without network: whoever looks at very many does without it. */
    protected boolean keepsPages() {
        return true;
    }

    protected final void at(Screen screen) {
        at(screen, true);
    }

    protected final void withoutScript(Screen screen) {
        at(screen, false);
    }

    /** A second person comes to a second screen: this one stays as it is. */
    protected final Page keep() {
        kept.add(context);
        context = null;
        return page;
    }

    private void at(Screen screen, boolean script) {
        if (context != null) context.close();
        context = Chromium.shared().newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(screen.width, screen.height)
                        .setServiceWorkers(keepsPages() ? ServiceWorkerPolicy.ALLOW : ServiceWorkerPolicy.BLOCK)
                        .setJavaScriptEnabled(script).setLocale("en-US")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(30_000); // a busy machine is slow, not broken
        page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("data:"))
                wentWrong.add("left the host: " + request.url());
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) wentWrong.add(message.text());
        });
        page.onPageError(error -> wentWrong.add("script: " + error));
    }

    protected final String address(String path) {
        return "http://localhost:" + port + path;
    }

    protected final int open(String path) {
        return page.navigate(address(path)).status();
    }

    /** The principal names them in the drill plan, unless it was done before. */
    protected final void mayStartDrills(String name) {
        become("Morgan Sedgewick");
        open("/drills");
        page.getByText("Set who starts drills").first().click();
        var person = page.locator("select[name=person]");
        if (person.locator("option", new Locator.LocatorOptions().setHasText(name)).count() == 0) return;
        person.selectOption(new SelectOption().setLabel(name));
        page.getByText("Name person").click();
    }

    /** One click on the persona of that role, as a visitor of the demonstration does; their pages in English. */
    protected final void become(String role) {
        open("/personas");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(role)).first().click();
        assertThat(page.url()).doesNotContain("/personas").doesNotContain("/sign-in");
        inEnglish();
    }

    /** An account remembers the language its person chose: what another journey chose is no part of this one. */
    private void inEnglish() {
        var english = page.locator("form.language button[lang=en]");
        if (english.count() > 0) page.waitForNavigation(() -> english.click());
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    /** The same with the keyboard alone. */
    protected final void becomeByKeyboard(String role) {
        open("/personas");
        follow(role);
        assertThat(page.url()).doesNotContain("/personas").doesNotContain("/sign-in");
        inEnglish();
    }

    /** Tab to it, Enter, and wait for the page it leads to. */
    protected final void follow(String name) {
        tabTo(name);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    protected final String heading() {
        return page.locator("h1").first().innerText();
    }

    /** axe-core on the page as it stands; serious and critical findings are named with the element they are about. */
    protected final List<String> seriousFindings() {
        return Axe.serious(page);
    }

    protected final void nothingSerious() {
        assertThat(seriousFindings()).as("axe on " + page.url()).isEmpty();
    }

    /** True when the page can be scrolled sideways, which nobody should have to do. */
    protected final boolean tooWide() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    protected final Path picture(String name) {
        var file = Path.of("target/screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /** Presses Tab until the focus is on the element with that name, as somebody without a mouse does. */
    protected final void tabTo(String name) {
        for (int press = 0; press < 250; press++) {
            page.keyboard().press("Tab");
            if (focused().strip().startsWith(name)) {
                assertThat(focusIsVisible()).as("the focus on '" + name + "' can be seen: " + focusAsDrawn()).isTrue();
                return;
            }
        }
        throw new AssertionError("'" + name + "' cannot be reached with the Tab key on " + page.url());
    }

    protected final void press(String key) {
        page.keyboard().press(key);
    }

    protected final void type(String text) {
        page.keyboard().type(text);
    }

    /** What a screen reader would call the focused element. */
    protected final String focused() {
        return (String) page.evaluate("""
                () => { const e = document.activeElement; if (!e || e === document.body) return '';
                  const label = e.labels?.length ? e.labels[0].innerText : null;
                  return e.getAttribute('aria-label') ?? label ?? (e.innerText || e.value || e.name || ''); }""");
    }

    /** What the judgment rests on, for the day it fails. */
    private Object focusAsDrawn() {
        return page.evaluate(
                """
                () => { const e = document.activeElement; const s = getComputedStyle(e); const b = e.getBoundingClientRect();
                  return e.outerHTML.slice(0, 200) + ' outline ' + s.outlineStyle + ' ' + s.outlineWidth + ' top ' + b.top + ' bottom ' + b.bottom + ' of ' + innerHeight + ' ' + document.readyState; }""");
    }

    private boolean focusIsVisible() {
        return (Boolean) page.evaluate("""
                () => { const e = document.activeElement; const s = getComputedStyle(e); const b = e.getBoundingClientRect();
                  return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || e.matches('input[type=checkbox], input[type=radio]'))
                    && b.bottom > 0 && b.top < innerHeight; }""");
    }

    @AfterEach
    final void close() {
        if (context != null) context.close();
        context = null;
        kept.forEach(BrowserContext::close);
        kept.clear();
        assertThat(wentWrong).as("what went wrong behind the page").isEmpty();
    }

    @AfterAll
    static void quit() {
        Chromium.closeContexts();
    }
}
