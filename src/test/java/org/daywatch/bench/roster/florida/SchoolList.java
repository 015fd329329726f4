package org.daywatch.bench.roster.florida;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.daywatch.directory.SchoolStatus;
import org.jspecify.annotations.Nullable;

/**
 * The open regular schools of a national list (docs/formats/nces.md), as far as a roster needs them. Rows that cannot
 * be used are counted by reason, never guessed.
 *
 * @param left rows not taken, by reason
 */
public record SchoolList(List<Listed> schools, Map<String, Integer> left) {

    public enum Level { ELEMENTARY, MIDDLE, HIGH, OTHER }

    /** @param students 0 where the list does not tell */
    public record Listed(String id, String county, String city, String zip, Level level, int students) {}

    private static final Set<String> NOT_TOLD = Set.of("", "†", "–", "‡");

    /** Where the list lies, if it lies anywhere: the folder DAYWATCH_DATA, or the one beside the project. */
    public static Optional<Path> shared() {
        var list = Path.of(System.getenv().getOrDefault("DAYWATCH_DATA", "../shared/data"))
                .resolve("nces/florida_schools.csv");
        return list.toFile().isFile() ? Optional.of(list) : Optional.empty();
    }

    public static SchoolList read(Path file) {
        List<NamedCsvRecord> rows;
        try (var csv = CsvReader.builder().missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofNamedCsvRecord(file)) {
            rows = csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var counties = new TreeMap<String, String>();
        rows.stream().map(row -> field(row, "County Name*").replaceAll(" County$", "")).filter(c -> !c.isEmpty())
                .forEach(c -> counties.put(letters(c), c));
        var schools = new ArrayList<Listed>();
        var left = new TreeMap<String, Integer>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            String county = county(row, counties);
            String reason = reason(row, county, seen);
            if (reason == null) schools.add(listed(row, county));
            else left.merge(reason, 1, Integer::sum);
        }
        return new SchoolList(schools.stream().sorted(Comparator.comparing(Listed::id)).toList(), left);
    }

    private static @Nullable String reason(NamedCsvRecord row, String county, Set<String> seen) {
        if (!field(row, "Type").equals("Regular")) return "not a regular school";
        if (!SchoolStatus.isOpen(field(row, "Status"))) return "not open";
        if (!field(row, "NCES School ID").matches("\\d{12}")) return "no number of 12 digits";
        if (county.isEmpty()) return "no county, and no district named like one";
        return seen.add(field(row, "NCES School ID")) ? null : "number stands there already";
    }

    private static Listed listed(NamedCsvRecord row, String county) {
        String students = field(row, "Students*");
        String zip = field(row, "ZIP");
        return new Listed(field(row, "NCES School ID"), county, field(row, "City"),
                zip.length() < 5 ? "00000" : zip.substring(0, 5),
                level(field(row, "Low Grade*"), field(row, "High Grade*")),
                students.matches("\\d+(\\.\\d+)?") ? (int) Double.parseDouble(students) : 0);
    }

    /**
     * A row that does not tell the county often tells a district of that name, as in Florida. Empty where neither
     * helps.
     */
    private static String county(NamedCsvRecord row, Map<String, String> counties) {
        String told = field(row, "County Name*").isEmpty()
                ? field(row, "District")
                : field(row, "County Name*").replaceAll(" County$", "");
        return counties.getOrDefault(letters(told), "");
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static Level level(String low, String high) {
        if (low.isEmpty() || high.isEmpty()) return Level.OTHER;
        int from = grade(low);
        int to = grade(high);
        if (to <= 6) return Level.ELEMENTARY;
        if (from >= 9) return Level.HIGH;
        return from >= 5 && to <= 9 ? Level.MIDDLE : Level.OTHER;
    }

    private static int grade(String grade) {
        return grade.matches("\\d{1,2}") ? Integer.parseInt(grade) : 0;
    }

    private static String field(NamedCsvRecord row, String name) {
        String text = row.findField(name).orElse("").strip();
        return NOT_TOLD.contains(text) ? "" : text;
    }

    public Set<String> counties() {
        return schools.stream().map(Listed::county).collect(Collectors.toCollection(TreeSet::new));
    }

    /** So many schools drawn from all over the list: a program that begins everywhere and grows. */
    public SchoolList sample(int wanted, long seed) {
        var random = new SplittableRandom(seed);
        var drawn = new ArrayList<>(schools);
        for (int i = drawn.size() - 1; i > 0; i--) java.util.Collections.swap(drawn, i, random.nextInt(i + 1));
        return new SchoolList(drawn.stream().limit(wanted).sorted(Comparator.comparing(Listed::id)).toList(), left);
    }
}
