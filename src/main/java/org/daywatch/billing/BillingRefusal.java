package org.daywatch.billing;

import org.daywatch.platform.errors.RefusalCode;

/** Why a billing command was refused. Never renamed once published. */
public enum BillingRefusal implements RefusalCode {
    RATE_CARD_BEGINS_THAT_DAY,
    RATE_CARD_WITHDRAWN,
    INVOICE_RUN_UNDER_WAY,
    NOTHING_TO_INVOICE,
    INVOICE_CREDITED,
    CREDIT_NOTE_STAYS
}
