package org.daywatch.billing.invoices;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.billing.rates.RateCardBook;
import org.daywatch.staffing.WorkedShifts.Worked;

/**
 * What a district's shifts come to, before a number is given: pure, so that what is shown is what is issued.
 *
 * @param withoutRate shifts for which no rate card was in force on their day; while there is one, nothing is issued
 */
public record Draft(List<InvoiceLine> lines, List<Worked> withoutRate) {

    /** @param shifts of one district that stand on no invoice, in the order of the lines */
    public static Draft of(List<Worked> shifts, RateCardBook book) {
        var lines = new ArrayList<InvoiceLine>();
        var without = new ArrayList<Worked>();
        for (var worked : shifts) {
            book.find(worked.district(), worked.role(), worked.day())
                    .ifPresentOrElse(card -> lines.add(InvoiceLine.of(lines.size() + 1, worked, card)),
                            () -> without.add(worked));
        }
        return new Draft(List.copyOf(lines), List.copyOf(without));
    }

    public boolean ready() {
        return withoutRate.isEmpty() && !lines.isEmpty();
    }

    public int shifts() {
        return lines.size();
    }

    /** Billed. */
    public long minutes() {
        return lines.stream().mapToLong(InvoiceLine::billed).sum();
    }

    public long cents() {
        return lines.stream().mapToLong(InvoiceLine::cents).sum();
    }
}
