package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/**
 * A director takes in a roster from which many students are missing: is asked, says that the students have left, sees
 * it, and takes it back.
 */
class RosterLeaversJourneyIT extends Browser {

    private static final Path ROSTER = Path.of("src/main/resources/demo/oneroster");

    @Test
    void manyStudentsLeaveOnlyWhenTheDirectorSaysSoAndComeBackWhenTheyTakeItBack() throws IOException {
        at(Screen.PHONE);
        become("Taylor Winslow");
        open("/imports");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("roster.zip", "application/zip", lacking("p-06", "p-07")));
        page.locator("button:text('Preview changes')").click();
        page.waitForSelector("text=Ready to import");
        assertThat(main()).contains(
                "13 students are not in this file and will be marked as no longer enrolled as of today.",
                "users.csv no longer names 13 of 72 students", "are p-060, p-061");
        look("roster-leavers-asked-phone");

        take();
        assertThat(main()).as("nobody has said that they left").contains(
                "13 students are missing from this file, more than a school normally loses at once", "Ready to import");
        look("roster-leavers-refused-phone");

        page.locator("label:text('I checked: these 13 students have left the school')").click();
        take();
        page.waitForSelector("text=Undo this import");
        assertThat(main()).contains("Imported",
                "13 students were not in this file and are marked as no longer enrolled.", "They are marked as left.");
        look("roster-leavers-taken-phone");

        page.locator("a:text('Undo this import')").click();
        page.locator("main button[type=submit]").first().click();
        page.waitForLoadState();
        assertThat(main()).contains("Undone");
    }

    private void take() {
        page.locator("form[action$='/intake'] button").click();
        page.waitForLoadState();
    }

    private String main() {
        return page.locator("main").innerText();
    }

    private void look(String name) {
        assertThat(tooWide()).isFalse();
        nothingSerious();
        picture(name);
    }

    /** The roster of the demonstration without everybody whose number begins so. */
    private static byte[] lacking(String... beginnings) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes); var files = Files.list(ROSTER)) {
            for (Path file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                zip.write(Files.readAllLines(file).stream().filter(line -> names(line, beginnings))
                        .collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static boolean names(String line, String... gone) {
        return java.util.Arrays.stream(gone).noneMatch(g -> line.contains("," + g) || line.startsWith(g));
    }
}
