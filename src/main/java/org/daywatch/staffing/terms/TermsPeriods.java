package org.daywatch.staffing.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an agency and a department have agreed, one period after another; no two hold on the same day. Pure. */
public record TermsPeriods(List<AgreedTerms> inOrder) {

    public static final TermsPeriods NONE = new TermsPeriods(List.of());

    public TermsPeriods {
        inOrder = inOrder.stream().sorted(Comparator.comparing(TermsPeriods::begin)).toList();
    }

    /**
     * The period that holds on a day; between two the next one, and after the last that one, so that a reader can be
     * told when.
     */
    public Optional<AgreedTerms> on(LocalDate day) {
        var holds = inOrder.stream().filter(t -> t.holdsOn(day)).findFirst();
        if (holds.isPresent()) return holds;
        var next = after(day).stream().findFirst();
        return next.isPresent() ? next : inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.getLast());
    }

    /** Those that begin after a day, the nearest first. */
    public List<AgreedTerms> after(LocalDate day) {
        return inOrder.stream().filter(t -> begin(t).isAfter(day)).toList();
    }

    /**
     * With one more period that was agreed last. What began before it ends the day before it begins; what begins with
     * it is replaced; what begins later keeps the days the new one does not name, and all of them where the new one
     * names no last day.
     */
    public TermsPeriods with(AgreedTerms agreed) {
        var kept = new ArrayList<AgreedTerms>();
        var first = begin(agreed);
        for (var other : inOrder) {
            var start = begin(other);
            if (start.isBefore(first))
                kept.add(other.to() != null && other.to().isBefore(first)
                        ? other
                        : other.between(other.from(), first.minusDays(1)));
            else
                if (start.isAfter(first)) rest(other, agreed).ifPresent(kept::add);
        }
        var next = after(first);
        boolean open = agreed.to() == null && !next.isEmpty();
        kept.add(open ? agreed.between(agreed.from(), begin(next.getFirst()).minusDays(1)) : agreed);
        return new TermsPeriods(kept);
    }

    private static Optional<AgreedTerms> rest(AgreedTerms later, AgreedTerms agreed) {
        var last = agreed.to();
        if (last == null || begin(later).isAfter(last)) return Optional.of(later);
        return later.to() != null && !later.to().isAfter(last)
                ? Optional.empty()
                : Optional.of(later.between(last.plusDays(1), later.to()));
    }

    private static LocalDate begin(AgreedTerms terms) {
        return terms.from() == null ? LocalDate.MIN : terms.from();
    }
}
