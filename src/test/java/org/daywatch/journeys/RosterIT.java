package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The coming week of the demonstration: pinned with the mouse and with the keyboard, looked at on a phone, answered by
 * an officer.
 */
class RosterIT extends Browser {

    /**
     * A place nobody has accepted, an empty one where there is any, and another officer whom the rules allow there:
     * their addresses in the page.
     */
    private static final String ALLOWED = """
            async () => {
              const roster = document.querySelector('schedule-grid').dataset.roster
              const places = [...document.querySelectorAll('[data-post]')]
              const empty = places.filter(p => !p.querySelector('[data-officer]')), proposed = places.filter(p => p.innerText.includes('Proposed'))
              const officers = new Set([...document.querySelectorAll('[data-officer]')].map(o => o.dataset.officer))
              for (const place of [...empty, ...proposed]) for (const officer of officers) {
                if (place.querySelector(`[data-officer="${officer}"]`)) continue
                const answer = await fetch(`/rosters/${roster}/places/${place.dataset.post}/verdict?officer=${officer}`)
                if ((await answer.text()).includes('data-may="true"')) return {post: place.dataset.post, officer}
              }
              return null
            }""";

    @Test
    void aNameIsDraggedToAnotherPlaceTheRulesAnswerAndItIsPinned() {
        at(Screen.DESK);
        become("Coordinator");
        open("/rosters");
        assertThat(page.content()).contains("(proven)", "Accepted", "Asked", "Proposed");
        nothingSerious();
        picture("rosters-desk");
        @SuppressWarnings("unchecked") var found = (Map<String, String>) page.evaluate(ALLOWED);
        assertThat(found).as("a place somebody else of the week could take").isNotNull();
        var name = page.locator("[data-officer='" + found.get("officer") + "']").last();
        var place = page.locator("[data-post='" + found.get("post") + "']");
        name.scrollIntoViewIfNeeded();
        page.setViewportSize(1280, 3000); // both ends of the way in sight
        name.hover();
        page.mouse().down();
        place.hover();
        place.hover(); // the first movement takes the name up, the second holds it over the place
        page.waitForSelector("[data-post='" + found.get("post") + "'].rosters-may");
        assertThat(page.locator("[data-verdict]").innerText()).contains("can take this post");
        place.hover();
        page.waitForNavigation(() -> page.mouse().up());
        assertThat(page.content()).contains("Assigned. Filling the week again keeps this officer here.",
                "Changed by hand since");
        assertThat(page.locator(".rosters-pinned").count()).isEqualTo(1);
    }

    @Test
    void theSameWithTheKeyboardOnThePageOfThePlace() {
        at(Screen.DESK);
        become("Coordinator");
        open("/rosters?state=PROPOSED");
        String place = (String) page.evaluate(
                "[...document.querySelectorAll('.rosters-place')].filter(p => p.innerText.includes('Proposed')).map(p => p.querySelector('a').getAttribute('href'))[0]");
        open(place);
        nothingSerious();
        follow("Assign");
        assertThat(page.content()).contains("Assigned. Filling the week again keeps this officer here.");
        open(place);
        assertThat(page.content()).contains("Stays here regardless of points").contains("Assigned");
        follow("Remove assignment");
        assertThat(page.content()).contains("Assignment removed.");
    }

    @Test
    void anOfficerFindsTheirProposalsOnTheirPhoneAndDeclinesOne() {
        at(Screen.PHONE);
        become("Officer");
        open("/offers");
        assertThat(page.content()).contains("Proposed to you: 2", "Accept all 2");
        nothingSerious();
        assertThat(tooWide()).isFalse();
        page.locator(".offers-decline").first().click();
        assertThat(page.content()).contains("Declined. The agency will look for another officer.",
                "Proposed to you: 1");
        for (String path : new String[] {"/my-consents", "/why-not-me"}) {
            assertThat(open(path)).isEqualTo(200);
            nothingSerious();
            assertThat(tooWide()).as(path).isFalse();
        }
    }
}
