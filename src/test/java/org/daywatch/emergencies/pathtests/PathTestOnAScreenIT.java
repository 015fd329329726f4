package org.daywatch.emergencies.pathtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A real browser that has said where it stands, in the week of the silent test. */
@DaywatchIT
class PathTestOnAScreenIT {

    private static final int PATIENCE = 30_000;
    private static final Instant TUESDAY = Instant.parse("2026-08-11T17:20:00Z"); // 10:20 in Phoenix
    /** Counts what the page would have made its reader hear or feel. */
    private static final String SOUNDS = """
            globalThis.sounds = 0;
            Object.defineProperty(navigator, 'vibrate', { value: () => { globalThis.sounds++; return true } });
            """;

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @Autowired PathTests tests;
    @Autowired PathTestStore store;
    @LocalServerPort int port;

    @Test
    void aDeviceThatNamedItsPlaceAnswersByItsStreamAndShowsNothing() {
        clock.setTo(TUESDAY.minus(Duration.ofMinutes(1)));
        var day = new PostedDay(app);
        UUID district = day.cast.mesquite();
        var person = story.as(district, () -> organizations.join(district,
                "teacher" + day.cast.suffix() + "@story.example", "Robin Sage", Role.TEACHER, day.school));
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, district, Role.TEACHER);
        try (var shared = new Chromium()) {
            var chromium = shared.browser();
            var context = chromium.newContext();
            context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
            context.setDefaultTimeout(PATIENCE);
            context.addInitScript(SOUNDS);
            var page = context.newPage();
            page.navigate("http://localhost:" + port + "/alerts/device");
            String device = page.locator("[data-device]").inputValue();
            page.locator("input[name=place]").fill("Gym");
            page.locator("form:has([data-device]) button").click();
            assertThat(page.locator("body")).containsText("Location saved:");

            page.navigate("http://localhost:" + port + "/inbox");
            page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!globalThis.daywatchAlerts?.lane?.()")),
                    new Page.WaitForConditionOptions().setTimeout(PATIENCE));
            clock.setTo(TUESDAY);
            Tenancy.run(Scope.system(day.cast.agency()), () -> tests.round(day.cast.agency()));
            var test = story.as(day.cast.agency(), () -> store.last(day.school, 1)).getFirst();
            Awaitility.await().atMost(Duration.ofMillis(PATIENCE)).untilAsserted(() -> Assertions
                    .assertThat(story.as(district, () -> store.answered(List.of(test.alert()))))
                    .containsOnlyKeys(test.alert()).extractingByKey(test.alert())
                    .satisfies(answered -> Assertions.assertThat(answered).containsOnlyKeys(UUID.fromString(device))));
            assertThat(page.locator("#alert-overlay > *")).hasCount(0);
            Assertions.assertThat(((Number) page.evaluate("globalThis.sounds")).intValue()).as("what was heard or felt")
                    .isZero();
        }
    }
}
