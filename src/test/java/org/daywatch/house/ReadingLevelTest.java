package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A tired person understands a sentence at the first reading: eighth grade on working screens, sixth in alerts and in
 * what families, students and neighbors read. Measured as Flesch and Kincaid did: 0.39 words a sentence + 11.8
 * syllables a word - 15.59.
 */
class ReadingLevelTest {

    private static final double WORKING = 8;
    private static final double FAMILIES = 6;
    /** Read in an alert, or by families and students. */
    private static final Pattern EASIER = Pattern.compile(
            ".*/(emergencies/(alerts|lane|accountability|reunification|tips|reach)|training/quizzes|planning/drills|relationships/tips/door)/texts.*");
    /** A single sentence may be harder than its file, not twice as hard, and not longer than a breath. */
    private static final double ONE_SENTENCE = 14;
    private static final int MOST_WORDS = 32;
    /** Clauses of agreements stand as lawyers sign them. */
    private static final String SIGNED = "clauses.";
    /** Rules name what the law names, in short sentences. */
    private static final String OF_LAW = "rule.";

    @Test
    void eachMessageFileIsReadAtTheEighthGradeAndThoseOfAlertsAndFamiliesAtTheSixth() throws IOException {
        var hard = new TreeMap<String, Double>();
        for (var file : english()) {
            var all = new ArrayList<String>();
            texts(file).values().forEach(text -> all.addAll(sentences(text)));
            if (all.isEmpty()) continue;
            double grade = grade(all);
            if (grade > (EASIER.matcher(file.toString()).matches() ? FAMILIES : WORKING))
                hard.put(file.toString(), grade);
        }
        Offenders.none(
                "Write shorter sentences and commoner words: these files are too hard to read, with their grade.",
                hard);
    }

    @Test
    void noSentenceIsLongerThanABreath() throws IOException {
        var hard = new ArrayList<String>();
        for (var file : english()) {
            texts(file).forEach((key, text) -> sentences(text).stream().filter(s -> !key.startsWith(SIGNED))
                    .filter(s -> words(s).size() > MOST_WORDS
                            || words(s).size() > 8 && grade(List.of(s)) > ONE_SENTENCE && !key.startsWith(OF_LAW))
                    .forEach(s -> hard.add(
                            "%s, %d words, grade %.0f: %s".formatted(key, words(s).size(), grade(List.of(s)), s))));
        }
        Offenders.none("Make two sentences of it, or take commoner words.", hard);
    }

    @Test
    void theMeasureTellsHardFromEasy() {
        assertThat(grade(sentences("Stay in the room. Lock the door. Turn off the light."))).isLessThan(3);
        assertThat(grade(sentences("Call 911 if you need police, fire or EMS."))).isLessThan(6);
        assertThat(grade(sentences(
                "Notwithstanding aforementioned considerations, administrators responsible for institutional accreditation shall communicate supplementary documentation requirements.")))
                .isGreaterThan(16);
        assertThat(sentences("{0} of {1} people not accounted for.")).as("figures count as words")
                .containsExactly("one of one people not accounted for.");
        assertThat(sentences("Save schedule")).as("a button is not a sentence").isEmpty();
        assertThat(syllables("officer") + syllables("school") + syllables("the") + syllables("emergency"))
                .isEqualTo(3 + 1 + 1 + 4);
    }

    private static List<Path> english() throws IOException {
        return Sources.texts(false);
    }

    private static Map<String, String> texts(Path file) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(file)) {
            int at = line.indexOf('=');
            if (at > 0 && !line.startsWith("#")) texts.put(line.substring(0, at), line.substring(at + 1));
        }
        return texts;
    }

    /** What ends like a sentence; labels, headings and buttons are none. */
    private static List<String> sentences(String text) {
        String plain = text;
        for (int i = 0; i < 3; i++) plain = plain.replaceAll("\\{[^{}]*}", "one"); // a choice within a choice
        plain = plain.replaceAll("<[^>]*>", "").replace("''", "'").strip();
        if (!plain.matches(".*[.!?]")) return List.of();
        return List.of(plain.split("(?<=[.!?])\\s+")).stream().filter(s -> words(s).size() >= 3).toList();
    }

    private static List<String> words(String sentence) {
        return Pattern.compile("[A-Za-z][A-Za-z'’-]*").matcher(sentence).results().map(m -> m.group()).toList();
    }

    private static double grade(List<String> sentences) {
        var words = sentences.stream().flatMap(s -> words(s).stream()).toList();
        double syllables = words.stream().mapToInt(ReadingLevelTest::syllables).sum();
        return 0.39 * words.size() / sentences.size() + 11.8 * syllables / words.size() - 15.59;
    }

    private static int syllables(String word) {
        String bare = word.toLowerCase().replaceAll("[^a-z]", "");
        if (bare.length() <= 3) return 1;
        String spoken = bare.replaceAll("(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$", "").replaceAll("^y", "");
        return Math.max(1, (int) Pattern.compile("[aeiouy]{1,2}").matcher(spoken).results().count());
    }
}
