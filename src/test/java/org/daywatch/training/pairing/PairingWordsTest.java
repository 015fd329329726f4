package org.daywatch.training.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;

/** A slip written in one language is read in the other, and no two words are one. */
class PairingWordsTest {

    @Test
    void everyLanguageHasAsManyWordsAndEachOnce() throws Exception {
        var texts = new Texts();
        for (String language : Texts.LANGUAGES) for (String list : List.of("pairing.animals", "pairing.things")) {
            var words = Arrays.asList(texts.of(language, list).split(", "));
            assertThat(words).as(list + " in " + language).hasSize(PairingCode.WORDS).doesNotHaveDuplicates()
                    .allMatch(word -> word.matches("[\\p{L}]{2,14}"));
        }
    }

    @Test
    void aCodeIsReadAsItWasTold() {
        var seen = new HashSet<PairingCode>();
        for (int i = 0; i < 500; i++) {
            var code = PairingCode.next();
            seen.add(code);
            assertThat(PairingCode.read(code.text())).contains(code);
            assertThat(PairingCode.read(
                    Map.of("first", "" + code.first(), "second", "" + code.second(), "number", "" + code.number())))
                    .contains(code);
        }
        assertThat(seen).hasSizeGreaterThan(480);
    }

    @Test
    void whatIsNoChoiceIsNoCode() {
        for (String wrong : List.of("", "--", "1-2-", "40-1-42", "1-40-42", "1-1-09", "1-1-9", "1-1-100",
                "Max-Müller-12", "1-1-42; drop"))
            assertThat(PairingCode.read(wrong)).as(wrong).isEmpty();
    }
}
