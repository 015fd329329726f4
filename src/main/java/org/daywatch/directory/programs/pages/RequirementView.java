package org.daywatch.directory.programs.pages;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.RequirementNumbers;
import org.daywatch.directory.programs.catalog.Catalog;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.catalog.FixedNumber;
import org.daywatch.directory.programs.catalog.Judge;
import org.jspecify.annotations.Nullable;

/**
 * One requirement with every number it has had and will have.
 *
 * @param now the number in force for the state; null where there is none
 * @param numbers newest first
 */
public record RequirementView(Demand demand, @Nullable ProgramRule now, List<Dated> numbers) {

    public enum When { NOW, COMING, PAST }

    public record Dated(ProgramRule rule, When when) {

        public boolean isNow() { return when == When.NOW; }

        public boolean isComing() { return when == When.COMING; }
    }

    static List<RequirementView> of(Catalog all, Catalog.Entry entry, RuleBook book, LocalDate today) {
        var state = RuleBook.state(entry.program().state());
        return all.demands(entry.program().code()).stream().map(demand -> {
            var now = book.find(demand.rule(), today, state).orElse(null);
            var numbers = book.list().stream()
                    .filter(r -> r.code().equals(demand.rule()) && (r.scope().equals(state)
                            || r.scope().startsWith("DISTRICT:") || r.scope().equals(RuleBook.EVERYWHERE)))
                    .sorted(Comparator.comparing(ProgramRule::validFrom).reversed())
                    .map(r -> new Dated(r, when(r, now, today))).toList();
            return new RequirementView(demand, now, numbers);
        }).toList();
    }

    public boolean toConfirm() {
        return now != null && now.toConfirm();
    }

    /** Demanded, and nobody has said how many. */
    public boolean isOpen() { return now == null; }

    /** As the rule that is in force reads it. */
    public Demand read() {
        return now == null || now.reading() == null ? demand : demand.as(now.reading());
    }

    /** By what Daywatch knows whether it is met. */
    public Judge judge() {
        return Judge.of(demand);
    }

    public boolean maySet() {
        return RequirementNumbers.mayBeSet(demand);
    }

    /** Why its number is nobody's to set; null where somebody may. */
    public @Nullable FixedNumber fixed() {
        return FixedNumber.of(demand).orElse(null);
    }

    private static When when(ProgramRule rule, @Nullable ProgramRule now, LocalDate today) {
        if (rule.validFrom().isAfter(today)) return When.COMING;
        boolean holds = now != null && rule.version().equals(now.version())
                || rule.scope().startsWith("DISTRICT:") && rule.inForce(today);
        return holds ? When.NOW : When.PAST;
    }
}
