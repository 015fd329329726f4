package org.daywatch.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void aCommandOfLessThanASecondSaysNothing() {
        var progress = on(false);
        progress.says("Opening the installation");
        progress.look(at(0));
        progress.look(at(900));
        progress.close();
        assertThat(shown()).isEmpty();
    }

    @Test
    void inAFileItIsALineEveryFiveSecondsWithTheLatestFigure() {
        var progress = on(false);
        for (int ms = 0; ms <= 12_000; ms += 100) {
            progress.megabytes("Copying the database", ms * 10_000L, 200_000_000);
            progress.look(at(ms));
        }
        progress.close();
        assertThat(shown().lines()).containsExactly("Copying the database: 10 of 200 MB, 1 s",
                "Copying the database: 60 of 200 MB, 6 s",
                "Copying the database: 110 of 200 MB, 11 s");
    }

    @Test
    void onATerminalItIsOneLineThatIsRewrittenAndTakenAwayAtTheEnd() {
        var progress = on(true);
        progress.look(at(0));
        progress.says("Checking audit chain 1 of 3: 1 lines");
        progress.look(at(1000));
        progress.says("Checking audit chain 2 of 3: 9001 lines");
        progress.look(at(1250));
        progress.close();
        progress.look(at(9000));
        var lines = shown().split("\r", -1);
        assertThat(shown()).doesNotContain("\n");
        assertThat(lines).hasSize(5);
        assertThat(lines[1]).startsWith("Checking audit chain 1 of 3: 1 lines, 1 s").hasSize(78);
        assertThat(lines[2]).startsWith("Checking audit chain 2 of 3: 9001 lines, 1 s").hasSize(78);
        assertThat(lines[3]).isBlank();
        assertThat(lines[4]).isEmpty();
    }

    @Test
    void alsoAStepThatSaysNothingNewIsSeenToBeAtWork() {
        var progress = on(false);
        progress.says("Opening the installation");
        progress.look(at(0));
        progress.look(at(3000));
        progress.look(at(8000));
        progress.says("");
        progress.look(at(20_000));
        assertThat(shown().lines()).containsExactly("Opening the installation, 3 s", "Opening the installation, 8 s");
    }

    private Progress on(boolean terminal) {
        return new Progress(new PrintStream(written, true, StandardCharsets.UTF_8), terminal);
    }

    private static long at(long milliseconds) {
        return milliseconds * 1_000_000;
    }

    private String shown() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
