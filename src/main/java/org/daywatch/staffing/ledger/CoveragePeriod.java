package org.daywatch.staffing.ledger;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Optional;

/** Stretches that are asked for again and again: quarters of the calendar, and school years from 1 July to 30 June. */
public enum CoveragePeriod {

    THIS_QUARTER, LAST_QUARTER, SCHOOL_YEAR, LAST_SCHOOL_YEAR;

    /** @param from,to first and last day; what has begun goes up to today */
    public record Days(LocalDate from, LocalDate to) {}

    public static Optional<CoveragePeriod> find(String name) {
        return Arrays.stream(values()).filter(p -> p.name().equals(name)).findFirst();
    }

    public Days on(LocalDate today) {
        var quarter = today.with(IsoFields.DAY_OF_QUARTER, 1L);
        var year = today.withMonth(Month.JULY.getValue()).withDayOfMonth(1);
        if (year.isAfter(today)) year = year.minusYears(1);
        return switch (this) {
            case THIS_QUARTER -> new Days(quarter, today);
            case LAST_QUARTER -> new Days(quarter.minusMonths(3), quarter.minusDays(1));
            case SCHOOL_YEAR -> new Days(year, today);
            case LAST_SCHOOL_YEAR -> new Days(year.minusYears(1), year.minusDays(1));
        };
    }
}
