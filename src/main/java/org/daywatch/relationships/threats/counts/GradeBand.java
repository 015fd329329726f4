package org.daywatch.relationships.threats.counts;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Of which grades a student is, as far as their classes in the roster say it. */
public enum GradeBand {
    TO_FIFTH, SIXTH_TO_EIGHTH, NINTH_AND_UP, UNKNOWN;

    private static final List<String> BEFORE_FIRST = List.of("PK", "KG", "K");

    /** @param grades of all classes; where they are not of one band, nobody knows */
    static GradeBand of(Collection<String> grades) {
        var bands = grades.stream().flatMap(grade -> List.of(grade.split("[,;]")).stream()).map(GradeBand::of)
                .collect(Collectors.toSet());
        bands.remove(UNKNOWN);
        return bands.size() == 1 ? bands.iterator().next() : UNKNOWN;
    }

    private static GradeBand of(String text) {
        var grade = text.strip().toUpperCase(Locale.ROOT);
        if (BEFORE_FIRST.contains(grade)) return TO_FIFTH;
        if (!grade.matches("0?[1-9]|1[0-3]")) return UNKNOWN;
        int number = Integer.parseInt(grade);
        return number <= 5 ? TO_FIFTH : number <= 8 ? SIXTH_TO_EIGHTH : NINTH_AND_UP;
    }
}
