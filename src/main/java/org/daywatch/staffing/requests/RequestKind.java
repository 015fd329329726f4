package org.daywatch.staffing.requests;

import java.util.List;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field.Option;

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

    /** Each to choose from, with a sentence on what it is for. */
    public static List<Option> explained(Page page) {
        return Option.of(List.of(values()), RequestKind::name,
                kind -> page.t("requests.kind." + kind) + ": " + page.t("requests.kind.words." + kind));
    }

    public boolean followsCalendar() {
        return this == RECURRING || this == TERM;
    }
}
