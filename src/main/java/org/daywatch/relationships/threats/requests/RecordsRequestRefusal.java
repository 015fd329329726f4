package org.daywatch.relationships.threats.requests;

import org.daywatch.platform.errors.RefusalCode;

/** Why something about a parent's request was refused. Never renamed once published. */
public enum RecordsRequestRefusal implements RefusalCode {
    RECORDS_NOT_NOW,
    RECORDS_MEANWHILE,
    RECORDS_NOT_YOURS,
    RECORDS_NOT_PREPARED,
    RECORDS_DAY,
    RECORDS_OFFER_LATE
}
