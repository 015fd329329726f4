package org.daywatch.staffing.approvals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.daywatch.platform.time.Window;

/** Days and times of an approval in the reader's language and the department's clock. */
public record ApprovalWords(String language, ZoneId zone) {

    public String window(Window window) {
        var end = window.end().atZone(zone);
        boolean oneDay = window.start().atZone(zone).toLocalDate().equals(window.end().minusMillis(1).atZone(zone).toLocalDate());
        return moment(window.start()) + " – " + (oneDay ? DateTimeFormatter.ofPattern("HH:mm").format(end) : moment(window.end()));
    }

    public String moment(Instant at) {
        var pattern = language.equals("es") ? "EEE d MMM, HH:mm" : "EEE, MMM d, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.of(language)).format(at.atZone(zone));
    }
}
