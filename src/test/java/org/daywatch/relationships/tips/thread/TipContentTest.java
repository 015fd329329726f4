package org.daywatch.relationships.tips.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.daywatch.relationships.tips.ring.TipRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What travels in a slot of the ring. */
class TipContentTest {

    private static final byte[] MARK = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(strings = {"", "in the gym", "detrás del salón, añadí: ¿quién?", "🚨 two\nlines\t…", "\u0000"})
    void whatWasWrittenIsReadAgain(String words) {
        var content = TipContent.read(new TipContent(3, MARK, "es", words).bytes()).orElseThrow();
        assertThat(content.words()).isEqualTo(words);
        assertThat(content.mark()).isEqualTo(MARK);
        assertThat(content.language()).isEqualTo("es");
        assertThat(content.part()).isEqualTo(3);
    }

    @Test
    void theLongestWordsFillTheSlotAndOneMoreDoesNotFit() {
        var full = "x".repeat(TipContent.MOST_WORDS);
        assertThat(new TipContent(0, MARK, "en", full).bytes()).hasSize(TipRing.MOST_CONTENT);
        assertThat(TipContent.left(full)).isZero();
        assertThat(TipContent.left(full + "x")).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"é, 2", "語, 3", "🚨, 4"})
    void charactersThatHaveToGoAreCountedAsPeopleCountThem(String one, int bytes) {
        int fit = TipContent.MOST_WORDS / bytes;
        assertThat(TipContent.left(one.repeat(fit))).isBetween(0, bytes - 1);
        assertThat(TipContent.left(one.repeat(fit + 7))).isEqualTo(-7);
        var cut = one.repeat(fit + 7);
        cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), TipContent.left(cut)));
        assertThat(TipContent.left(cut)).as("when so many went").isNotNegative();
    }

    @Test
    void whatIsOfNoVersionIsNotRead() {
        assertThat(TipContent.read(new byte[0])).isEmpty();
        assertThat(TipContent.read("words of before, without a version".getBytes(StandardCharsets.UTF_8))).isEmpty();
        byte[] other = new TipContent(0, MARK, "en", "x").bytes();
        other[0] = 2;
        assertThat(TipContent.read(other)).isEmpty();
        byte[] language = new TipContent(0, MARK, "en", "x").bytes();
        language[2 + MARK.length] = 9;
        assertThat(TipContent.read(language)).isEmpty();
    }

    @Test
    void aMarkOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new TipContent(0, new byte[3], "en", "x"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("mark of 3 bytes");
    }

    @ParameterizedTest
    @CsvSource({"1234 5678 9012 3456, 1234567890123456", "1234-5678-9012-3456, 1234567890123456",
            "'  1234567890123456 ', 1234567890123456", "123456789012345,", "12345678901234567,", "'',", "abcd,"})
    void aReceiptIsReadHoweverItWasWrittenDown(String typed, String digits) {
        assertThat(TipReceipts.digits(typed).orElse(null)).isEqualTo(digits);
        if (digits != null) assertThat(TipReceipts.grouped(digits)).isEqualTo("1234 5678 9012 3456");
    }
}
