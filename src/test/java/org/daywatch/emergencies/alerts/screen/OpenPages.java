package org.daywatch.emergencies.alerts.screen;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.daywatch._story.Chromium;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.springframework.context.ApplicationContext;

/** Open pages of people of one school, in a real browser, and presses that reach them. */
final class OpenPages implements AutoCloseable {

    static final int PATIENCE = 30_000;
    /** Counts how often the page wanted to be heard and felt, and what it heard last of an alert. */
    static final String SOUNDS = """
            globalThis.sounds = 0;
            Object.defineProperty(navigator, 'vibrate', { value: () => { globalThis.sounds++; return true } });
            const tell = EventTarget.prototype.dispatchEvent;
            EventTarget.prototype.dispatchEvent = function (e) {
              if (e.type === 'alert' && typeof e.data === 'string') { const a = JSON.parse(e.data); globalThis.heard = a.version + ' ' + a.state }
              return tell.call(this, e)
            };
            """;

    final PostedDay day;
    private final ApplicationContext app;
    private final Story story;
    private final int port;
    private final List<String> wentWrong = new ArrayList<>();
    private final com.microsoft.playwright.Browser chromium;

    OpenPages(ApplicationContext app, int port) {
        this.app = app;
        this.port = port;
        this.story = app.getBean(Story.class);
        this.day = new PostedDay(app);
        this.chromium = Chromium.shared();
    }

    /** Nothing went wrong behind the pages. */
    @Override
    public void close() {
        Chromium.closeContexts();
        Assertions.assertThat(wentWrong).isEmpty();
    }

    /** @param before script that runs before every page of this person */
    Page become(Role role, int width, String before) {
        return become(role, "Robin Sage", width, before);
    }

    Page become(Role role, String name, int width) {
        return become(role, name, width, "");
    }

    private Page become(Role role, String name, int width, String before) {
        var organizations = app.getBean(Organizations.class);
        var sessions = app.getBean(Sessions.class);
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                role + day.cast.suffix() + "@story.example", name, role, day.school));
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, day.cast.mesquite(), role);
        var context = context(width);
        context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        if (!before.isEmpty()) context.addInitScript(before);
        return watched(context);
    }

    /** Somebody without an account, with a phone. */
    Page stranger() {
        return watched(context(360));
    }

    private BrowserContext context(int width) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 740).setTimezoneId("America/New_York").setLocale("en-US")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    private Page watched(BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) wentWrong.add(m.text());
        });
        page.onPageError(e -> wentWrong.add("script: " + e));
        return page;
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** With its stream open. */
    void listening(Page page, String path) {
        Assertions.assertThat(page.navigate(at(path)).status()).as(path).isEqualTo(200);
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!globalThis.daywatchAlerts?.lane?.()")));
    }

    /** @return the alert, once it is stored */
    UUID press(AlertStatus status, ProtocolAction action) {
        return press(Ids.next(), status, action);
    }

    UUID press(UUID id, AlertStatus status, ProtocolAction action) {
        var alert = app.getBean(LaneLog.class)
                .accept(new LaneEntry.Press(id, day.cast.agency(), day.cast.mesquite(), day.school, status, action, "",
                        null, "Gym", "", LaneEntry.Source.WEB, null,
                        "Ana Cruz", null, Instant.now()))
                .join().alert();
        Awaitility.await().atMost(Duration.ofMillis(PATIENCE)).until(
                () -> story.as(day.cast.mesquite(), () -> app.getBean(AlertStore.class).find(alert)).isPresent());
        return alert;
    }

    static Locator panel(Page page) {
        return page.locator(".alert-panel");
    }

    static double number(Page page, String name) {
        return ((Number) page.evaluate("globalThis." + name)).doubleValue();
    }

    static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }
}
