package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * An agency loads its state's list of plan standards; a principal checks their plan against it; the list comes again in
 * a second edition.
 */
class PlanStandardsJourneyIT extends Browser {

    @Test
    void aListIsLoadedCheckedLoadedAnewAndTakenBack() throws IOException {
        String good = Files.readString(Path.of("docs/formats/examples/plan-standards.csv"));
        asAdministrator(Screen.DESK);
        assertThat(main()).contains("Which list counts", "All staff, including substitutes, are trained in the plan.");
        load("AZ", "plan-standards.csv", good);
        assertThat(main()).contains("Standards loaded for AZ: 3.", "The plan names who has command",
                "AZ: 3 standards, loaded", "Casey Juniper").doesNotContain("including substitutes");
        look("plan-standards-loaded");

        String checklist = asPrincipal();
        assertThat(main()).contains("Checked against the list your agency loaded for AZ (3 standards).",
                "Your agency’s list has nothing for this part.");
        met("AZ-01", "Chapter 3, page 2");
        met("AZ-07", "Chapter 9");
        assertThat(tiles()).contains("2", "of 3");
        look("plan-standards-checklist-phone");

        asAdministrator(Screen.PHONE);
        load("AZ", "wrong.csv", good.replace("NIMS,AZ-01", "DOORS,AZ-07") + "PLAN,,x,\n");
        assertThat(main()).contains("5 errors were found and nothing was loaded.",
                "Line 2, part: “DOORS”. Enter NIMS, PLAN, DEVELOPMENT or MAINTENANCE.",
                "Line 3, code: “AZ-07”. This code is in the list twice.", "Line 5, code: “”. Enter 1 to 40 letters",
                "Line 5, words: “x”.", "Line 5, source: “”.", "AZ: 3 standards");
        assertThat(page.locator("#load-state").inputValue()).as("what was typed stays").isEqualTo("AZ");
        look("plan-standards-wrong-phone");
        load("TX", "of-another-state.csv", "part,code,words,source,state\nPLAN,A-1,Doors lock.,Law 5,AZ\n");
        assertThat(main()).contains("1 error was found and nothing was loaded.",
                "Line 2, state: “AZ”. This line is for another state.");
        load("", "plan-standards.csv", good);
        assertThat(main()).contains("Enter the state in two letters");

        asAdministrator(Screen.DESK);
        load("AZ", "second-edition.csv", good.replace("how it is handed over", "how it is handed over to police"));
        assertThat(main()).contains("handed over to police", "AZ: 3 standards");
        asPrincipal();
        open(checklist);
        assertThat(page.locator("#standard-AZ-01").innerText()).contains("Unknown",
                "This standard has changed since it was checked.", "Chapter 3, page 2");
        assertThat(page.locator("#standard-AZ-07").innerText()).contains("Met", "Chapter 9")
                .doesNotContain("has changed since it was checked");
        look("plan-standards-second-edition");

        asAdministrator(Screen.DESK);
        page.locator("summary:text('Withdraw the list for AZ')").click();
        page.locator("button:text('Withdraw list for AZ')").click();
        assertThat(main()).contains("The list for AZ was withdrawn.", "including substitutes")
                .doesNotContain("handed over to police");
        asPrincipal();
        open(checklist);
        assertThat(main()).contains("What Daywatch includes, and what it does not",
                "Daywatch includes 12 standards for AZ", "The state’s auditor tests 30 standards");
        look("plan-standards-shipped-phone");
    }

    private void asAdministrator(Screen screen) {
        at(screen);
        become("Casey Juniper");
        open("/plan-standards");
    }

    /** On their phone. @return the address of their plan's checklist */
    private String asPrincipal() {
        at(Screen.PHONE);
        become("Morgan Sedgewick");
        open("/operations-plans");
        page.locator("main a:text-is('Ironwood High School')").click();
        page.locator("main a:text('Standards met with evidence')").click();
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    private void load(String state, String name, String csv) {
        page.locator("#load-state").fill(state);
        page.locator("#field-file")
                .setInputFiles(new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("button:text('Load list')").click();
        page.waitForLoadState();
    }

    private void met(String code, String evidence) {
        Locator card = page.locator("#standard-" + code);
        card.locator("summary").click();
        card.locator("select").selectOption("MET");
        card.locator("input[name=evidence]").fill(evidence);
        card.locator("button").click();
        page.waitForLoadState();
    }

    private String main() {
        return page.locator("main").innerText();
    }

    private String tiles() {
        return page.locator(".tiles").innerText();
    }

    private void look(String name) {
        assertThat(tooWide()).as(name + " is wider than the screen").isFalse();
        nothingSerious();
        picture(name);
    }
}
