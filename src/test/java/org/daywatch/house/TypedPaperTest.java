package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.forms.TypedForm;
import org.junit.jupiter.api.Test;

/**
 * docs/security/typed.md is read off the code: what each form takes in each field, with its limits, and the sentence
 * with which it refuses anything else; then what must fit together.
 */
class TypedPaperTest {

    private static final Path PAPER = Path.of("docs/security/typed.md");
    private static final int LONGEST_SENTENCE = 200;

    private static final Pattern READ = Pattern.compile(
            "\\.(must|day|dayOrNone|time|timeOrNone|number|mustNumber|words|within|word|one|oneOr|id|at)"
                    + "\\(\\s*\"(\\w+)\"((?:[^()]|\\([^()]*\\))*)\\)");
    private static final Pattern REFUSED = Pattern
            .compile("new InvalidInput\\(\\s*\"([\\w.-]+)\",[^;]*?\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"\\s*\\)");
    private static final Pattern CONSTANT = Pattern.compile("static final (?:int|long) (\\w+) = ([\\d_]+);");
    private static final Pattern LIMIT = Pattern
            .compile("-?\\b\\d[\\d_]*\\b|\\b(?:\\w+\\.)?[A-Z][A-Z_]+\\b|\\b[A-Z]\\w+(?=\\.class)");
    private static final Pattern IN_BRACES = Pattern.compile("\\{[^{}]*}");

