package org.daywatch.billing.invoices;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.billing.rates.RateCard;
import org.daywatch.staffing.WorkedShifts.Worked;

/**
 * One shift on an invoice.
 *
 * @param line from 1
 * @param person the officer's account
 * @param payable minutes, as staffing counts them
 * @param billed minutes: those, or the least of the card
 * @param cents US cents, rounded half up
 */
public record InvoiceLine(int line, UUID shift, UUID school, String schoolName, String officer, UUID person,
        LocalDate day, String role, int payable, int least, int billed,
        int centsPerHour, long cents, UUID rateCard) {

    static InvoiceLine of(int line, Worked worked, RateCard card) {
        int billed = card.billed(worked.minutes());
        return new InvoiceLine(line, worked.shift(), worked.school(), worked.schoolName(), worked.officer(),
                worked.person(), worked.day(), worked.role(), worked.minutes(), card.leastMinutes(),
                billed, card.centsPerHour(), card.cents(billed), card.id());
    }

    /** More is billed than was worked, because the card asks for it. */
    public boolean leastApplied() {
        return billed > payable;
    }
}
