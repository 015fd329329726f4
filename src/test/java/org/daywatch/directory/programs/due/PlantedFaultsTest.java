package org.daywatch.directory.programs.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.due.DrillOracle.Line;
import org.junit.jupiter.api.Test;

/**
 * The oracle is worth something only if it notices faults: each one planted here makes at least one of its calendars
 * differ.
 */
class PlantedFaultsTest {

    private static final Map<String, Function<Tried, List<Due>>> FAULTS = new LinkedHashMap<>();

    static {
        answer("the last one is forgotten", dues -> dues.isEmpty() ? dues : dues.subList(0, dues.size() - 1));
        answer("the first one is said twice", dues -> dues.isEmpty() ? dues : plus(dues, dues.getFirst()));
        answer("in no order", List::reversed);
        each("a day more to do it", d -> due(d, d.number(), d.from(), d.by().plusDays(1), d.state(), d.doneOn()));
        each("a day less to do it", d -> due(d, d.number(), d.from(), d.by().minusDays(1), d.state(), d.doneOn()));
        each("begins a day early", d -> due(d, d.number(), d.from().minusDays(1), d.by(), d.state(), d.doneOn()));
        each("counted from nought", d -> due(d, d.number() - 1, d.from(), d.by(), d.state(), d.doneOn()));
        each("late is called missed", d -> due(d, d.number(), d.from(), d.by(),
                d.state() == State.LATE ? State.MISSED : d.state(), d.doneOn()));
        each("missed is called late", d -> due(d, d.number(), d.from(), d.by(),
                d.state() == State.MISSED ? State.LATE : d.state(), d.doneOn()));
        each("done late is called done", d -> due(d, d.number(), d.from(), d.by(),
                d.state() == State.DONE_LATE ? State.DONE : d.state(), d.doneOn()));
        each("coming is called due", d -> due(d, d.number(), d.from(), d.by(),
                d.state() == State.COMING ? State.DUE : d.state(), d.doneOn()));
        each("the day it was done is lost", d -> due(d, d.number(), d.from(), d.by(), d.state(), null));
        input("what was done that very day is not seen",
                t -> t.with(t.done().stream().filter(d -> d.on().isBefore(t.asOf())).toList()));
        input("what will be done is seen already", t -> t.with(t.done().stream()
                .map(d -> d.on().isAfter(t.asOf()) ? new Due.Done(d.subject(), t.asOf(), d.evidence()) : d).toList()));
        input("seen a day too late", t -> t.asOf(t.asOf().plusDays(1)));
        input("seen a day too early", t -> t.asOf(t.asOf().minusDays(1)));
        input("the last day of the year is cut off",
                t -> t.with(t.calendar().during(null, t.calendar().lastDay().minusDays(1))));
        input("days without school count as school",
                t -> t.with(SessionYear.of(t.calendar().firstDay(), t.calendar().lastDay(),
                        t.calendar().firstDay().datesUntil(t.calendar().lastDay().plusDays(1))
                                .filter(DrillOracle::weekday).toList())));
        input("Saturdays of school are no school", t -> t.with(SessionYear.of(t.calendar().firstDay(),
                t.calendar().lastDay(),
                t.calendar().sessions().stream().filter(d -> d.getDayOfWeek() != DayOfWeek.SATURDAY).toList())));
        input("halves part at New Year whatever the break",
                t -> t.with(new SessionYear(t.calendar().firstDay(), t.calendar().lastDay(), t.calendar().sessions(),
                        LocalDate.of(t.calendar().firstDay().getYear() + 1, 1, 1))));
        input("the opening of the school is overlooked", t -> t.openedOn(t.calendar().firstDay()));
        input("fire counts as beyond fire", t -> t.demanding(t.demands().stream()
                .map(d -> d.subject().equals("DRILL:EMERGENCY") ? counting(d, "DRILL:FIRE", true) : d).toList()));
        input("a lockdown counts as active threat",
                t -> t.demanding(t.demands().stream()
                        .map(d -> d.subject().equals("DRILL:ACTIVE_THREAT") ? counting(d, "DRILL:LOCKDOWN", true) : d)
                        .toList()));
        input("one drill counts for one rule only",
                t -> t.demanding(t.demands().stream().map(
                        d -> d.code().equals("FL-SCHOOLS-EMERGENCY") ? counting(d, "DRILL:ACTIVE_THREAT", false) : d)
                        .toList()));
        input("a fire drill is no evacuation", t -> t.demanding(t.demands().stream()
                .map(d -> d.subject().equals("DRILL:EVACUATE") ? counting(d, "DRILL:FIRE", false) : d).toList()));
        input("semesters are one year", t -> t.demanding(t.demands().stream()
                .map(d -> d.counting() == Counting.EACH_HALF ? counted(d, Counting.YEAR) : d).toList()));
        input("months are quarters", t -> t.demanding(t.demands().stream()
                .map(d -> d.counting() == Counting.MONTH ? counted(d, Counting.QUARTER) : d).toList()));
        input("nothing is too much", t -> t
                .demanding(t.demands().stream().filter(d -> !d.code().startsWith("TX-SCHOOLS-CEILING")).toList()));
        input("nine drills a semester are allowed", t -> t.ruled(numbered(t, "TX-SCHOOLS-CEILING-HALF", 9)));
        input("nine school days for the first drill", t -> t.ruled(numbered(t, "FL-SCHOOLS-FIRST", 9)));
        input("three active threats of six", t -> t.ruled(numbered(t, "FL-SCHOOLS-ACTIVE", 3)));
        input("three lockdowns in Texas", t -> t.ruled(numbered(t, "TX-SCHOOLS-LOCKDOWN", 3)));
        input("seven by the end of December", t -> t.ruled(numbered(t, "NY-SCHOOLS-FIRST-EIGHT", 7)));
        input("the number that changes is not followed", t -> t.ruled(t.rules().stream()
                .filter(r -> t.lockdowns() == null || !r.id().equals("OWN-" + t.lockdowns().change())).toList()));
        input("a number nobody set is made up",
                t -> t.lockdowns() != null
                        ? t
                        : t.ruled(plus(t.rules(),
                                new ProgramRule("MADE-UP", "AZ-SCHOOLS-LOCKDOWN", "STATE:AZ", BigDecimal.ONE, "drills",
                                        LocalDate.of(2000, 1, 1), null, "", false, ""))));
    }

