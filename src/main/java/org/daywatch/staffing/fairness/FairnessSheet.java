package org.daywatch.staffing.fairness;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may read of a month: per department, each officer under a name that changes every month. Departments
 * of fewer than five are suppressed, and nothing is summed up in which they would be hidden again.
 *
 * @param counted FULL: chances were counted all month; PARTLY: from some day on; NOT: they are unknown
 * @param overall over the officers shown, not over those suppressed; null where fewer than two are shown
 */
public record FairnessSheet(YearMonth month, Counted counted, List<Group> groups, @Nullable Spread overall) {

    static final int FEWEST = 5;

    public enum Counted { FULL, PARTLY, NOT }

    /** @param rows empty where the group is suppressed */
    public record Group(String department, boolean suppressed, List<Row> rows, @Nullable Spread spread) {}

    /** Figures are numbers, null where unknown: cents where one of their shifts has no rate. */
    public record Row(String pseudonym, @Nullable Long opportunities, @Nullable Long offers, @Nullable Long acceptances,
            long minutes, @Nullable Long cents) {}

    /**
     * How unequal: Gini from 0 to 1 with three decimals, null where nothing was shared out; and most less least. Of
     * cents only where all are known.
     */
    public record Spread(@Nullable Measure opportunities, @Nullable Measure acceptances, Measure minutes,
            @Nullable Measure cents) {}

    public record Measure(@Nullable Double gini, long most, long least) {

        public long gap() {
            return most - least;
        }
    }

    /** @param names gives each officer their name for that month */
    static FairnessSheet of(YearMonth month, Counted counted, List<Share> shares, Pseudonyms names) {
        var byDepartment = shares.stream()
                .collect(Collectors.groupingBy(Share::department, TreeMap::new, Collectors.toList()));
        var groups = byDepartment.entrySet().stream().map(e -> group(month, counted, e.getKey(), e.getValue(), names))
                .toList();
        var shown = byDepartment.values().stream().filter(g -> g.size() >= FEWEST).flatMap(List::stream).toList();
        return new FairnessSheet(month, counted, groups, shown.size() < 2 ? null : spread(counted, shown));
    }

    private static Group group(YearMonth month, Counted counted, String department, List<Share> shares,
            Pseudonyms names) {
        if (shares.size() < FEWEST) return new Group(department, true, List.of(), null);
        boolean known = counted != Counted.NOT;
        // In the order of the pseudonyms: any other order would say something about who is who.
        var rows = shares.stream()
                .map(s -> new Row(names.of(month, s.officer()), known ? s.shown() : null, known ? s.asked() : null,
                        known ? s.accepted() : null, s.minutes(), s.cents()))
                .sorted(Comparator.comparing(Row::pseudonym)).toList();
        return new Group(department, false, rows, spread(counted, shares));
    }

    /** Inside the agency nothing is suppressed: over all of them. */
    static Spread spread(Counted counted, List<Share> shares) {
        boolean known = counted != Counted.NOT;
        return new Spread(known ? measure(shares, Share::shown) : null, known ? measure(shares, Share::accepted) : null,
                measure(shares, Share::minutes),
                shares.stream().anyMatch(s -> s.cents() == null) ? null : measure(shares, Share::cents));
    }

    static Measure measure(List<Share> shares, ToLongFunction<Share> figure) {
        var figures = shares.stream().mapToLong(figure).boxed().toList();
        var gini = Inequality.gini(figures);
        return new Measure(gini.isPresent() ? Math.round(gini.getAsDouble() * 1000) / 1000.0 : null,
                figures.stream().mapToLong(f -> f).max().orElse(0),
                figures.stream().mapToLong(f -> f).min().orElse(0));
    }
}
