package org.daywatch.billing;

import org.daywatch.platform.errors.RefusalCode;

/** Why a billing command was refused. Never renamed once published. */
public enum BillingRefusal implements RefusalCode {
    RATE_CARD_BEGINS_THAT_DAY("A rate card of this district and role begins on that day already."),
    RATE_CARD_WITHDRAWN("This rate card was withdrawn before."),
    INVOICE_RUN_UNDER_WAY("An invoice run is under way. Let it finish first."),
    NOTHING_TO_INVOICE("No shift of this month is left to invoice."),
    INVOICE_CREDITED("This invoice was taken back before."),
    CREDIT_NOTE_STAYS("A credit note cannot be taken back. The next run invoices its shifts anew.");

    private final String sentence;

    BillingRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
