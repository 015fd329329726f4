package org.daywatch.directory.imports.titles;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.intake.Sureness;

/**
 * Reads the title of an event in the words American school calendars use: what the day is, how sure that is, and why.
 * The words stand in data/title-rules.csv; the first line that fits decides. What no line knows is asked. Pure.
 */
public final class TitleReader {
    private static final Pattern NAMED = Pattern.compile("\\{([a-z]+)}");
    private static final String ALL = "ALL";
    private static final int LONGEST = 300;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}']*");
    private final Map<String, String> words = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Pattern filler;
    /** Words that cannot turn "no school" into something else. */
    private final Set<String> known;
    /** The last day of school is often a short one, too. */
    private final Map<Pattern, DayKind> bells = new LinkedHashMap<>();

    /** One line of the table. */
    private record Rule(String reason, String reads, Sureness sureness, boolean whole, List<Part> parts) {}

    private record Part(Pattern pattern, boolean wanted) {}

    public TitleReader() {
        try (var csv = CsvReader.builder().fieldSeparator(';').commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(
                new InputStreamReader(Objects.requireNonNull(getClass().getResourceAsStream("data/title-rules.csv")),
                        StandardCharsets.UTF_8))) {
            csv.forEach(this::take);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read title-rules.csv", e);
        }
        bells.put(Pattern.compile(words.get("early")), DayKind.EARLY_RELEASE);
        bells.put(Pattern.compile(words.get("half")), DayKind.HALF_DAY);
        bells.put(Pattern.compile(words.get("late")), DayKind.LATE_START);
        this.filler = Pattern.compile("\\b(" + words.get("filler") + ")\\b");
        this.known = Set.of(words.get("known").split("\\|"));
    }

    /** @param title as it stands in the file */
    public TitleReading read(String title) {
        // A title says in its first words what the day is; one of a page's length is no title, and must not keep anybody waiting.
        String plain = plain(title.length() > LONGEST ? title.substring(0, LONGEST) : title);
        var rule = rules.stream().filter(r -> fits(r, plain)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no line for \"" + title + "\""));
        return plainly(Students.named(plain).narrow(reading(rule, plain)), plain);
    }

    /**
     * Schools are surely closed only by a title that speaks of everybody and holds no word that could turn it;
     * otherwise they are likely to be.
     */
    private TitleReading plainly(TitleReading reading, String plain) {
        if (!reading.closes() || reading.sureness() != Sureness.SURE) return reading;
        if (!reading.levels().isEmpty()) return reading.likely("SOME_STUDENTS");
        return WORD.matcher(plain).results().map(MatchResult::group).allMatch(known::contains)
                ? reading
                : reading.likely("MORE_WORDS");
    }

    /** Titles that differ in case, spaces and signs only are the same. */
    static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[‘’`´]", "'")
                .replaceAll("[‐-―−]", "-").replace('⁄', '/')
                .replaceAll("[^\\p{L}\\p{N}\\p{Punct}½ ]+", " ").replaceAll("\\s+", " ").strip();
    }

    private TitleReading reading(Rule rule, String plain) {
        Marks marks = Marks.NOTHING;
        DayKind kind = null;
        for (Marks mark : Marks.values()) if (mark.name().equals(rule.reads())) marks = mark;
        for (DayKind day : DayKind.values()) if (day.name().equals(rule.reads())) kind = day;
        if (marks != Marks.NOTHING)
            kind = bells.entrySet().stream().filter(e -> e.getKey().matcher(plain).find()).map(Map.Entry::getValue)
                    .findFirst().orElse(null);
        return new TitleReading(kind, marks, rule.sureness(), rule.reason(), List.of(), null);
    }

    private boolean fits(Rule rule, String title) {
        if (!rule.whole())
            return rule.parts().stream().allMatch(part -> part.pattern().matcher(title).find() == part.wanted());
        var found = rule.parts().getFirst().pattern().matcher(title);
        if (!rule.parts().stream().skip(1).allMatch(part -> part.pattern().matcher(title).find() == part.wanted()))
            return false;
        return found.find() && !filler.matcher(found.replaceAll(" ")).replaceAll(" ").matches(".*[a-z].*");
    }

    private void take(NamedCsvRecord row) {
        String name = row.getField("name");
        if (name.startsWith("@")) {
            words.put(name.substring(1), spelled(row.getField("words")));
            return;
        }
        boolean whole = row.getField("where").equals(ALL);
        var parts = new ArrayList<Part>();
        for (String part : row.getField("words").split(" && ")) {
            boolean wanted = !part.startsWith("!");
            String pattern = spelled(wanted ? part : part.substring(1));
            parts.add(new Part(Pattern.compile(whole && parts.isEmpty() ? "\\b(?:" + pattern + ")(?![\\w'])" : pattern),
                    wanted));
        }
        rules.add(new Rule(name, row.getField("reads"), Sureness.valueOf(row.getField("sureness")), whole, parts));
    }

    private String spelled(String pattern) {
        return NAMED.matcher(pattern).replaceAll(
                m -> Matcher.quoteReplacement("(?:" + Objects.requireNonNull(words.get(m.group(1)), m.group()) + ")"));
    }
}
