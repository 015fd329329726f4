package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.daywatch.training.lessons.file.LessonReader;
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
        page.waitForFunction("() => scrollY > 100");
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

    /** A projector of the older kind shows 1280 by 720 points; what does not stand there is not read from any row. */
    @Test
    void everySlideOfEveryLessonStandsWholeOnTheWallInLettersForTheLastRow() throws IOException {
        at(Screen.DESK);
        become("Officer");
        page.setViewportSize(1280, 720);
        List<Path> files;
        try (var folder = Files.list(Path.of("src/main/resources/lessons"))) {
            files = folder.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(18);
        for (var file : files) {
            var lesson = LessonReader.read(Files.readAllBytes(file));
            open("/lessons/" + lesson.code() + "/" + lesson.edition() + "/" + lesson.language() + "/slides/1");
            for (int n = 1; n <= lesson.slides().size(); n++) {
                String slide = lesson.code() + " " + lesson.language() + ", slide " + n;
                assertThat(page.evaluate("document.documentElement.scrollHeight - innerHeight"))
                        .as(slide + " is too high by").isEqualTo(0);
                assertThat(tooWide()).as(slide + " is too wide").isFalse();
                assertThat(((Number) page.evaluate(
                        "Math.min(...[...document.querySelectorAll('.wall-slide:not([hidden]) :is(li, .wall-ask)')].map(e => parseFloat(getComputedStyle(e).fontSize)))"))
                        .doubleValue()).as(slide + ": a letter of a twenty-fifth of the wall")
                        .isGreaterThanOrEqualTo(720 / 25.0);
                page.keyboard().press("ArrowRight");
            }
        }
    }
}
