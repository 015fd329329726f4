package org.daywatch.staffing.requests;

/** How the days of a request come about. */
public enum RequestKind {
    /** One day at stated times. */
    ONE_OFF,
    /** A gathering at stated times, school day or not: a match, a dance, a graduation. */
    EVENT,
    /** The same weekdays again and again, only while school is in session. */
    RECURRING,
    /** Every school day of a term, from before the first bell until after the last. */
    TERM;

    public boolean followsCalendar() {
        return this == RECURRING || this == TERM;
    }
}
