package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/**
 * An open reunification on a principal's phone: cards that stop, a student who says no, the private room, paper. Each
 * page as it stands then, in axe.
 */
class ReunionJourneyIT extends Browser {

    private String reunification;

    @Test
    void whatIsNotInOrderStopsAndEveryPageOfItIsAccessible() {
        at(Screen.PHONE);
        become("Morgan Sedgewick");
        // An exercise that another journey left standing lies above every page until somebody makes it small.
        page.addLocatorHandler(page.locator(".alert-smaller").first(), Locator::click,
                new Page.AddLocatorHandlerOptions().setNoWaitAfter(true));
        open("/reunification");
        page.locator("input[name='site']").fill("Stadium, south gate");
        page.locator("label:text('Without a roll call: drill')").click();
        page.locator("input[name='why']").fill("Volunteers try it out.");
        press(page.locator("main"), "Begin reunification");
        reunification = page.url().replaceFirst("^https?://[^/]+", "");
        for (String duty : new String[] {"GREETER", "CHECKER", "RUNNER", "REUNIFIER", "ASSEMBLY"}) take(duty);
        press(page.locator("main"), "Mark all students who are not accounted for as present");
        fits("reunion-open");

        String noId = filled("Kim Larkspur");
        press(page.locator("#step"), "No ID");
        assertThat(page.locator(".reunion-face").innerText()).contains("No ID");
        fits("reunion-no-id");
        page.locator("input[name='why']").first().fill("The biology teacher knows them.");
        press(page.locator("#step"), "Ask to continue card");
        assertThat(page.locator("main").innerText()).contains("A second person must confirm");
        fits("reunion-asked");

        filled("Lee Larkspur");
        press(page.locator("#step"), "Driver");
        assertThat(page.locator("#step").innerText()).contains("A second staff member must compare the photo");
        fits("reunion-second-look");

        filled("Jo Larkspur");
        press(page.locator("#step"), "Take parent or guardian to private room");
        assertThat(page.locator("#step").innerText()).containsIgnoringCase("victim advocate");
        fits("reunion-private-room");
        for (String path : new String[] {noId + "/print", reunification + "/paper", "/reunification/cards"}) {
            open(path);
            fits("reunion-" + path.replaceFirst(".*/", ""));
        }
        open(reunification);
        press(page.locator("main"), "Send all students back to class");
        fits("reunion-after");
    }

    private void take(String duty) {
        page.locator("#duties select[name='duty']").selectOption(duty);
        press(page.locator("#duties"), "Assign role");
    }

    /** A card for a guardian, filled in for some student's first guardian on the list. @return its address */
    private String filled(String guardian) {
        open(reunification);
        page.locator("input[name='guardian']").fill(guardian);
        press(page.locator("main"), "Hand out card");
        String card = page.url().replaceFirst("^https?://[^/]+", "");
        page.locator("#step input[name='q']").fill(guardian.startsWith("Kim") ? "an" : "el");
        press(page.locator("#step"), "Find");
        page.locator("#step .reunion-taps a").first().click();
        page.locator("#step label[for^='g-']").first().click();
        press(page.locator("#step"), "Mark card as filled in");
        return card;
    }

    private void press(Locator where, String button) {
        page.waitForNavigation(() -> where.locator("button:has-text(\"" + button + "\")").first().click());
    }

    private void fits(String name) {
        assertThat(tooWide()).as(page.url() + " is wider than the screen").isFalse();
        nothingSerious();
        picture(name);
    }
}
