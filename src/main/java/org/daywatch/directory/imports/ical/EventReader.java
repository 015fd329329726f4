package org.daywatch.directory.imports.ical;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.imports.ical.SchoolEvent.Marks;
import org.daywatch.platform.intake.Dates;
import org.daywatch.platform.intake.RefusedCell;

/** Reads one event. Throws {@link NotTaken} with the reason where the event cannot be understood. */
final class EventReader {
    private static final int LONGEST_SPAN = 400;
    private static final int MOST_REPEATS = 400;
    private static final Pattern WHOLE_DAYS = Pattern.compile("\\+?P(\\d{1,4})([DW])(?:T0[HMS])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL = Pattern.compile("UNTIL=(\\d{8})", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHIN_A_DAY = Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)", Pattern.CASE_INSENSITIVE);
    /** What would change which days an event means, and is not read: taking the event without it would close the wrong days. */
    private static final Map<String, String> NOT_READ = Map.of(
            "RECURRENCE-ID", "changes one of a series, which is not read; give the day as an event of its own",
            "RDATE", "adds days to a series, which is not read; give each day as an event of its own");

    /** Why an event is not taken. */
    static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient RefusedCell cell;

        NotTaken(int line, String field, String value, String reason) {
            super(reason);
            this.cell = new RefusedCell(line, field, value, reason);
        }

