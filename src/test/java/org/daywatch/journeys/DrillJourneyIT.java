package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.daywatch.planning.drills.kinds.DrillKind;
import org.junit.jupiter.api.Test;

/**
 * On a phone: a principal plans the year, holds today's drill through the screens of the school, and what it taught is
 * verified by somebody else.
 */
class DrillJourneyIT extends Browser {

    @Test
    void fromTheDueListToAVerifiedImprovement() {
        at(Screen.PHONE);
        become("Morgan Sedgewick");
        open("/drills");
        assertThat(heading()).contains("Ironwood High");
        assertThat(page.locator("main").innerText()).contains("Lockdown", "Reviewed", "Due this year");
        look("drills-year");
        page.locator("a:text('Plan the year')").click();
        look("drills-plan");
        at(Screen.PHONE);
        become("Avery Lindqvist"); // the year of her school is not planned yet
        open("/drills");
        String year = page.url().replaceFirst("^https?://[^/]+", "");
        var due = page.locator(".drill-dues a[href*='kind=" + DrillKind.EVACUATE + "']").first();
        String by = due.getAttribute("aria-label").replaceFirst(".*due by ", "");
        due.click();
        assertThat(page.locator("#field-kind").inputValue()).as("the form asks for what is due")
                .isEqualTo(DrillKind.EVACUATE.name());
        page.locator("label[for='field-simulation-no']").click();
        page.locator("main button[type=submit]:text('Schedule')").click();
        String drill = page.url().replaceFirst("^https?://[^/]+", "");
        look("drill-scheduled");
        page.locator("button:text('Start drill')").click();
        for (int tries = 0; tries < 60 && page.locator("a:text('Drill on screens')").count() == 0; tries++) { // the lane takes it meanwhile
            page.waitForTimeout(500);
            open(drill);
        }
        page.waitForSelector(".alert-banner"); // on the screens of the school; the page that runs it keeps its buttons
        look("drill-running");
        open(drill + "/observing");
        look("drill-observing");
        page.locator("label[for='field-HEARD-YES']").click();
        page.locator("button:text('Submit observations')").click();
        page.locator("button:text('Mark all rooms secured')").click();
        page.locator("button:text('Mark everyone accounted for')").click();
        String alert = page.locator("a:text('Drill on screens')").getAttribute("href");
        over(alert);
        at(Screen.PHONE);
        become("Taylor Winslow");
        over(alert);
        at(Screen.PHONE);
        become("Avery Lindqvist");
        for (int tries = 0; tries < 60 && !held(drill); tries++) page.waitForTimeout(500);
        assertThat(page.locator("main").innerText()).as("nobody reported from a room").contains("Room reports",
                "missing", "unknown");
        look("drill-held");
        open(drill + "/review");
        page.locator("#rate-ALERTING").selectOption("S");
        page.locator("#rate-words-ALERTING").fill("Not heard in the gym");
        page.locator("#rate-PROTECTING").selectOption("P");
        page.locator("main button:text-is('Save ratings')").click();
        page.locator("summary:text('Add improvement')").click();
        page.locator("#field-issue").fill("The bell was not heard in the gym");
        page.locator("#field-action").fill("A second speaker");
        page.locator("#improvement-owner").fill("Facilities");
        page.locator("label[for=improvement-external]").click();
        page.locator("#field-due").fill("2026-12-18");
        page.locator("button:text('Add improvement')").click();
        page.locator("a:text('The bell was not heard in the gym')").waitFor();
        look("drill-review");
        String improvement = page.locator("a:text('The bell was not heard in the gym')").getAttribute("href");
        page.locator("button:text('Finish review')").click();
        assertThat(page.locator("main").innerText()).contains("Reviewed");
        open(improvement);
        page.locator("#done-words").fill("A speaker hangs over the stage.");
        page.locator("button:text('Mark as done')").click();
        assertThat(page.locator("main").innerText()).contains("Another person must verify it");
        at(Screen.PHONE);
        become("Taylor Winslow");
        open(improvement);
        page.locator("#verify-words").fill("Rang it and stood in the gym.");
        page.locator("main button:text-is('Verify')").click();
        assertThat(page.locator("main").innerText()).contains("Verified by", "Rang it and stood in the gym.");
        look("improvement-verified");
        open("/improvements");
        look("improvements");
        at(Screen.PHONE);
        become("Avery Lindqvist");
        open(year);
        var proven = page.locator(".drill-dues li:has(a[href='" + drill + "'])");
        assertThat(proven.count()).as("the due row opens this very drill").isEqualTo(1);
        assertThat(proven.innerText()).contains("Done", by);
        assertThat(proven.innerText()).doesNotContain("Schedule").doesNotContain("late");
    }

    /** One of the two who say so. */
    private void over(String alert) {
        open(alert);
        page.locator("main button[name=how][value=ALL_CLEAR]").first().click();
        page.waitForSelector("h1:text('Not everyone is accounted for')"); // nobody reported from a room
        page.locator("main button:text-is('End the alert anyway')").click();
        page.waitForSelector("main .alert-head");
    }

    private void look(String name) {
        assertThat(tooWide()).as(name + " is wider than the phone").isFalse();
        nothingSerious();
        picture(name);
    }

    private boolean held(String drill) {
        open(drill);
        return page.locator("a:text('After-action review')").count() > 0;
    }
}
