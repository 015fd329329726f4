package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.daywatch.emergencies.reach.ReachWatch;
import org.daywatch.platform.tenancy.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After a drill was pressed the principal sees who has seen it and who has not, by name. */
class ReachJourneyIT extends Browser {

    @Autowired Tenants tenants;
    @Autowired ReachWatch watch;

    @Test
    void thePrincipalSeesWhoHasSeenTheDrillAndWhoIsInTheDark() {
        at(Screen.PHONE);
        become("Teacher");
        open("/alert?status=EXERCISE");
        page.locator(".alert-button-HOLD").hover();
        page.mouse().down();
        page.waitForTimeout(2300);
        page.mouse().up();
        page.waitForSelector("#alert-sent:visible");
        open("/alerts/device");
        page.waitForTimeout(1500); // this screen answers that it has shown the drill
        tenants.forEachAgency("who was reached", watch::round);
        assertThat(page.locator("[data-device]").first().inputValue()).hasSize(36);

        at(Screen.DESK);
        become("Morgan Sedgewick");
        open("/alerts");
        String alert = page.locator("tr a[href^='/alerts/']").first().getAttribute("href");
        open(alert);
        page.waitForSelector(".reach-seen");
        assertThat(page.locator(".reach-line").innerText()).matches("(?s).*Seen by [1-9]\\d* of \\d+.*");
        picture("reach-line-desk");
        page.waitForTimeout(1500);
        open(alert + "/reach");
        assertThat(page.locator(".alert-panel").count()).as("nothing covers the board of this very drill").isZero();
        assertThat(page.locator(".reach-figure").innerText()).matches("Seen by [1-9]\\d* of \\d+");
        assertThat(page.locator(".reach-people").allInnerTexts().toString()).contains("Quinn Harroway", "Sasha Vandermeer");
        look("reach");
        open("/me/push");
        page.locator(".alert-smaller").click();
        look("push");
        open("/alerts/path-tests");
        look("path-tests");
        page.locator("th a[href^='/alerts/path-tests/']").first().evaluate("a => location.assign(a.href)");
        page.waitForURL("**/alerts/path-tests/*-*");
        look("path-map");
    }

    private void look(String name) {
        page.setViewportSize(1280, 900);
        nothingSerious();
        picture(name + "-desk");
        page.setViewportSize(360, 740);
        assertThat(tooWide()).as(name).isFalse();
        nothingSerious();
        picture(name + "-phone");
    }
}
