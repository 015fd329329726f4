package org.daywatch.emergencies.alerts.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.daywatch.emergencies.alerts.screen.OpenPages.PATIENCE;
import static org.daywatch.emergencies.alerts.screen.OpenPages.SOUNDS;
import static org.daywatch.emergencies.alerts.screen.OpenPages.number;
import static org.daywatch.emergencies.alerts.screen.OpenPages.panel;

import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.Assertions;
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

/**
 * A lockdown pressed as a test: devices answer it in silence, and wherever somebody reads of it, it is called a test
 * and asks for nothing.
 */
@DaywatchIT
class SilentTestOnScreenIT {

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
    void aTestIsHeardOnNoScreenAndReadsLikeATestOnEachPageThatNamesIt() {
        var principal = pages.become(Role.PRINCIPAL, 1280, SOUNDS);
        var teacher = pages.become(Role.TEACHER, 360, SOUNDS);
        pages.listening(principal, "/inbox");
        pages.listening(teacher, "/alert?status=TEST");
        var alert = pages.press(AlertStatus.TEST, ProtocolAction.LOCKDOWN);
        for (var page : List.of(principal, teacher)) {
            page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("!!globalThis.heard")),
                    new Page.WaitForConditionOptions().setTimeout(PATIENCE));
            assertThat(panel(page)).hasCount(0);
            Assertions.assertThat(number(page, "sounds")).isZero();
            Assertions.assertThat(page.title()).doesNotContain("Lockdown").doesNotContain("Real");
        }
        assertThat(teacher.locator(".alert-mode")).containsText("Test: silent, no action needed");
        for (var path : List.of("/alerts", "/alerts/" + alert)) {
            Assertions.assertThat(principal.navigate(pages.at(path)).status()).as(path).isEqualTo(200);
            Assertions.assertThat(principal.locator("main").innerText()).as(path).contains("Test")
                    .doesNotContain("Real: not a drill");
        }
        assertThat(principal.locator(".alert-kind")).hasText("Test: silent, no action needed");
        assertThat(principal.locator(".alert-911 a[href='tel:911']")).hasCount(0);
        assertThat(principal.locator("main .alert-is-ACTUAL, main .alert-is-EXERCISE")).hasCount(0);
    }
}
