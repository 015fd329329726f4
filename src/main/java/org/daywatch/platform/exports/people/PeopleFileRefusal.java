package org.daywatch.platform.exports.people;

import org.daywatch.platform.errors.RefusalCode;

/** Why a file about people is not handed out, or not allowed. */
public enum PeopleFileRefusal implements RefusalCode {
    PEOPLE_ROWS_DAY,
    PEOPLE_ROWS_WEEK,
    PEOPLE_FILE_EMPTY,
    PEOPLE_FILE_OWN,
    PEOPLE_FILE_ANSWERED,
    PEOPLE_FILE_WAITS,
    PEOPLE_FILE_DECLINED,
    PEOPLE_FILE_LAPSED,
    PEOPLE_FILE_TAKEN,
    PEOPLE_FILE_GROWN
}
