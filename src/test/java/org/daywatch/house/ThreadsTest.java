package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A virtual thread that waits for a lock while a class is loaded keeps its carrier. On two processors two of them
 * stopped a whole server: the third, whose turn the lock was, found none to run on.
 */
class ThreadsTest {

    private static final Pattern VIRTUAL = Pattern
            .compile("ofVirtual\\(|startVirtualThread|newVirtualThreadPerTaskExecutor");

    @Test
    void nothingWeRunWaitsForACarrier() throws IOException {
        Offenders.none("Use a thread of the machine: a virtual one keeps its carrier while a class is loaded.",
                Sources.linesOfMain(".java").stream().filter(line -> VIRTUAL.matcher(line.text()).find()).toList());
        assertThat(Files.readString(Path.of("src/main/resources/application.yaml")))
                .contains("threads.virtual.enabled: false");
    }

    /**
     * With threads of the machine a timer waits for a free one; there is one for each, so that none waits for another
     * that hangs.
     */
    @Test
    void everyTimerFindsAThread() throws IOException {
        long timers = 0;
        for (var file : Sources.files(Sources.MAIN, ".java"))
            timers += Pattern.compile("@Scheduled\\(").matcher(Files.readString(file)).results().count();
        var size = Pattern.compile("task\\.scheduling\\.pool\\.size: (\\d+)")
                .matcher(Files.readString(Path.of("src/main/resources/application.yaml")));
        assertThat(size.find()).isTrue();
        assertThat(Long.parseLong(size.group(1))).isGreaterThanOrEqualTo(timers).isPositive();
    }
}
