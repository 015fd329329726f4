package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** One journey of each persona with the keyboard alone: every step is reached with Tab, seen, and done with Enter. */
class WithoutMouseIT extends Browser {

    @Test
    void theCoordinatorFindsARequestThatWaitsAndAcceptsIt() {
        at(Screen.DESK);
        becomeByKeyboard("Coordinator");
        assertThat(heading()).isEqualTo("Coverage board");

        follow("Requests");
        tabTo("Number, school or city");
        type("Copper Wash");
        var answered = new ArrayList<String>();
        page.onRequestFinished(request -> {
            if (request.url().contains("q=Copper")) answered.add(request.url());
        });
        page.waitForNavigation(() -> press("Enter"));
        page.waitForTimeout(600); // longer than what is typed waits for more
        assertThat(answered).as("one answer to Enter: a second would take the place in the list away").hasSize(1);
        follow("R-");
        nothingSerious();
        follow("Accept request");

        assertThat(page.locator("main").innerText()).contains("Accepted");
        picture("journey-coordinator");
    }

    @Test
    void theOfficerTakesAPostAndSeesWhatIsLeftOfTheirHours() {
        at(Screen.PHONE);
        becomeByKeyboard("Officer");
        follow("Offers");
        nothingSerious();
        follow("Accept");
        assertThat(page.locator(".alert-success").innerText()).containsPattern("The post is yours|posts are yours");
        picture("journey-officer");

        follow("My hours");
        assertThat(heading()).isEqualTo("My hours");
    }

    @Test
    void thePrincipalAsksForAnOfficerForOneEvening() {
        at(Screen.DESK);
        becomeByKeyboard("Principal");
        follow("Requests");
        follow("Request an officer");
        tabTo("School");
        press("Tab");
        press("ArrowDown"); // from the whole term round to a single day
        tabTo("First day");
        type("12042026");
        tabTo("Last day");
        type("12042026");
        tabTo("From");
        type("0600PM");
        tabTo("Until");
        type("0900PM");
        tabTo("Reason");
        type("Winter concert in the main hall; about 300 guests.");
        nothingSerious();
        follow("Send request");

        assertThat(page.locator(".alert-error").allInnerTexts()).isEmpty();
        assertThat(page.locator(".alert-success").innerText()).isNotBlank();
        assertThat(page.locator("main").innerText()).contains("Dec 4, 2026");
        picture("journey-principal");
    }

    @Test
    void theSafetyDirectorGoesFromAFigureToTheDaysBehindIt() {
        at(Screen.DESK);
        becomeByKeyboard("District safety director");
        assertThat(page.locator(".tile").count()).isPositive();
        tabTo("School");
        nothingSerious();
        page.keyboard().press("Shift+Tab");
        follow("Coverage");
        assertThat(heading()).isEqualTo("Coverage board");
        picture("journey-director");
    }

    @Test
    void theSupervisorLooksUpOneOfTheirOfficers() {
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
