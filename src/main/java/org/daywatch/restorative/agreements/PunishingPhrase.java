package org.daywatch.restorative.agreements;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words by which a promise would be a punishment: a row with dates. Where several words are given, they stand in this
 * order with few words between.
 *
 * @param rule under which name it is sent back
 */
public record PunishingPhrase(String rule, String language, String phrase, LocalDate validFrom,
        @Nullable LocalDate validTo, String source, boolean toConfirm) {

    /** So many words may stand between two words of a phrase: "wash all of the tables". */
    private static final int BETWEEN = 3;

    /** @param words as they stand in the text */
    public record Found(String rule, String words) {}

    /** What of a text punishes, by the rows in force that day; a word counts from its beginning on, accents do not. */
    public static List<Found> in(String text, Collection<PunishingPhrase> phrases, LocalDate day) {
        var plain = plain(text);
        return phrases.stream().filter(p -> p.isInForce(day)).flatMap(p -> {
            var m = p.pattern().matcher(plain);
            return m.find()
                    ? java.util.stream.Stream.of(new Found(p.rule(), text.substring(m.start(), m.end())))
                    : java.util.stream.Stream.empty();
        }).distinct().toList();
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    private Pattern pattern() {
        var words = java.util.Arrays.stream(plain(phrase).split(" ")).map(w -> Pattern.quote(w) + "\\w*").toList();
        return Pattern.compile("\\b" + String.join("(?:\\W+\\w+){0," + BETWEEN + "}?\\W+", words));
    }

    /** As long as the text itself: each letter without its accent, small. */
    private static String plain(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++)
            out.append(Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD).charAt(0));
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
