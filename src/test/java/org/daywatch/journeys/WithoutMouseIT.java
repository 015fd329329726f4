package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Journeys with the keyboard alone: every step is reached with Tab, seen, and done with Enter. */
class WithoutMouseIT extends Browser {

    @Test
    void theSafetyDirectorGoesFromHisSchoolsToTheBoard() {
        at(Screen.DESK);
        becomeByKeyboard("District safety director");
        assertThat(page.locator(".tile").count()).isPositive();
        nothingSerious();
        follow("Coverage");
        assertThat(heading()).isEqualTo("Coverage board");
        picture("journey-director");
    }

    @Test
    void theSupervisorLooksUpOneOfHisOfficers() {
        at(Screen.DESK);
        becomeByKeyboard("Department supervisor");
        var name = page.locator("tbody th a").first().innerText();
        tabTo("Name or badge");
        type(name);
        page.waitForNavigation(() -> press("Enter"));
        follow(name);

        assertThat(heading()).isEqualTo(name);
        nothingSerious();
        picture("journey-supervisor");
    }
}
