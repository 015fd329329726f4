package org.daywatch.directory.imports.ical.events;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.imports.titles.Marks;
import org.daywatch.directory.imports.titles.TitleReading;
import org.daywatch.directory.imports.titles.Titles;
import org.daywatch.directory.intake.Sureness;
import org.daywatch.platform.intake.RefusedCell;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event. Throws {@link NotTaken} with the reason where its days cannot be understood; what its title says is
 * no reason.
 */
public final class EventReader {
    private static final int LONGEST_SPAN = 400;
    /** A school is closed for a summer, hardly for so long within its year. */
    private static final int LONG_CLOSURE = 30;
    private static final int SHORT_HOURS = 5;
    private static final int YEAR_SPAN = 30;
    private static final String NOTHING = "NONE";
    private static final Pattern WHOLE_DAYS = Pattern.compile("\\+?P(\\d{1,4})([DW])(?:T0[HMS])?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PART_OF_A_DAY = Pattern.compile("\\+?PT(\\d{1,2}H)?(\\d{1,2}M)?(\\d{1,2}S)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHIN_A_DAY = Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_INTERVAL = Pattern.compile("INTERVAL=(0+|-\\d+)(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL = Pattern.compile("UNTIL=(\\d{8}(?:T\\d{6}Z?)?)", Pattern.CASE_INSENSITIVE);

    /** Why an event is not taken. */
    public static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient RefusedCell cell;

        NotTaken(int line, String field, String value, String key, Object... values) {
            super(key);
            this.cell = new RefusedCell(line, field, value, key, values);
        }

        public RefusedCell cell() {
            return cell;
        }
    }

    private final EventText text;
    private final EventDates dates;
    private final Titles titles;

    private EventReader(EventText text, EventDates dates, Titles titles) {
        this.text = text;
        this.dates = dates;
        this.titles = titles;
    }

    public static SchoolEvent read(EventText text, EventDates.Zone zone, Titles titles) throws NotTaken {
        return new EventReader(text, new EventDates(text, zone), titles).read();
    }

    private SchoolEvent read() throws NotTaken {
        String title = text.words("SUMMARY");
        if (title.isEmpty()) throw wrong("SUMMARY", "", "intake.cell.missing");
        TitleReading reading = given().orElseGet(() -> titles.read(title));
        // What changes nothing needs no days, so that a meeting with a strange date is no fault of the calendar.
        if (reading.kind() == null && reading.marks() == Marks.NOTHING && reading.sureness() == Sureness.SURE)
            return event(title, reading, Series.NONE, moves().orElse(null));
        for (String property : List.of("DTSTART", "DTEND", "EXDATE", "RDATE"))
            dates.all(property,
                    text.written(property).flatMap(v -> Arrays.stream(v.split(","))).map(v -> v.split("/")[0]));
        text.wellFormed();
        var series = series();
        reading = doubted(reading, series);
        var moves = moves();
        return event(title, reading, series, moves.orElse(null));
    }

    private SchoolEvent event(String title, TitleReading reading, Series series, Series.@Nullable Moved moves)
            throws NotTaken {
        var given = text.written("X-DAYWATCH-LEVEL").findFirst();
        var levels = given.isPresent() ? List.of(level(given.get())) : reading.levels();
        return new SchoolEvent(text.line(), text.uid(), title, reading, titles.applies(reading), levels,
                text.written("X-DAYWATCH-SCHOOL").findFirst().orElse(null), series, moves);
    }

    /**
     * What the writer of the file says goes before the title. An event that was called off says as little as one marked
     * to change nothing.
     */
    private Optional<TitleReading> given() throws NotTaken {
        if (text.written("STATUS").anyMatch(status -> status.equalsIgnoreCase("CANCELLED")))
            return Optional.of(TitleReading.given(null));
        String word = text.written("X-DAYWATCH-KIND").findFirst().orElse("").toUpperCase(Locale.ROOT).replace(' ', '_');
        if (word.isEmpty()) return Optional.empty();
        if (word.equals(NOTHING)) return Optional.of(TitleReading.given(null));
        return Optional.of(
                TitleReading.given(Arrays.stream(DayKind.values()).filter(kind -> kind.name().equals(word)).findFirst()
                        .orElseThrow(() -> wrong("X-DAYWATCH-KIND", word, "imports.calendar.kind",
                                Arrays.toString(DayKind.values())))));
    }

    private SchoolLevel level(String given) throws NotTaken {
        String word = given.toUpperCase(Locale.ROOT);
        return Arrays.stream(SchoolLevel.values()).filter(level -> level.name().equals(word)).findFirst()
                .orElseThrow(() -> wrong("X-DAYWATCH-LEVEL", word, "intake.cell.one",
                        Arrays.toString(SchoolLevel.values())));
    }

    /** Dates and times may make a reading less sure than its words are. */
    private TitleReading doubted(TitleReading reading, Series series) {
        if (reading.marks() == Marks.YEAR)
            return series.days() > YEAR_SPAN
                    ? reading
                    : new TitleReading(null, Marks.NOTHING, Sureness.SURE, "OTHER_THING", List.of(), null);
        if (reading.marks() != Marks.NOTHING && (series.days() > 1 || series.repeats())) {
            return reading.kind() == null
                    ? new TitleReading(null, Marks.NOTHING, Sureness.ASK, "MARKS_ONE_DAY", List.of(), null)
                    : reading.with(Marks.NOTHING, reading.reason());
        }
        boolean said = reading.reason().equals("GIVEN") || reading.reason().equals("DECIDED");
        if (said || !reading.closes()) return reading;
        if (series.days() > LONG_CLOSURE) return reading.asked("LASTS_LONG");
        boolean aFewHours = dates.hours().map(hours -> hours < SHORT_HOURS).orElse(false);
        return aFewHours && reading.sureness() == Sureness.LIKELY ? reading.asked("A_FEW_HOURS") : reading;
    }

    private Series series() throws NotTaken {
        var written = dates.all("DTSTART", text.written("DTSTART"));
        if (written.isEmpty()) throw wrong("DTSTART", "", "intake.cell.missing");
        LocalDate first = written.getFirst();
        int days = (int) ChronoUnit.DAYS.between(first, last(first)) + 1;
        var rules = new java.util.ArrayList<Recur<LocalDate>>();
        for (String rule : text.written("RRULE").toList()) rules.add(rule(rule));
        Set<LocalDate> also = new HashSet<>(dates.all("RDATE",
                text.written("RDATE").flatMap(v -> Arrays.stream(v.split(","))).map(v -> v.split("/")[0])));
        Set<LocalDate> except = new HashSet<>(
                dates.all("EXDATE", text.written("EXDATE").flatMap(v -> Arrays.stream(v.split(",")))));
        return new Series(first, days, List.copyOf(rules), also, except);
    }

    private Recur<LocalDate> rule(String rule) throws NotTaken {
        if (WITHIN_A_DAY.matcher(rule).find()) throw wrong("RRULE", rule, "imports.calendar.within");
        if (NO_INTERVAL.matcher(rule).find()) throw wrong("RRULE", rule, "imports.calendar.interval");
        var until = UNTIL.matcher(rule);
        // An end of the series given with a time of day says no more than its date.
        String dated = until.find()
                ? until.replaceFirst("UNTIL=" + dates.one("RRULE", until.group(1)).toString().replace("-", ""))
                : rule;
        try {
            return new Recur<>(complete(dated));
        } catch (RuntimeException e) {
            throw wrong("RRULE", rule, "imports.calendar.rule", EventText.rootMessage(e));
        }
    }

    /**
     * What a rule leaves out, said as the standard means it: "yearly on the 15th" is every month of the year (the
     * library would look at the month of the first day only), and weeks begin on Monday.
     */
    private static String complete(String given) {
        String upper = given.toUpperCase(Locale.ROOT);
        String rule = upper.contains("FREQ=WEEKLY") && !upper.contains("WKST=") ? given + ";WKST=MO" : given;
        boolean all = upper.contains("FREQ=YEARLY") && upper.contains("BYMONTHDAY=") && !upper.contains("BYMONTH=")
                && !upper.contains("BYYEARDAY=") && !upper.contains("BYWEEKNO=");
        return all ? rule + ";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12" : rule;
    }

    /** One day of a series, changed or called off. */
    private Optional<Series.Moved> moves() throws NotTaken {
        var of = text.written("RECURRENCE-ID").findFirst();
        if (of.isEmpty()) return Optional.empty();
        if (text.has("RECURRENCE-ID", "RANGE=")) throw wrong("RECURRENCE-ID", of.get(), "imports.calendar.range");
        return Optional.of(new Series.Moved(text.uid(), dates.one("RECURRENCE-ID", of.get())));
    }

    /** The end of an all-day event is the day after its last one. */
    private LocalDate last(LocalDate first) throws NotTaken {
        String end = text.written("DTEND").findFirst().orElse("");
        if (end.isEmpty()) return lastByDuration(first);
        LocalDate day = dates.one("DTEND", end);
        boolean untilMidnight = dates.time(end).map(LocalTime.MIDNIGHT::equals).orElse(true);
        LocalDate last = untilMidnight && day.isAfter(first) ? day.minusDays(1) : day;
        if (last.isBefore(first)) throw wrong("DTEND", end, "imports.calendar.before");
        if (ChronoUnit.DAYS.between(first, last) > LONGEST_SPAN) throw wrong("DTEND", end, "imports.calendar.long");
        return last;
    }

    /** Without an end an event is its first day, or lasts as many days as its duration says. */
    private LocalDate lastByDuration(LocalDate first) throws NotTaken {
        String duration = text.written("DURATION").findFirst().orElse("");
        if (duration.isEmpty() || PART_OF_A_DAY.matcher(duration).matches()) return first;
        var whole = WHOLE_DAYS.matcher(duration);
        if (!whole.matches()) throw wrong("DURATION", duration, "imports.calendar.duration");
        int days = Integer.parseInt(whole.group(1)) * (whole.group(2).equalsIgnoreCase("W") ? 7 : 1);
        if (days > LONGEST_SPAN) throw wrong("DURATION", duration, "imports.calendar.year");
        return first.plusDays(Math.max(1, days) - 1L);
    }

    private NotTaken wrong(String field, String value, String key, Object... values) {
        return new NotTaken(text.line(), field, value, key, values);
    }
}