    @Test
    void theOracleNoticesEveryPlantedFault() {
        assertThat(FAULTS).hasSizeGreaterThan(30);
        var unnoticed = new ArrayList<String>();
        var calendars = calendars();
        FAULTS.forEach((name, fault) -> {
            if (calendars.stream().allMatch(seen -> Tried.said(fault.apply(seen.tried())).equals(seen.oracle())))
                unnoticed.add(name);
        });
        assertThat(unnoticed).isEmpty();
    }

    /** A calendar as of a day, with what the oracle says of it. */
    private record Seen(Tried tried, List<Line> oracle) {}

    private static List<Seen> calendars() {
        var seen = new ArrayList<Seen>();
        for (String state : DueOracleTest.STATES) {
            for (long seed = 1; seed <= 20; seed++) {
                var tried = Tried.of(state, seed);
                for (int day = 0; day < 330; day += 13) {
                    var then = tried.asOf(tried.calendar().firstDay().plusDays(day));
                    seen.add(new Seen(then, then.oracle()));
                }
            }
        }
        return seen;
    }

    private static void answer(String name, UnaryOperator<List<Due>> change) {
        FAULTS.put(name, tried -> change.apply(tried.engine()));
    }

    private static void each(String name, UnaryOperator<Due> change) {
        answer(name, dues -> dues.stream().map(change).toList());
    }

    private static void input(String name, UnaryOperator<Tried> change) {
        FAULTS.put(name, tried -> change.apply(tried).engine());
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    private static Due due(Due of, int number, LocalDate from, LocalDate by, State state, LocalDate doneOn) {
        return new Due(of.requirement(), number, from, by, state, doneOn, of.evidence());
    }

    private static Demand counting(Demand d, String subject, boolean more) {
        Set<String> counts = new HashSet<>(d.counts());
        if (more) counts.add(subject);
        else counts.remove(subject);
        return new Demand(d.code(), d.program(), d.kind(), d.subject(), counts, d.counting(), d.evidence(), d.owedBy(),
                d.detail(), d.rule());
    }

    private static Demand counted(Demand d, Counting how) {
        return new Demand(d.code(), d.program(), d.kind(), d.subject(), d.counts(), how, d.evidence(), d.owedBy(),
                d.detail(), d.rule());
    }

    private static List<ProgramRule> numbered(Tried tried, String code, int value) {
        return tried.rules().stream()
                .map(r -> r.code().equals(code)
                        ? new ProgramRule(r.id(), r.code(), r.scope(), BigDecimal.valueOf(value), r.unit(),
                                r.validFrom(), r.validTo(), r.source(),
                                r.toConfirm(), r.words())
                        : r)
                .toList();
    }
}
