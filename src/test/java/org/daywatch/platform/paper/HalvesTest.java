package org.daywatch.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.daywatch._story.PaperText;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;

/** Slips are printed two to a page, each whole, with the code in one piece. */
class HalvesTest {

    @Test
    void threeSlipsTakeTwoPagesAndEachStandsOnOne() throws Exception {
        var sheet = new PdfSheet("Sign-in slips", "Daywatch", false,
                "Each code works once. Give each slip to the person named on it.");
        sheet.halves(IntStream.rangeClosed(1, 3).mapToObj(n -> new PdfSheet.Half(
                "Officer " + n + " with a name that is a good deal longer than names are",
                "Sonoran Cooperative invites you to Daywatch.",
                List.of("1. Open https://daywatch.example.org/start on your phone or computer, or scan the picture with your camera.",
                        "2. Type this code:"),
                "KMJF-4EUA-RVF4-KRH" + "ACD".charAt(n - 1),
                List.of("3. Choose your own password. You sign in with officer.with.a.long.name@department.example.org.",
                        "The code works once, until Aug 10, 2026.",
                        "Do not share it. If another person has seen it, ask for a new slip."),
                "https://daywatch.example.org/start?code=KMJF4EUARVF4KRHE")).toList());
        byte[] pdf = sheet.bytes();
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots/slips.pdf"), pdf);
        assertThat(new PdfReader(pdf).getNumberOfPages()).isEqualTo(2);
        assertThat(PaperText.of(pdf)).contains("KMJF-4EUA-RVF4-KRHA", "KMJF-4EUA-RVF4-KRHC", "KMJF-4EUA-RVF4-KRHD",
                "ask for a new slip");
    }
}
