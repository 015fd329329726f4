package org.daywatch.staffing.approvals;

import java.time.Instant;
import java.time.ZoneId;
import org.daywatch.platform.time.When;
import org.daywatch.platform.time.Window;

/** Days and times of an approval in the reader's language and the department's clock. */
public record ApprovalWords(String language, ZoneId zone) {

    public String window(Window window) {
        boolean oneDay = window.start().atZone(zone).toLocalDate()
                .equals(window.end().minusMillis(1).atZone(zone).toLocalDate());
        var when = When.in(language);
        return oneDay
                ? when.day(window.start().atZone(zone)) + ", " + when.hours(window, zone)
                : moment(window.start()) + " – " + moment(window.end());
    }

    public String moment(Instant at) {
        return When.in(language).moment(at, zone);
    }
}
