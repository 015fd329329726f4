package org.daywatch.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Days and times as people in American schools read them, in one place so that no two pages differ: "Tue, Nov 17" and
 * "8:25 AM", in Spanish "mar 17 nov" and "8:25 a. m.". Files for machines keep ISO 8601 and do not ask here.
 */
public enum When {

    ENGLISH(Locale.US, "EEE, MMM d", "EEE, MMM d, yyyy", "MMM d, yyyy", "EEEE, MMMM d, yyyy", "MMMM yyyy", "h:mm a"),
    SPANISH(Locale.of("es", "US"), "EEE d MMM", "EEE d MMM yyyy", "d MMM yyyy", "EEEE d 'de' MMMM 'de' yyyy",
            "MMMM 'de' yyyy", "h:mm a");

    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndYear;
    private final DateTimeFormatter date;
    private final DateTimeFormatter fullDate;
    private final DateTimeFormatter month;
    private final DateTimeFormatter time;

    When(Locale locale, String day, String dayAndYear, String date, String fullDate, String month, String time) {
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.dayAndYear = DateTimeFormatter.ofPattern(dayAndYear, locale);
        this.date = DateTimeFormatter.ofPattern(date, locale);
        this.fullDate = DateTimeFormatter.ofPattern(fullDate, locale);
        this.month = DateTimeFormatter.ofPattern(month, locale);
        this.time = DateTimeFormatter.ofPattern(time, locale);
    }

    /** @param language a language tag, as pages carry it: "en", "es" */
    public static When in(String language) {
        return language.startsWith("es") ? SPANISH : ENGLISH;
    }

    /** October 2026. */
    public String month(YearMonth month) {
        return this.month.format(month);
    }

    /** Tue, Nov 17: where the year is plain from the page. */
    public String day(TemporalAccessor day) {
        return this.day.format(day);
    }

    /** Tue, Nov 17, 2026: school days, where the weekday matters and the year may be another. */
    public String dayAndYear(LocalDate date) {
        return dayAndYear.format(date);
    }

    /** Nov 17, 2026: validity, hiring, expiry. */
    public String date(LocalDate date) {
        return this.date.format(date);
    }

    public String date(Instant at, ZoneId zone) {
        return date(at.atZone(zone).toLocalDate());
    }

    /** Tuesday, November 17, 2026: for headings. */
    public String fullDate(LocalDate date) {
        return fullDate.format(date);
    }

    /** 8:25 AM. */
    public String time(LocalTime time) {
        return this.time.format(time);
    }

    public String time(Instant at, ZoneId zone) {
        return time(at.atZone(zone).toLocalTime());
    }

    /** 8:25 AM – 3:30 PM, on the clock of one school. */
    public String hours(Window window, ZoneId zone) {
        return time(window.start(), zone) + " – " + time(window.end(), zone);
    }

    /** Tue, Nov 17, 8:25 AM. */
    public String moment(Instant at, ZoneId zone) {
        return day(at.atZone(zone)) + ", " + time(at, zone);
    }

    /** Tue, Nov 17, 2026, 8:25 AM: for records that are read years later. */
    public String record(Instant at, ZoneId zone) {
        return dayAndYear(at.atZone(zone).toLocalDate()) + ", " + time(at, zone);
    }
}
