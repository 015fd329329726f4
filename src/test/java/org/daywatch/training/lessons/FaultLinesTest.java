package org.daywatch.training.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.daywatch.training.lessons.file.FaultLines;
import org.junit.jupiter.api.Test;

/** A fault names a field by its path; whoever mends the file in an editor is told the line. */
class FaultLinesTest {

    private static final String FILE = """
            {
              "code": "DOOR",
              "slides": [
                {"title": "One", "points": []},
                {
                  "title": "Two",
                  "points": [
                    {"text": "First"},
                    {"text": "Second"}
                  ]
                }
              ],
              "minutes":
                45
            }
            """;

    @Test
    void aFieldStandsWhereItsNameStands() {
        var lines = lines(FILE);
        assertThat(lines.line("$")).isEqualTo(1);
        assertThat(lines.line("$.code")).isEqualTo(2);
        assertThat(lines.line("$.slides[0].title")).isEqualTo(4);
        assertThat(lines.line("$.slides[1]")).isEqualTo(5);
        assertThat(lines.line("$.slides[1].points[1].text")).isEqualTo(9);
        assertThat(lines.line("$.minutes")).isEqualTo(13);
    }

    @Test
    void whatIsMissingIsLookedForWhereItBelongs() {
        var lines = lines(FILE);
        assertThat(lines.line("$.slides[1].say")).isEqualTo(5);
        assertThat(lines.line("$.slides[1].points[1].sources[0]")).isEqualTo(9);
        assertThat(lines.line("$.slides[7].title")).isEqualTo(3);
        assertThat(lines.line("$.quiz")).isEqualTo(1);
    }

    @Test
    void aFileThatWasCutOffIsKnownUpToTheCutAndNoFileHasNoLines() {
        var lines = lines(FILE.substring(0, FILE.indexOf("Second")));
        assertThat(lines.line("$.slides[1].points[0].text")).isEqualTo(8);
        assertThat(lines.line("$.minutes")).isEqualTo(1);
        assertThat(lines("PK\u0003\u0004 no JSON at all").line("$.code")).isZero();
        assertThat(FaultLines.of(new byte[0]).line("$.code")).isZero();
    }

    private static FaultLines lines(String file) {
        return FaultLines.of(file.getBytes(StandardCharsets.UTF_8));
    }
}
