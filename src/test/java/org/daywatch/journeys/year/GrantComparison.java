package org.daywatch.journeys.year;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/**
 * The grant report of the district beside what was written by hand for it: under each heading those lines and no other.
 */
record GrantComparison(Script script, SoftAssertions softly) {

    static final String FILE = "expected-grant.csv";
    private static final String GAPS = "gaps of ";

    boolean isWritten(LocalDate asOf) {
        return script.ifThere(FILE).stream().anyMatch(r -> r.getField("as_of").equals(asOf.toString()));
    }

    void compare(LocalDate asOf, String text) {
        script.rows(FILE).stream().filter(r -> r.getField("as_of").equals(asOf.toString()))
                .collect(Collectors.groupingBy(r -> r.getField("part")))
                .forEach((part, rows) -> softly
                        .assertThat(
                                part.startsWith(GAPS) ? gaps(text, part.substring(GAPS.length())) : under(text, part))
                        .as("%s in the grant report of %s", part, asOf)
                        .containsExactlyInAnyOrderElementsOf(
                                rows.stream().flatMap(VisitComparison::sentences).toList()));
    }

    /** Until the next empty line, without the place for a sentence people write. */
    private static List<String> under(String text, String heading) {
        return text.lines().dropWhile(line -> !line.equals(heading)).skip(1).takeWhile(line -> !line.isEmpty())
                .filter(line -> !line.startsWith("["))
                .map(line -> line.startsWith("- ") ? line.substring(2) : line).toList();
    }

    private static List<String> gaps(String text, String school) {
        return text.lines().dropWhile(
                line -> !(line.startsWith("- " + school + ": ") && line.endsWith("requirements met or on pace")))
                .skip(1).takeWhile(line -> line.startsWith("  - "))
                .map(line -> line.substring(4)).toList();
    }
}
