package org.daywatch.emergencies.alerts.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.daywatch.emergencies.alerts.screen.OpenPages.panel;
import static org.daywatch.emergencies.alerts.screen.OpenPages.patient;
import static org.daywatch.emergencies.alerts.screen.OpenPages.patiently;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.daywatch._story.DaywatchIT;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A teacher calls for help and reads who is coming; the office reads that it goes there, and that it is over. */
@DaywatchIT
class HelpCallOnScreenIT {

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
    void whoeverCalledReadsWhoSawItAndWhoIsOnTheWayAlsoAfterAReloadAndTakesItBack() {
        var office = pages.become(Role.FRONT_OFFICE, "Robin Sage", 360);
        pages.listening(office, "/inbox");
        var teacher = pages.become(Role.TEACHER, "Ana Cruz", 360);
        pages.listening(teacher, "/alert");
        var call = teacher.locator(".help-call");
        assertThat(call).hasCount(0);
        hold(teacher, ".alert-button-HELP_MEDICAL");
        assertThat(call).containsText("Received at", patient());
        assertThat(call).containsText("No one is on the way yet", patient());
        look(teacher, "help-call-received");

        assertThat(panel(office)).containsText("Help: medical", patient());
        assertThat(panel(office)).containsText("No one is on the way yet", patient());
        look(office, "help-call-office");
        panel(office).locator("button:text-is('I am going')").click();
        assertThat(panel(office)).containsText("You are on the way. The person who called can see it.", patient());
        assertThat(panel(office)).containsText("On the way: Robin Sage", patient());
        assertThat(call.locator(".help-call-going")).containsText("Robin Sage", patient());
        look(teacher, "help-call-going");
        teacher.locator("#help-calls button:text-is('I called 911')").click(); // the line came with a part of the page
        assertThat(teacher).hasURL(pages.at("/alert"));
        assertThat(teacher.locator("#help-calls .alert-911")).containsText("Ana Cruz called 911", patient());
        assertThat(teacher.locator(".alert-press")).isVisible();

        teacher.reload();
        assertThat(call.locator(".help-call-going")).containsText("Robin Sage", patient());
        teacher.navigate(pages.at("/inbox"));
        assertThat(teacher.locator(".alert-banner .alert-going")).containsText("On the way: Robin Sage", patient());
        assertThat(panel(teacher)).hasCount(0);
        look(teacher, "help-call-banner");

        panel(office).locator("button:text-is('I cannot go')").click();
        assertThat(teacher.locator(".alert-banner .alert-going")).containsText("No one is on the way yet", patient());

        pages.listening(office, "/alert"); // which an alert covers with a line alone
        office.locator(".alert-banner button:text-is('I am going')").click();
        assertThat(teacher.locator(".alert-banner .alert-going")).containsText("On the way: Robin Sage", patient());
        look(office, "help-call-line");

        teacher.locator(".alert-banner a:text-is('Your help call')").click();
        call.locator("a:text-is('Cancel help call')").click();
        assertThat(teacher.locator(".help-cancel")).containsText("End call: help is no longer needed", patient());
        look(teacher, "help-call-cancel");
        teacher.locator(".help-cancel button[value=ALL_CLEAR]").click();
        assertThat(teacher.locator("main")).containsText("Alert ended", patient());
        assertThat(panel(office)).hasCount(0);
        assertThat(office.locator(".alert-over")).containsText("The alert has ended", patient());
        teacher.navigate(pages.at("/alert"));
        assertThat(call).containsText("This help call ended at", patient());
        look(teacher, "help-call-over");

        pages.listening(office, "/inbox");
        hold(teacher, ".alert-button-LOCKDOWN");
        assertThat(panel(office)).containsText("Lockdown", patient());
        assertThat(office.locator(".alert-overlay > .alert-over:first-child")).hasCount(0);
    }

    private static void hold(Page page, String button) {
        page.locator(button).scrollIntoViewIfNeeded();
        page.locator(button).hover();
        page.mouse().down();
        assertThat(page.locator("#alert-sent")).isVisible(patiently());
        page.mouse().up();
    }

    private static void look(Page page, String name) {
        Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(name)
                .isTrue();
        page.screenshot(new Page.ScreenshotOptions().setCaret(com.microsoft.playwright.options.ScreenshotCaret.INITIAL)
                .setPath(Path.of("target/screenshots", name + "-360.png")));
    }
}
