package org.daywatch.platform.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bin/prepare left is used by bin/daywatch as long as it is of the jar that lies there. */
class PreparedStartTest {

    @TempDir Path home;
    private Path jar;
    private Path prepared;

    @BeforeEach
    void aJarLiesThere() throws Exception {
        jar = Files.writeString(home.resolve("daywatch.jar"), "a jar");
        prepared = Files.createDirectory(home.resolve("prepared"));
    }

    @Test
    void itStartsFromTheJarUntilItWasPrepared() throws Exception {
        assertThat(run()).endsWith("-jar " + jar + " serve");
    }

    @Test
    void itStartsFromWhatWasPrepared() throws Exception {
        Files.writeString(prepared.resolve("of"), shell("of"));
        assertThat(run()).contains("-XX:AOTCache=" + prepared.resolve("classes.aot"))
                .endsWith("-cp " + prepared.resolve("daywatch.jar") + " org.daywatch.Daywatch serve");
    }

    @Test
    void itStartsFromANewJarAlthoughTheOldOneWasPrepared() throws Exception {
        Files.writeString(prepared.resolve("of"), shell("of"));
        Files.writeString(jar, "a newer jar");
        assertThat(run()).endsWith("-jar " + jar + " serve");
    }

    @Test
    void whatAServerMayBeRunningFromIsNotMadeAnew() throws Exception {
        Files.writeString(prepared.resolve("of"), shell("of"));
        var again = new ProcessBuilder("bin/prepare", jar.toString(), prepared.toString()).redirectErrorStream(true)
                .start();
        assertThat(new String(again.getInputStream().readAllBytes(), UTF_8)).contains("prepared already");
        assertThat(again.waitFor()).isZero();
        assertThat(prepared.resolve("of")).exists();
    }

    @Test
    void aJarThatIsNotThereIsNamed() throws Exception {
        var preparing = new ProcessBuilder("bin/prepare", "nowhere.jar", prepared.toString()).redirectErrorStream(true)
                .start();
        assertThat(new String(preparing.getInputStream().readAllBytes(), UTF_8))
                .contains("\"nowhere.jar\" is no file; name a jar of Daywatch.");
        assertThat(preparing.waitFor()).isEqualTo(64);
    }

    /** What would be started. */
    private String run() throws Exception {
        return shell("run serve");
    }

    /** A start ends the shell as the real one does: a reader that leaves early would end it by a signal. */
    private String shell(String command) throws Exception {
        var process = new ProcessBuilder(List.of("bash", "-c",
                ". bin/_java; exec() { echo \"$*\"; exit; }; jar=$1 prepared=$2; " + command, "bin/daywatch",
                jar.toString(), prepared.toString())).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
