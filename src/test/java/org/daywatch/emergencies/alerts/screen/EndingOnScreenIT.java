package org.daywatch.emergencies.alerts.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.daywatch.emergencies.alerts.screen.OpenPages.panel;
import static org.daywatch.emergencies.alerts.screen.OpenPages.patient;
import static org.daywatch.emergencies.alerts.screen.OpenPages.patiently;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import org.daywatch._story.DaywatchIT;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** One says that it is over, the other confirms with one tap, and every screen says so before it clears. */
@DaywatchIT
class EndingOnScreenIT {

    /** Longer than a page takes to put in place what it was sent. */
    private static final int HELD = 500;

    @Autowired ApplicationContext app;
    @LocalServerPort int port;
    private OpenPages pages;

    @BeforeEach
    void aSchoolAndABrowser() {
        pages = new OpenPages(app, port);
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        pages.close();
    }

    @Test
    void theSecondPersonConfirmsWithOneTapAndEveryScreenSaysThatItIsOverBeforeItClears() {
        var principal = pages.become(Role.PRINCIPAL, "Robin Sage", 1280);
        var office = pages.become(Role.FRONT_OFFICE, "Lee Moss", 360);
        var teacher = pages.become(Role.TEACHER, "Ana Cruz", 360);
        pages.listening(office, "/inbox");
        pages.listening(teacher, "/inbox");
        var alert = pages.press(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        assertThat(panel(teacher)).isVisible(patiently());
        principal.navigate(pages.at("/alerts/" + alert));
        principal.locator("form:has(#over-why) button[value=ALL_CLEAR]").click();
        assertThat(principal.locator("#alert-now")).containsText("a second person must confirm", patient());
        assertThat(principal.locator(".alert-confirm")).hasCount(0);

        assertThat(panel(office)).containsText("Robin Sage confirmed the all clear", patient());
        look(office, "ending-confirm-360");
        panel(office).locator("button:text-is('Confirm all clear')").click();
        assertThat(office.locator("main")).containsText("Alert ended", patient());

        assertThat(teacher.locator(".alert-over")).containsText("The alert has ended", patient());
        assertThat(panel(teacher)).hasCount(0);
        look(teacher, "ending-over-360");
        assertThat(principal.locator(".alert-over")).containsText("The alert has ended", patient());
        look(principal, "ending-over-1280");
        teacher.locator(".alert-over button").click();
        assertThat(teacher.locator(".alert-over")).hasCount(0);
    }

    @Test
    void aButtonUnderAFingerIsNotDrawnAnewAndWhatWasHeardMeanwhileIsDrawnAfterwards() {
        var principal = pages.become(Role.PRINCIPAL, "Robin Sage", 1280);
        var office = pages.become(Role.FRONT_OFFICE, "Lee Moss", 360);
        var alert = pages.press(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        principal.navigate(pages.at("/alerts/" + alert));
        principal.locator("form:has(#over-why) button[value=ALL_CLEAR]").click();
        assertThat(principal.locator("#alert-now")).containsText("a second person must confirm", patient());
        office.navigate(pages.at("/alerts/" + alert));
        var confirms = office.locator("#alert-now button:text-is('Confirm all clear')");
        heldDown(office, confirms, alert.toString());
        office.mouse().move(0, 0); // and taken away again: nothing was pressed
        office.mouse().up();
        assertThat(office.locator("[data-before]")).hasCount(0,
                new LocatorAssertions.HasCountOptions().setTimeout(30_000));

        heldDown(office, confirms, alert.toString());
        office.waitForNavigation(() -> office.mouse().up());
        assertThat(office.locator("main")).containsText("Alert ended", patient());
    }

    /** While it is down, something else is told of the alert, and the page has asked what. */
    private static void heldDown(Page page, Locator button, String alert) {
        button.hover();
        page.mouse().down();
        page.evaluate("() => { document.getElementById('alert-now').dataset.before = '' }");
        page.waitForResponse(answer -> answer.url().endsWith("/alerts/" + alert),
                () -> page.evaluate("() => { htmx.trigger(document.body, 'alert-heard') }"));
        page.waitForTimeout(HELD);
        assertThat(page.locator("[data-before]")).hasCount(1);
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setCaret(ScreenshotCaret.INITIAL)
                .setPath(Path.of("target/screenshots", name + ".png")));
    }
}
