package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A principal looks back at a drill and answers what a custody made due, at a desk and with one hand. */
class IncidentJourneyIT extends Browser {

    @Test
    void aPrincipalWritesWithOneTapAndTakesTheFormsAlong() throws IOException {
        at(Screen.DESK);
        become("Morgan Sedgewick");
        look("/incidents", "incidents-desk");
        page.locator("td a:text('Lockdown')").last().click(); // that of the story: whatever another journey raised stands above it
        String drill = page.url().replaceFirst("^https?://[^/]+", "");
        assertThat(page.locator(".incident").innerText()).containsIgnoringCase("Drill: this is only a drill")
                .contains("Morgan Sedgewick", "This room is not on the school’s list. 219", "Light on in 102.");
        look(drill, "incident-drill-desk");
        for (String form : new String[] {"ics-201", "ics-214", "after-action"}) {
            var pdf = page.request().get(address(drill + "/" + form + ".pdf"));
            assertThat(pdf.status()).as(form).isEqualTo(200);
            Files.write(Files.createDirectories(Path.of("target/screenshots")).resolve(form + ".pdf"), pdf.body());
        }
        look(drill + "/after-action", "after-action-desk");
        assertThat(page.locator("main").innerText()).contains("Not measured", "P: performed without challenges",
                "Facilities");
        look("/alerts/budget", "alert-budget-desk");

        at(Screen.PHONE);
        become("Morgan Sedgewick");
        open("/incidents");
        page.locator("td a:text('Custody in the front office')").click();
        String custody = page.url().replaceFirst("^https?://[^/]+", "");
        assertThat(page.locator(".incident-clocks").innerText()).contains("Late by", "A.R.S. 8-303", "to be confirmed",
                "one student");
        look(custody, "incident-custody-phone");
        page.locator(".incident-taps button:text('Parent or guardian notified')").click();
        assertThat(page.locator(".incident-timeline").innerText()).contains("Parent or guardian notified");
        page.locator("button:text('Take command')").click();
        assertThat(page.locator(".incident-commander").innerText()).contains("Morgan Sedgewick");
        look("/incidents/new", "incident-new-phone");
        look(drill, "incident-drill-phone");
        look(drill + "/after-action", "after-action-phone");
        look("/alerts/budget", "alert-budget-phone");
    }

    private void look(String path, String name) {
        assertThat(open(path)).as(path).isEqualTo(200);
        assertThat(tooWide()).as(path + " is wider than the screen").isFalse();
        nothingSerious();
        picture(name);
    }
}
