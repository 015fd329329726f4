package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The question mark of every page leads to help about that page. */
class HelpTest {

    /** No pages of work: files, streams, what is open to everybody without signing in, and steps of signing in. */
    private static final Set<String> NEED_NONE = Set.of("assets", "live", "push", "public", "r", "review", "help",
            "calendar-feed", "check-in", "email", "invitation", "m", "recovery", "terms", "welcome");
    private static final Pattern PAGE = Pattern.compile("@GetMapping\\(\"/([a-z-]+)");

    @Test
    void everyPageHasHelpOfItsOwn() throws IOException {
        var words = new TreeSet<String>();
        for (var line : Sources.linesOfMain(".java"))
            PAGE.matcher(line.text()).results().forEach(found -> words.add(found.group(1)));
        words.removeAll(NEED_NONE);
        assertThat(words).hasSizeGreaterThan(40);
        var help = new Properties();
        for (var file : Sources.texts(false)) {
            try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                help.load(text);
            }
        }
        Offenders.none(
                "Write help.WORD.title and help.WORD.what, with the first word of the address, into texts.properties beside the page.",
                words.stream()
                        .filter(word -> !help.containsKey("help." + word + ".title")
                                || !help.containsKey("help." + word + ".what"))
                        .map(word -> "/" + word).toList());
    }
}
