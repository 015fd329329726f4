package org.daywatch.directory.imports.ical;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.daywatch.directory.imports.ical.events.SchoolEvent;
import org.daywatch.directory.imports.titles.Marks;
import org.daywatch.directory.intake.Sureness;
import org.jspecify.annotations.Nullable;

/**
 * Where a school year begins and ends. A file as a calendar program exports it holds several years: the one that runs
 * is meant, else the next, else the last.
 *
 * @param name of the school year that is known already and lends its ends, because the file does not tell them
 */
record YearEnds(LocalDate first, LocalDate last, @Nullable String name) {
    private static final int SHORTEST = 60;
    private static final int LONGEST = TypedYear.LONGEST;
    /** First and last days of different grades lie so close together. */
    private static final int NEAR = 60;

    /**
     * What is known beside the file. @param zone of the district, for a calendar that names none. @param today null: of
     * several years the last is meant. @param told first and last day, said by whoever sends the file
     */
    record Known(@Nullable LocalDate today, @Nullable LocalDate first, @Nullable LocalDate last, List<YearEnds> years,
            @Nullable ZoneId zone) {

        static final Known NOTHING = new Known(null, null, null, List.of(), null);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /**
     * All years the file tells, or, where it tells none, the known ones it has days of. The one that is meant comes
     * first.
     */
    static List<YearEnds> of(List<SchoolEvent> events, Known known) {
        var from = known.first();
        var to = known.last();
        if (from != null && to != null) return List.of(new YearEnds(from, to, null));
        var told = told(events);
        var years = told.isEmpty()
                ? known.years().stream()
                        .filter(year -> events.stream()
                                .anyMatch(e -> e.series().within(year.first(), year.last()).findAny().isPresent()))
                        .toList()
                : told;
        return years.stream().sorted(Comparator.comparingInt((YearEnds year) -> rank(year, known.today()))
                .thenComparing(year -> distance(year, known.today()))).toList();
    }

    private static int rank(YearEnds year, @Nullable LocalDate today) {
        if (today == null || year.last().isBefore(today)) return 2;
        return year.contains(today) ? 0 : 1;
    }

    private static long distance(YearEnds year, @Nullable LocalDate today) {
        return today == null ? -year.first().toEpochDay() : Math.abs(year.first().toEpochDay() - today.toEpochDay());
    }

    static List<YearEnds> told(List<SchoolEvent> events) {
        var firsts = days(events, Marks.FIRST_DAY);
        var lasts = days(events, Marks.LAST_DAY);
        var spans = events.stream().filter(e -> e.marks() == Marks.YEAR)
                .map(e -> new YearEnds(e.series().first(), e.series().last(), null)).distinct().toList();
        if (!spans.isEmpty()) return spans.stream().map(span -> exact(span, firsts, lasts)).distinct().toList();
        var years = new ArrayList<YearEnds>();
        LocalDate begun = null;
        for (LocalDate first : firsts) {
            if (begun != null && first.isBefore(begun.plusDays(SHORTEST))) continue;
            begun = first;
            LocalDate next = Optional.ofNullable(firsts.higher(first.plusDays(SHORTEST)))
                    .orElse(first.plusDays(LONGEST));
            last(lasts, first.plusDays(SHORTEST), next.minusDays(1))
                    .ifPresent(last -> years.add(new YearEnds(first, last, null)));
        }
        return years;
    }

    /** "School year" tells both ends; first and last day, where given as events of their own, are more exact. */
    private static YearEnds exact(YearEnds span, TreeSet<LocalDate> firsts, TreeSet<LocalDate> lasts) {
        var first = Optional.ofNullable(firsts.ceiling(span.first().minusDays(NEAR)))
                .filter(day -> day.isBefore(span.first().plusDays(NEAR)));
        return new YearEnds(first.orElse(span.first()),
                last(lasts, span.last().minusDays(NEAR), span.last().plusDays(NEAR)).orElse(span.last()), null);
    }

    private static Optional<LocalDate> last(TreeSet<LocalDate> lasts, LocalDate from, LocalDate to) {
        return Optional.ofNullable(lasts.floor(to)).filter(day -> !day.isBefore(from));
    }

    /** Of everybody; where no event speaks of everybody, of those grades the calendar names. */
    private static TreeSet<LocalDate> days(List<SchoolEvent> events, Marks mark) {
        Predicate<SchoolEvent> marks = e -> e.reading().marks() == mark && e.series().days() == 1;
        var sure = marked(events, marks.and(e -> e.reading().sureness() == Sureness.SURE));
        return sure.isEmpty() ? marked(events, marks.and(e -> e.reading().sureness() == Sureness.LIKELY)) : sure;
    }

    private static TreeSet<LocalDate> marked(List<SchoolEvent> events, Predicate<SchoolEvent> which) {
        var days = new TreeSet<LocalDate>();
        events.stream().filter(which).forEach(e -> days.add(e.series().first()));
        return days;
    }
}
