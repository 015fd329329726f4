package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a test in a browser waits for is asked again until it is so. */
class WaitsTest {

    private static final Pattern WAITED = Pattern.compile("waitForFunction\\(\\s*(\"[^\\n]*)");
    private static final Pattern FUNCTION = Pattern.compile("^\"(\\w+|\\([\\w, ]*\\)) => (?!.*\\.then\\()");

    @Test
    void whatIsWaitedForIsAFunctionThatAnswersAtOnce() throws IOException {
        var found = new TreeSet<String>();
        for (var file : Sources.files(Sources.TEST, ".java")) {
            var waited = WAITED.matcher(Files.readString(file));
            while (waited.find())
                if (!FUNCTION.matcher(waited.group(1)).find()) found.add(file + ": " + waited.group(1));
        }
        Offenders.none(
                "Write \"() => …\": the page's policy forbids to read a bare expression a second time. A promise counts as yes whatever it brings: await it with evaluate.",
                found);
        assertThat("\"window.heard === true\");").doesNotContainPattern(FUNCTION);
        assertThat("\"() => caches.match('/').then(Boolean)\");").doesNotContainPattern(FUNCTION);
        assertThat("\"before => document.title !== before\"").containsPattern(FUNCTION);
    }
}
