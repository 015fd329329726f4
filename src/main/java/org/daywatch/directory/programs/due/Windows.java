package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.calendars.YearParts;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.due.SessionYear.Period;

/** The windows of one demand in one school year: one for each thing that is due. Pure. */
final class Windows {
    private static final Set<Counting> BY_SCHOOL_DAYS = Set.of(Counting.EACH_HALF, Counting.AT_MOST_HALF,
            Counting.FIRST_SCHOOL_DAYS);
    private static final Set<Kind> PAPERS = Set.of(Kind.DOCUMENT, Kind.REPORT, Kind.AUDIT);
    private static final int JULY = 7;
    private final Demand demand;
    private final SessionYear year;
    private final Numbers numbers;
    /**
     * Halves and first days go from school day to school day; months, quarters and weeks are the calendar's, cut to the
     * year.
     */
    private final boolean schoolDays;
    private final List<DueWindow> found = new ArrayList<>();

    private Windows(Demand demand, SessionYear year, DueList.Rules rules, LocalDate asOf) {
        this.demand = demand;
        this.year = year;
        this.numbers = new Numbers(demand, rules, asOf);
        this.schoolDays = BY_SCHOOL_DAYS.contains(demand.counting());
    }

    static List<DueWindow> of(Demand demand, SessionYear year, DueList.Rules rules, LocalDate asOf) {
        return new Windows(demand, year, rules, asOf).found();
    }

    private List<DueWindow> found() {
        switch (demand.counting()) {
            case YEAR -> each(year.whole(), false);
            case ONCE -> once();
            case QUARTER -> quarters();
            case MONTH -> each(year.months(), false);
            case WEEK -> each(year.weeks(), false);
            case EACH_HALF -> halves();
            case FIRST_SCHOOL_DAYS -> firstDays();
            case BY_DATE -> each(year.until(year.next(MonthDay.parse("--" + demand.detail()))), true);
            case AT_MOST_HALF -> ceilings(List.of(year.half(false), year.half(true)));
            case AT_MOST_YEAR -> ceilings(List.of(year.whole()));
            case EVERY_YEARS, PERCENT, DAYS_AFTER, HOURS_AFTER, SCHOOL_DAYS_AFTER, DAYS_BEFORE ->
                { /* counted from an event, or no thing to be done */ }
        }
        return found;
    }

    private List<LocalDate> days(Period period) {
        return schoolDays ? year.sessions(period) : period.begins().datesUntil(period.ends().plusDays(1)).toList();
    }

    private void each(List<Period> periods, boolean makeUp) {
        for (Period period : periods)
            numbers.of(days(period)).ifPresent(a -> add(a, a.requirement().rule().number(), makeUp));
    }

    /**
     * What is to happen in each quarter happens in it. A report about a quarter is written when that is over, and
     * before the next one is.
     */
    private void quarters() {
        if (demand.kind() != Kind.REPORT) each(year.quarters(), false);
        else
            year.quarters().forEach(
                    quarter -> numbers.of(days(quarter)).ifPresent(answer -> reports(answer.requirement(), quarter)));
    }

    private void reports(Requirement requirement, Period of) {
        LocalDate begins = YearParts.quarterBegins(of.ends());
        LocalDate from = of.ends().plusDays(1);
        LocalDate by = YearParts.quarterEnds(YearParts.quarterEnds(begins).plusDays(1));
        found.addAll(Collections.nCopies(requirement.rule().number(),
                new DueWindow(requirement, from, from, by, LocalDate.MAX, begins)));
    }

    /** One, however large the number; none where it is 0. */
    private void once() {
        for (Period period : year.whole())
            numbers.of(days(period)).ifPresent(a -> add(a, Math.min(1, a.requirement().rule().number()), false));
    }

    /**
     * As evenly as may be over two halves, the first one taking what does not divide. Held too late, one still counts
     * for the year.
     */
    private void halves() {
        for (boolean second : new boolean[] {false, true}) {
            for (Period half : year.half(second)) {
                numbers.of(days(half))
                        .ifPresent(a -> add(a, (a.requirement().rule().number() + (second ? 0 : 1)) / 2, true));
            }
        }
    }

    /** The value is the number of days; how many are due within them is the demand's detail. */
    private void firstDays() {
        int due = demand.detail().isEmpty() ? 1 : Integer.parseInt(demand.detail());
        for (Period whole : year.firstDays(1)) {
            numbers.first(days(whole)).ifPresent(rule -> year.firstDays(rule.rule().number())
                    .forEach(days -> add(new Numbers.Answer(rule, days.from(), days.by()), due, true)));
        }
    }

    /** One window for each drill that is allowed: what finds none is too much. */
    private void ceilings(List<List<Period>> parts) {
        parts.forEach(part -> each(part, false));
    }

    private void add(Numbers.Answer answer, int count, boolean makeUp) {
        LocalDate until = makeUp ? year.lastDay() : answer.by();
        found.addAll(Collections.nCopies(count,
                new DueWindow(answer.requirement(), counts(answer.from()), answer.from(), answer.by(), until)));
    }

    /**
     * A paper approved in July is the year's that comes: nobody waits for the first bell to sign. What was done in June
     * is still the old year's.
     */
    private LocalDate counts(LocalDate from) {
        if (demand.counting() != Counting.YEAR || !PAPERS.contains(demand.kind())) return from;
        LocalDate july = LocalDate.of(from.getMonthValue() >= JULY ? from.getYear() : from.getYear() - 1, JULY, 1);
        return from.equals(year.firstDay()) ? july : from;
    }
}
