package org.daywatch.journeys.year;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.daywatch.transparency.programs.report.SiteVisit;

/**
 * Site-visit files beside what was written by hand for them: figure by figure, day by day, and of gaps those that were
 * written and no other.
 */
record VisitComparison(Script script, SoftAssertions softly) {

    static final String FILE = "expected-sitevisit.csv";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    /** Of which schools a file is printed that day, by their keys. */
    Set<String> schools(LocalDate asOf) {
        return script.rows(FILE).stream().filter(r -> r.getField("as_of").equals(asOf.toString()))
                .map(r -> r.getField("school")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param printed the text of the same file on paper */
    void compare(LocalDate asOf, String school, SiteVisit file, String printed) {
        var of = school + " on " + asOf;
        var paper = bare(printed);
        rows(asOf, school, "HEAD").forEach(row -> {
            softly.assertThat(List.of(file.school(), file.year(), file.asOf().toString()))
                    .as("head of the file of %s", of).isEqualTo(words(row));
            softly.assertThat(paper).as("printed file of %s", of).contains(bare(file.school()));
        });
        rows(asOf, school, "FIGURE").stream().collect(Collectors.groupingBy(r -> r.getField("says")))
                .forEach((what, rows) -> {
                    softly.assertThat(file.requirements().stream().filter(l -> l.what().equals(what))
                            .map(l -> List.of(l.asked(), l.done(), l.standing(), l.outlook()))).as("%s of %s", what, of)
                            .containsExactlyInAnyOrderElementsOf(rows.stream().map(VisitComparison::words).toList());
                    rows.forEach(row -> softly.assertThat(paper).as("%s, printed for %s", what, of)
                            .contains(bare(what + String.join("", words(row).subList(0, 3)))));
                });
        var gaps = rows(asOf, school, "GAP").stream().flatMap(VisitComparison::sentences).toList();
        softly.assertThat(file.gaps()).as("gaps of %s", of).containsExactlyInAnyOrderElementsOf(gaps);
        gaps.forEach(gap -> softly.assertThat(paper).as("gap printed for %s", of).contains(bare(gap)));
        rows(asOf, school, "EVIDENCE").forEach(row -> softly
                .assertThat(file.evidence().stream().filter(e -> e.what().equals(row.getField("says")))
                        .map(e -> (DAY.format(e.day()) + " " + e.officer()).strip()))
                .as("%s behind the file of %s", row.getField("says"), of).containsExactlyElementsOf(words(row)));
    }

    private List<NamedCsvRecord> rows(LocalDate asOf, String school, String part) {
        return script.rows(FILE).stream().filter(r -> r.getField("as_of").equals(asOf.toString())
                && r.getField("school").equals(school) && r.getField("part").equals(part)).toList();
    }

    /** One sentence, or one for each of the words. */
    static Stream<String> sentences(NamedCsvRecord row) {
        return row.getField("words").isEmpty()
                ? Stream.of(row.getField("says"))
                : words(row).stream().map(word -> row.getField("says").replace("{}", word));
    }

    private static List<String> words(NamedCsvRecord row) {
        return Arrays.asList(row.getField("words").split("\\|", -1));
    }

    /** A printed table has no blanks between its cells, and breaks lines inside them. */
    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
