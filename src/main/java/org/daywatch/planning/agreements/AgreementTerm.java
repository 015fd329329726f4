package org.daywatch.planning.agreements;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** How long an agreement runs that begins on some day: to the end of the school's own year, summer included. Pure. */
final class AgreementTerm {

    private AgreementTerm() {}

    /** First and last day of a school's calendar. */
    record Year(LocalDate first, LocalDate last) {}

    /**
     * Funded years end in June, so no term ends before that; a calendar that goes on into July takes the term with it.
     * Whoever begins after the last day of a calendar begins for the year that comes.
     */
    static LocalDate end(List<Year> years, LocalDate day) {
        boolean over = years.stream().anyMatch(y -> y.last().isBefore(day) && june(y.last()).equals(june(day)));
        var on = years.stream().filter(y -> !day.isBefore(y.first()) && !day.isAfter(y.last()))
                .max(Comparator.comparing(Year::first));
        var next = years.stream().filter(y -> y.first().isAfter(day)).min(Comparator.comparing(Year::first))
                .filter(y -> over || june(y.first()).equals(june(day)));
        var year = on.or(() -> next);
        if (year.isEmpty()) return over ? june(june(day).plusDays(1)) : june(day);
        var june = june(year.get().first());
        return year.get().last().isAfter(june) ? year.get().last() : june;
    }

    /** The thirtieth of June that comes. */
    private static LocalDate june(LocalDate day) {
        return LocalDate.of(day.getMonthValue() >= 7 ? day.getYear() + 1 : day.getYear(), 6, 30);
    }
}
