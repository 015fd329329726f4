package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An officer prepares a lesson, stands in a classroom where the connection breaks off, and teaches it to the end. */
class LessonJourneyIT extends Browser {

    @Test
    void aLessonIsReadTaughtAndShownOnTheWallWithoutAConnection() {
        at(Screen.PHONE);
        become("Officer");
        open("/lessons/BULLYING-BYSTANDER/1/en");
        nothingSerious();
        open("/lessons/BULLYING-BYSTANDER/1/en/teach");
        nothingSerious();
        assertThat(page.locator(".lesson-cue").count()).isGreaterThan(14);
        page.context().setOffline(true);
        page.locator("[data-does=begin]").click();
        assertThat(page.locator(".lesson-clock-said").textContent()).isEqualTo("Minute 1 of 45");
        page.locator("[data-does=next]").click();
        page.waitForFunction("scrollY > 100");
        page.context().setOffline(false);

        at(Screen.DESK);
        become("Officer");
        open("/lessons/BULLYING-BYSTANDER/1/es/slides/1");
        nothingSerious();
        page.context().setOffline(true);
        for (int i = 0; i < 20; i++) page.keyboard().press("ArrowRight");
        assertThat(page.locator(".wall-slide:visible").getAttribute("id")).isEqualTo("slide-14");
        page.keyboard().press("Home");
        assertThat(page.locator(".wall-slide:visible h2").textContent()).isEqualTo("Lo viste. ¿Y ahora qué?");
        page.keyboard().press("b");
        assertThat(page.locator(".wall-slide:visible").count()).isZero();
        page.context().setOffline(false);
    }
}
