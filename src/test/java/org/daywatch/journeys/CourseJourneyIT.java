package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * A safety director makes a course for the staff of her district by clicking: from the example, through the mistakes
 * one makes, to the teacher who takes it.
 */
class CourseJourneyIT extends Browser {

    private static final String OURS = "Our officer, our front door";

    @Test
    void aCourseOfOnesOwnBeginsFromTheExampleAndEveryMistakeIsNamedByItsLine() throws IOException {
        at(Screen.DESK);
        become("Taylor Winslow");
        click("Courses");
        click("Our own courses");
        click("Add a course");
        nothingSerious();
        var download = page
                .waitForDownload(() -> click("Download an example: a staff course that comes with Daywatch."));
        assertThat(download.suggestedFilename()).isEqualTo("STAFF-OFFICER-AT-SCHOOL.en.json");
        String example = Files.readString(download.path());

        add(example.substring(0, example.length() / 2));
        assertThat(fault()).contains("ours.json was not added: one error", "The file is no JSON from line",
                "missing quote, comma or brace");
        assertThat(page.url()).endsWith("/courses/own");

        String broken = example.replace("STAFF-OFFICER-AT-SCHOOL", "our officer").replaceFirst("\"answer\": \\d",
                "\"answer\": 9");
        add(broken);
        assertThat(fault()).contains("2 errors",
                "Line " + lineOf(broken, "\"code\"") + " $.code our officer must be 3 to 40 capital letters",
                "Line " + lineOf(broken, "\"answer\": 9")
                        + " $.questions[0].answer 9 must be a whole number from 1 to 6");
        nothingSerious();

        add(example);
        assertThat(fault()).contains(
                "$.code STAFF-OFFICER-AT-SCHOOL A course that comes with Daywatch has this code. Use another code for yours.");

        add(example.replace("STAFF-OFFICER-AT-SCHOOL", "OUR-FRONT-DOOR").replaceFirst("\"title\": \"[^\"]*\"",
                "\"title\": \"" + OURS + "\""));
        assertThat(heading()).isEqualTo(OURS);
        assertThat(page.locator("main").innerText()).contains(", added.");
        click("Our own courses");
        assertThat(page.locator(".courses-list").innerText()).contains(OURS, "For staff", "for this district",
                "Edition 1, English");
        nothingSerious();

        at(Screen.PHONE);
        become("Teacher");
        open("/courses");
        click(OURS);
        assertThat(heading()).isEqualTo(OURS);
        assertThat(tooWide()).isFalse();

        become("Reese Montoya-Field");
        open("/courses");
        assertThat(page.locator("main").innerText()).as("the director of another district").doesNotContain(OURS);
    }

    private void click(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
    }

    private void add(String text) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("ours.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check and add")).click();
    }

    private String fault() {
        return page.locator("#errors").innerText().replaceAll("\\s+", " ");
    }

    private static long lineOf(String text, String word) {
        return text.substring(0, text.indexOf(word)).lines().count();
    }
}
