package org.daywatch.transparency.programs.screens;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.HomeTime;
import org.springframework.stereotype.Component;

/** The day of which figures are read: today, or one that is past, with what is known of it today. */
@Component
public class ReadDay {

    private static final int YEARS_KEPT = 5; // of the lines behind every figure

    private final HomeTime home;

    ReadDay(HomeTime home) {
        this.home = home;
    }

    /** Today where nothing was said; never a day to come, and none of which the lines are forgotten. */
    public LocalDate of(String typed) {
        var today = home.today();
        var day = typed.isBlank() ? today : day("asOf", typed);
        if (day.isAfter(today) || day.isBefore(today.minusYears(YEARS_KEPT)))
            throw new InvalidInput("asOf", typed, "reports.wrong.asOf");
        return day;
    }

    public boolean past(LocalDate day) {
        return day.isBefore(home.today());
    }

    public static LocalDate day(String field, String typed) {
        try {
            return Days.parse(typed);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, typed, "reports.wrong.day");
        }
    }
}
