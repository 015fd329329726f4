package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.daywatch.platform.tenancy.Tenants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody becomes one of the invented people while their story is told: months pass in it, and their session would be
 * over.
 */
class PersonasJourneyIT extends Browser {

    @Autowired Tenants tenants;

    @AfterEach
    void theStoryIsTold() {
        tenants.letTimersWait(false);
    }

    @Test
    void whileTheStoryIsToldThePageSaysSoAndShowsThePeopleOnceItIsDone() {
        at(Screen.PHONE);
        tenants.letTimersWait(true);
        open("/personas");
        assertThat(page.locator("main").innerText()).contains("is still being created");
        assertThat(page.locator("button.persona").count()).isZero();
        picture("personas-told-phone");
        tenants.letTimersWait(false);
        page.locator("button.persona").first().waitFor();
        assertThat(page.locator("main").innerText()).doesNotContain("still being created").contains("Morgan Sedgewick");
    }

    @Test
    void aPrincipalReadsThePostsOfTheirSchoolAndATeacherIsToldThatTheyMayNotNeverToSignIn() {
        for (Screen screen : Screen.values()) {
            at(screen);
            become("Morgan Sedgewick");
            assertThat(open("/funded-posts")).isEqualTo(200);
            assertThat(page.url()).endsWith("/funded-posts");
            assertThat(page.locator("main").innerText()).contains("Ironwood High School")
                    .doesNotContain("Download as CSV");
            page.locator("main tbody a").first().click();
            assertThat(page.url()).contains("/funded-posts/");
            assertThat(page.locator("form[action$='/money'], form[action$='/end']").count())
                    .as("nothing they could change").isZero();
        }
        become("Quinn Harroway");
        assertThat(open("/funded-posts")).isEqualTo(403);
        assertThat(page.url()).endsWith("/funded-posts");
    }
}
