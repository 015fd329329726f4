package org.daywatch.directory.programs.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.catalog.ShippedCatalog;

/** School years and drills for tests of due lists. */
final class Years {
    static final ShippedCatalog SHIPPED = ShippedCatalog.read();

    private Years() {}

    /** A plain year: 10 August to 21 May, no school at Thanksgiving and from 21 December to 1 January. */
    static SessionYear plain() {
        return weekdays("2026-08-10", "2027-05-21", "2026-11-26/2026-11-27", "2026-12-21/2027-01-01");
    }

    static SessionYear weekdays(String first, String last, String... free) {
        var from = LocalDate.parse(first);
        var to = LocalDate.parse(last);
        var closed = Stream.of(free).flatMap(span -> {
            var ends = span.split("/");
            return LocalDate.parse(ends[0]).datesUntil(LocalDate.parse(ends[ends.length - 1]).plusDays(1));
        }).toList();
        return SessionYear.of(from, to, from.datesUntil(to.plusDays(1))
                .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !closed.contains(d)).toList());
    }

    static Done done(String subject, String day) {
        return new Done("DRILL:" + subject, LocalDate.parse(day), subject + " " + day);
    }

    /** What the program of that code owes, with the shipped numbers. */
    static List<Due> dues(String program, SessionYear year, String asOf, Done... done) {
        return dues(program, year, SHIPPED.book(), asOf, done);
    }

    static List<Due> dues(String program, SessionYear year, RuleBook book, String asOf, Done... done) {
        return DueList.of(SHIPPED.catalog().demands(program), year,
                new DueList.Rules(book, List.of(RuleBook.state(program.substring(0, 2)))), LocalDate.parse(asOf),
                List.of(done), List.of());
    }

    /**
     * A year nobody would draw by hand: late starts, breaks of any length or none, snow days, a Saturday now and then.
     */
    static SessionYear random(Random chance) {
        var first = LocalDate.of(2024 + chance.nextInt(4), 7, 20).plusDays(chance.nextInt(45));
        var last = first.plusDays(260 + chance.nextInt(45));
        var closed = new ArrayList<LocalDate>();
        for (int i = 0; i < 6; i++) span(closed, first.plusDays(chance.nextInt(270)), 1 + chance.nextInt(6));
        if (chance.nextInt(5) > 0)
            span(closed, LocalDate.of(first.getYear(), 12, 14).plusDays(chance.nextInt(20)), 5 + chance.nextInt(12));
        var sessions = first.datesUntil(last.plusDays(1)).filter(d -> !closed.contains(d))
                .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                        || d.getDayOfWeek() == DayOfWeek.SATURDAY && chance.nextInt(25) == 0)
                .toList();
        return SessionYear.of(first, last, sessions);
    }

    private static void span(List<LocalDate> closed, LocalDate from, int days) {
        for (int i = 0; i < days; i++) closed.add(from.plusDays(i));
    }
}