    /** What each way of reading a field takes. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("must", "words, not empty; what is longer than the limit is cut (`Typed`) or refused (`TypedForm`)");
        KINDS.put("words", "words between a least and a greatest length");
        KINDS.put("within", "words up to a greatest length, or none");
        KINDS.put("text", "words as they were sent, trimmed; what they may be the form says itself");
        KINDS.put("cut", "words without signs that cannot be printed, cut at a length");
        KINDS.put("day", "a day that a calendar has, written 2026-11-17, of a plausible year");
        KINDS.put("dayOrNone", "the same, or nothing");
        KINDS.put("time", "a time of day, written 13:45");
        KINDS.put("timeOrNone", "the same, or nothing");
        KINDS.put("number", "a whole number between two, in figures");
        KINDS.put("mustNumber", "the same, and not nothing");
        KINDS.put("word", "one word of a list of the code, or none");
        KINDS.put("one", "the same");
        KINDS.put("oneOr", "one word of a list, or the one that stands for nothing");
        KINDS.put("id", "the number of a record, which its handler looks up within the organization");
        KINDS.put("at", "a moment that a phone says: not in the future, not older than a limit");
        KINDS.put("photo", "JPEG or PNG of 15 MB at most, drawn anew");
    }

    @Test
    void thePaperSaysWhatFormsTake() throws IOException {
        WrittenAnew.unlessAsKept(PAPER, paper());
    }

    @Test
    void everyWayOfReadingAFieldStandsThere() {
        var ways = Stream.of(Typed.class, TypedForm.class).flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() != void.class)
                .map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(KINDS.keySet())).isEqualTo(ways);
    }

    @Test
    void aFieldWithItsLimitIsReadOffALineOfCode() {
        var rows = new TreeMap<String, TreeSet<String>>();
        fields("""
                private static final int LONGEST = 1_200;
                var said = Typed.words("why", form.get("why"), 3, LONGEST, "x.wrong");
                var note = typed.within("note", Notes.MOST);
                var kind = typed.oneOr("kind", Kind.class, Kind.NONE);
                if (odd) throw new InvalidInput("to", to.toString(), "x.wrong.to");
                """, Map.of("Notes.MOST", "90"), Map.of("x.wrong.to", "The {0} is before {1}."), rows);
        assertThat(rows.get("why")).containsExactly("words 3, 1200");
        assertThat(rows.get("note")).containsExactly("within 90");
        assertThat(rows.get("kind")).containsExactly("oneOr Kind");
        assertThat(rows.get("to")).containsExactly("refused: *The … is before ….*");
    }

    private static String paper() throws IOException {
        var sentences = sentences();
        var paper = new StringBuilder("""
                # What forms take

                Written by `TypedPaperTest`. Each field is read by one of the ways below; what is malformed is refused with the field's name and a sentence,
                and the form comes back with what was typed. What a handler takes by its type (an id, a number, a day, a word of a list) is refused by name where it is none (`EveryFormIT`). Files: [uploads](asvs.md#uploads), [formats](../formats).

                | Way | What it takes |
                |---|---|
                """);
        KINDS.forEach((way, takes) -> paper.append("| `").append(way).append("` | ").append(takes).append(" |\n"));
        paper.append("""

                ## Fields

                By room and the code that reads them: the way with its limits, and the sentences with which a value is refused.
                """);
        var rooms = new TreeMap<String, StringBuilder>();
        var constants = new HashMap<String, String>();
        for (var file : Sources.files(Sources.MAIN, ".java"))
            constants.putAll(constants(file.getFileName().toString().replace(".java", "."), Files.readString(file)));
        for (var file : Sources.files(Sources.MAIN, ".java")) {
            var rows = new TreeMap<String, TreeSet<String>>();
            fields(Files.readString(file), constants, sentences, rows);
            String name = file.getFileName().toString().replace(".java", "");
            if (rows.isEmpty() || name.equals("Typed") || name.equals("TypedForm")) continue;
            var room = rooms.computeIfAbsent(file.subpath(5, 6).toString(), r -> new StringBuilder());
            rows.forEach((field, takes) -> room.append("| `").append(name).append("` | ").append(field).append(" | ")
                    .append(String.join("; ", takes)).append(" |\n"));
        }
        rooms.forEach((room, rows) -> paper.append("\n### ").append(room)
                .append("\n\n| Code | Field | What it takes |\n|---|---|---|\n").append(rows));
        paper.append("""

                ## What must fit together

                What is refused though every field is well written: the state of the record, of another, or of the law says no.

                | Refusal | Sentence |
                |---|---|
                """);
        sentences.forEach((key, sentence) -> {
            if (key.startsWith("refusal."))
                paper.append("| ").append(key.substring("refusal.".length())).append(" | ").append(shortened(sentence))
                        .append(" |\n");
        });
        return paper.toString();
    }

    /** @param elsewhere constants of other classes, as "Class.NAME" */
    private static void fields(String code, Map<String, String> elsewhere, Map<String, String> sentences,
            Map<String, TreeSet<String>> rows) {
        var constants = new HashMap<>(elsewhere);
        constants.putAll(constants("", code));
        if (code.contains("Typed")) {
            for (var read = READ.matcher(code); read.find();) {
                var limits = LIMIT.matcher(read.group(3).replaceAll("\"[^\"]*\"", "")).results().map(MatchResult::group)
                        .filter(limit -> !read.group(1).startsWith("one") || !limit.matches("(\\w+\\.)?[A-Z_]+"))
                        .map(limit -> constants.getOrDefault(limit, limit));
                add(rows, read.group(2), (read.group(1) + " " + limits.collect(Collectors.joining(", "))).strip());
            }
        }
        for (var refused = REFUSED.matcher(code); refused.find();) {
            String sentence = sentences.get(refused.group(2));
            if (sentence != null) add(rows, refused.group(1), "refused: *" + shortened(sentence) + "*");
        }
    }

    private static Map<String, String> constants(String before, String code) {
        return CONSTANT.matcher(code).results().collect(Collectors.toMap(m -> before + m.group(1),
                m -> m.group(2).replace("_", ""), (one, same) -> one));
    }

    private static void add(Map<String, TreeSet<String>> rows, String field, String takes) {
        rows.computeIfAbsent(field, f -> new TreeSet<>()).add(takes);
    }

    /** With a sign for what is filled in, and without what would end the table's cell. */
    private static String shortened(String sentence) {
        String plain = sentence;
        while (IN_BRACES.matcher(plain).find()) plain = IN_BRACES.matcher(plain).replaceAll("…");
        plain = plain.replace("''", "'").replace("|", "/").replaceAll("\\s+", " ").strip();
        return plain.length() <= LONGEST_SENTENCE ? plain : plain.substring(0, LONGEST_SENTENCE) + "…";
    }

    private static Map<String, String> sentences() throws IOException {
        var all = new TreeMap<String, String>();
        for (var file : Sources.texts(false)) {
            var words = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                words.load(in);
            }
            words.forEach((key, sentence) -> all.put(key.toString(), sentence.toString()));
        }
        return all;
    }
}
