package org.daywatch.staffing.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftQueries.Card;

/** Shifts as an iCalendar (RFC 5545). Moments are written in UTC, so no calendar can misread a zone. */
final class ShiftCalendar {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private ShiftCalendar() {}

    static String of(List<Card> cards, Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Daywatch//Shifts//EN");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:Daywatch");
        line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        cards.forEach(card -> event(text, card, now));
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static void event(StringBuilder text, Card card, Instant now) {
        var shift = card.shift();
        boolean stands = shift.state().holdsPost() || shift.state() instanceof State.NoShow;
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + shift.id() + "@daywatch");
        line(text, "DTSTAMP:" + UTC.format(now));
        line(text, "SEQUENCE:" + shift.version());
        line(text, "DTSTART:" + UTC.format(shift.window().start()));
        line(text, "DTEND:" + UTC.format(shift.window().end()));
        line(text, "SUMMARY:" + escaped(card.school()));
        line(text, "STATUS:" + (stands ? "CONFIRMED" : "CANCELLED"));
        line(text, "END:VEVENT");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n",
                "\\n");
    }

    /** Lines end with CR LF and are folded before their 76th octet, never inside a character. */
    private static void line(StringBuilder text, String line) {
        int octets = 0;
        for (int i = 0; i < line.length();) {
            int character = line.codePointAt(i);
            String one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
