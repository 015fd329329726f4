package org.daywatch.staffing.eligibility;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.scheduling.caps.CapPolicy;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a department lets its officers work.
 *
 * @param rank 1 for the primary department; partners are asked later
 * @param from the first day its terms hold; null: from the beginning
 * @param to the last one; null: no end is agreed
 * @param limitsKnown false while nobody knows which limits judge its officers
 * @param others its terms on other days, each without others of its own
 */
public record DepartmentFacts(UUID id, String name, int rank, Set<String> prohibitedWork, ZoneId zone,
        List<CapPolicy> policies, @Nullable LocalDate from,
        @Nullable LocalDate to, boolean limitsKnown, List<DepartmentFacts> others) {

    private static final int NEVER_ASKED = Integer.MAX_VALUE;

    /** Terms without an end, of a department whose limits are known. */
    public DepartmentFacts(UUID id, String name, int rank, Set<String> prohibitedWork, ZoneId zone,
            List<CapPolicy> policies) {
        this(id, name, rank, prohibitedWork, zone, policies, null, null, true, List.of());
    }

    /** The same department judged by other limits. */
    public DepartmentFacts judgedBy(List<CapPolicy> others) {
        return new DepartmentFacts(id, name, rank, prohibitedWork, zone, others, from, to, limitsKnown,
                this.others.stream().map(o -> o.judgedBy(others)).toList());
    }

    /** Its terms as they hold on a day; where none do, as they are nearest to it: then {@link #holdsOn} is false. */
    public DepartmentFacts on(LocalDate day) {
        if (others.isEmpty() || holdsOn(day)) return this;
        return others.stream().filter(o -> o.holdsOn(day)).findFirst().orElse(this);
    }

    /** Each of its terms that holds on some day between two, this one alone where none does. */
    public List<DepartmentFacts> between(LocalDate first, LocalDate last) {
        var all = Stream.concat(Stream.of(this), others.stream())
                .filter(d -> (d.from == null || !d.from.isAfter(last)) && (d.to == null || !d.to.isBefore(first)))
                .toList();
        return all.isEmpty() ? List.of(this) : all;
    }

    /** Whether its terms hold on a day. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** A department that has agreed no terms is asked for nobody. */
    static DepartmentFacts withoutTerms(UUID id, String name) {
        return new DepartmentFacts(id, name, NEVER_ASKED, Set.of(), ZoneId.of("UTC"), List.of());
    }

    public boolean hasTerms() {
        return rank != NEVER_ASKED;
    }
}