        RefusedCell cell() {
            return cell;
        }
    }

    private EventReader() {}

    static SchoolEvent read(EventText text) throws NotTaken {
        int line = text.line();
        for (String property : List.of("DTSTART", "DTEND", "EXDATE")) {
            for (String value : text.written(property).flatMap(v -> Arrays.stream(v.split(","))).toList()) dateOf(value, property, line);
        }
        Component event = parse(text);
        String title = value(event, "SUMMARY").orElse("").replaceAll("\\s+", " ").strip();
        if (title.isEmpty()) throw new NotTaken(line, "SUMMARY", "", "is missing");
        refuseWhatIsNotRead(event, line);
        // An event that was called off says as little as one that is marked to change nothing.
        String given = value(event, "STATUS").orElse("").strip().equalsIgnoreCase("CANCELLED") ? "NONE"
                : value(event, "X-DAYWATCH-KIND").orElse("").strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        LocalDate first = date(event, "DTSTART", line);
        LocalDate last = last(event, first, line);
        Marks marks = marks(title, first, last);
        DayKind kind = kind(given, title, marks, line);
        boolean silent = given.equals("NONE") || marks == Marks.YEAR;
        List<LocalDate> days = silent || kind == null && marks == Marks.NOTHING ? List.of() : days(event, first, last, line);
        if (marks == Marks.YEAR) days = List.of(first, last);
        String uid = value(event, "UID").orElse("line-" + line);
        return new SchoolEvent(line, uid, title, silent ? null : kind, levels(event, title, line),
                value(event, "X-DAYWATCH-SCHOOL").map(String::strip).orElse(null), given.equals("NONE")
                        ? Marks.NOTHING : marks, days);
    }

    private static void refuseWhatIsNotRead(Component event, int line) throws NotTaken {
        for (var property : NOT_READ.entrySet()) {
            var found = value(event, property.getKey());
            if (found.isPresent()) throw new NotTaken(line, property.getKey(), found.get(), property.getValue());
        }
    }

    private static Component parse(EventText text) throws NotTaken {
        String whole = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Daywatch//Import//EN\r\n" + text.text() + "END:VCALENDAR\r\n";
        try {
            return new CalendarBuilder().build(new StringReader(whole)).getComponents().stream().findFirst()
                    .map(Component.class::cast).orElseThrow(() -> new ParserException(text.line()));
        } catch (IOException | ParserException | RuntimeException e) {
            throw new NotTaken(text.line(), "VEVENT", text.text().lines().filter(l ->
                    l.startsWith("SUMMARY")).findFirst().orElse(""),
                    "is not a well-formed event: " + rootMessage(e));
        }
    }

    private static DayKind kind(String given, String title, Marks marks, int line) throws NotTaken {
        if (given.equals("NONE")) return null;
        if (!given.isEmpty()) {
            return Arrays.stream(DayKind.values()).filter(kind -> kind.name().equals(given)).findFirst()
                    .orElseThrow(() -> new NotTaken(line, "X-DAYWATCH-KIND", given, "is not NONE or one of "
                            + Arrays.toString(DayKind.values())));
        }
        if (marks == Marks.NOTHING && DayWords.isHalfASpan(title)) {
            throw new NotTaken(line, "SUMMARY", title,
                    "names one end of something; give it as one event from its first to its last day");
        }
        DayKind kind = DayWords.kind(title);
        if (kind == null && marks == Marks.NOTHING) {
            throw new NotTaken(line, "SUMMARY", title,
                    "does not say whether school is open; add X-DAYWATCH-KIND (NONE: it changes nothing)");
        }
        return kind;
    }

    private static Marks marks(String title, LocalDate first, LocalDate last) {
        if (DayWords.isYear(title) && ChronoUnit.DAYS.between(first, last) > 30) return Marks.YEAR;
        if (!first.equals(last)) return Marks.NOTHING;
        if (DayWords.isFirstDay(title)) return Marks.FIRST_DAY;
        return DayWords.isLastDay(title) ? Marks.LAST_DAY : Marks.NOTHING;
    }

    private static List<SchoolLevel> levels(Component event, String title, int line) throws NotTaken {
        var given = value(event, "X-DAYWATCH-LEVEL");
        if (given.isEmpty()) return DayWords.levels(title);
        String word = given.get().strip().toUpperCase(Locale.ROOT);
        return List.of(Arrays.stream(SchoolLevel.values()).filter(level -> level.name().equals(word)).findFirst()
                .orElseThrow(() -> new NotTaken(line, "X-DAYWATCH-LEVEL", word, "is not one of "
                        + Arrays.toString(SchoolLevel.values()))));
    }

    /** The day of a date or of a local time; calendars that write "Early release" at 12:30 mean that day. */
    private static LocalDate date(Component event, String property, int line) throws NotTaken {
        String text = value(event, property).orElse("");
        if (text.isEmpty()) throw new NotTaken(line, property, "", "is missing");
        return dateOf(text, property, line);
    }

    private static LocalDate dateOf(String text, String property, int line) throws NotTaken {
        try {
            if (text.endsWith("Z")) throw new NotTaken(line, property, text,
                    "is in universal time; which school day it means is not certain. Write the date alone, as 20260831");
            LocalDate day = LocalDate.of(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6, 8)));
            if (Dates.isPlausible(day)) return day;
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            // answered below, with the text as it stands
        }
        throw new NotTaken(line, property, text, "is not a date of the calendar; write it as 20260831");
    }

    /** The end of an all-day event is the day after its last one. */
    private static LocalDate last(Component event, LocalDate first, int line) throws NotTaken {
        String text = value(event, "DTEND").orElse("");
        if (text.isEmpty()) return lastByDuration(event, first, line);
        LocalDate end = date(event, "DTEND", line);
        LocalDate last = text.contains("T") ? end : end.minusDays(1);
        if (last.isBefore(first)) {
            if (end.equals(first)) return first;
            throw new NotTaken(line, "DTEND", text, "is before the start");
        }
        if (ChronoUnit.DAYS.between(first, last) > LONGEST_SPAN) throw new NotTaken(line, "DTEND", text,
                "is more than a year after the start");
        return last;
    }

    /** Without an end an event is its first day, or lasts as many days as its duration says. */
    private static LocalDate lastByDuration(Component event, LocalDate first, int line) throws NotTaken {
        String text = value(event, "DURATION").orElse("").strip();
        if (text.isEmpty()) return first;
        if (text.matches("(?i)\\+?PT(\\d{1,2}H)?(\\d{1,2}M)?(\\d{1,2}S)?")) return first;
        var whole = WHOLE_DAYS.matcher(text);
        if (!whole.matches()) throw new NotTaken(line, "DURATION", text, "is not a number of days; write P5D, or give DTEND");
        int days = Integer.parseInt(whole.group(1)) * (whole.group(2).equalsIgnoreCase("W") ? 7 : 1);
        if (days > LONGEST_SPAN) throw new NotTaken(line, "DURATION", text, "is more than a year");
        return first.plusDays(Math.max(1, days) - 1L);
    }

    private static List<LocalDate> days(Component event, LocalDate first, LocalDate last, int line) throws NotTaken {
        var rule = value(event, "RRULE");
        if (rule.isEmpty()) return first.datesUntil(last.plusDays(1)).toList();
        var until = UNTIL.matcher(rule.get());
        if (until.find()) dateOf(until.group(1), "RRULE", line);
        if (WITHIN_A_DAY.matcher(rule.get()).find()) {
            throw new NotTaken(line, "RRULE", rule.get(), "repeats within a day; school days repeat daily, weekly, monthly or yearly");
        }
        List<String> except = event.getProperties("EXDATE").stream().map(Property::getValue).flatMap(v ->
                Arrays.stream(v.split(",")))
                .map(v -> v.substring(0, Math.min(8, v.length()))).toList();
        try {
            // An end of the series given with a time of day says no more than its date.
            var recur = new Recur<LocalDate>(rule.get().replaceAll("(UNTIL=\\d{8})T\\d{6}Z?", "$1"));
            long length = ChronoUnit.DAYS.between(first, last);
            return recur.getDates(first, first, first.plusDays(LONGEST_SPAN), MOST_REPEATS).stream()
                    .filter(day -> !except.contains(day.toString().replace("-", "")))
                    .flatMap(day -> day.datesUntil(day.plusDays(length + 1))).distinct().toList();
        } catch (RuntimeException e) {
            throw new NotTaken(line, "RRULE", rule.get(), "is not understood: " + rootMessage(e));
        }
    }

    private static Optional<String> value(Component event, String property) {
        return event.getProperty(property).map(Property::getValue);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) root = root.getCause();
        return String.valueOf(root.getMessage());
    }
}
