package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A teacher holds one button for two seconds; the principal's screen knows within a second. */
class AlertJourneyIT extends Browser {

    private static final int HELD = 2300;

    @Test
    void aDrillThenTheRealThingReachAnotherScreenAndCannotBeTakenForEachOther() {
        at(Screen.DESK);
        become("Morgan Sedgewick");
        open("/requests");
        var principal = keep();
        mayStartDrills("Quinn Harroway");
        at(Screen.PHONE);
        become("Teacher");
        open("/alert?status=EXERCISE");
        assertThat(tooWide()).isFalse();
        nothingSerious();
        picture("alert-press-drill-phone");
        page.locator(".alert-button-LOCKDOWN").click();
        page.waitForTimeout(300);
        assertThat(page.locator("#alert-sent").isVisible()).as("a tap is no press").isFalse();
        assertThat(page.locator(".alert-button-LOCKDOWN .alert-button-hint").innerText()).contains("two seconds");
        hold(page.locator(".alert-button-LOCKDOWN"));
        long pressed = System.nanoTime();
        principal.waitForSelector(".alert-panel", new Page.WaitForSelectorOptions().setTimeout(30_000));
        long millis = (System.nanoTime() - pressed) / 1_000_000;
        assertThat(millis).as("from the end of the hold to the other screen").isLessThan(5000);
        assertThat(principal.locator(".alert-panel").innerText()).containsIgnoringCase("Drill: this is only a drill")
                .contains("Lockdown", "Quinn Harroway", "Drill or test: 911 is not notified.")
                .doesNotContainIgnoringCase("real: not").doesNotContainIgnoringCase("Call 911");
        look(principal, "alert-overlay-drill-desk");
        principal.locator(".alert-act").first().click();
        principal.waitForSelector(".alert-panel-said:text('Understood')");

        open("/alert");
        picture("alert-press-real-phone");
        nothingSerious();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        nothingSerious();
        picture("alert-press-real-phone-dark");
        page.locator(".alert-button-SECURE").focus();
        page.keyboard().down("Enter");
        page.waitForTimeout(HELD);
        page.keyboard().up("Enter");
        principal.waitForSelector(".alert-is-ACTUAL.alert-panel", new Page.WaitForSelectorOptions().setTimeout(30_000));
        assertThat(principal.locator(".alert-panel").innerText()).containsIgnoringCase("Real: not a drill")
                .contains("Secure");
        assertThat(principal.locator(".alert-banner").innerText()).contains("Drill: this is only a drill");
        look(principal, "alert-overlay-real-desk");
        principal.setViewportSize(360, 740);
        assertThat((Boolean) principal
                .evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")).isFalse();
        look(principal, "alert-overlay-real-phone");
        assertThat(principal.locator(".alert-panel").innerText()).contains("Ironwood High School");
        principal.locator(".alert-panel a[href^='/alerts/']").click();
        principal.waitForSelector(".alert-head-ACTUAL");
        look(principal, "alert-live-real-phone");
        principal.setViewportSize(1280, 900);
        principal.waitForTimeout(500);
        assertThat(principal.locator(".alert-panel").count()).as("a drill never covers a page about the real thing")
                .isZero();
        assertThat(principal.locator(".alert-is-EXERCISE.alert-banner").innerText()).contains("The drill is suspended");
        look(principal, "alert-live-real-desk");
        principal.navigate(address("/alerts"));
        principal.locator(".alert-smaller").click();
        principal.reload();
        principal.waitForSelector(".alert-is-ACTUAL.alert-banner");
        assertThat(principal.locator(".alert-panel").count()).as("made smaller, it stays so on the next page").isZero();
        look(principal, "alerts-list-desk");
        principal.locator("tr a[href^='/alerts/']").nth(1).click();
        principal.waitForSelector(".alert-head-EXERCISE");
        look(principal, "alert-live-drill-desk");
        principal.navigate(address("/inbox"));
        principal.keyboard().press("Alt+Shift+KeyL");
        principal.waitForURL("**/alert");
    }

    private void hold(Locator button) {
        button.hover();
        page.mouse().down();
        page.waitForTimeout(HELD);
        page.mouse().up();
    }

    private void look(Page at, String name) {
        at.waitForTimeout(400); // buttons fade into their colors
        at.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
        var before = page;
        page = at;
        nothingSerious();
        page = before;
    }
}
