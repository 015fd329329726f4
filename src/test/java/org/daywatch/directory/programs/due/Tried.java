package org.daywatch.directory.programs.due;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.due.DrillOracle.Held;
import org.daywatch.directory.programs.due.DrillOracle.Line;
import org.daywatch.directory.programs.due.DrillOracle.Parameter;

/**
 * One random school year with its drills, and what it is asked: the input of engine and oracle.
 *
 * @param opened the school's own first day; the calendar's where it was always there
 */
record Tried(String state, SessionYear calendar, LocalDate opened, LocalDate asOf, List<Done> done, Parameter lockdowns,
        List<Demand> demands, List<ProgramRule> rules) {
    private static final List<String> DRILLS = List.of("HOLD", "SECURE", "LOCKDOWN", "LOCKDOWN", "EVACUATE", "EVACUATE",
            "FIRE", "FIRE", "SHELTER_HAZMAT", "SHELTER_WEATHER", "ACTIVE_THREAT", "EMERGENCY");

    static Tried of(String state, long seed) {
        var chance = new Random(seed * 7919 + state.hashCode());
        var year = Years.random(chance);
        var opened = chance.nextInt(4) == 0 ? year.firstDay().plusDays(20 + chance.nextInt(150)) : year.firstDay();
        var asOf = year.firstDay().plusDays(chance.nextInt(320));
        var lockdowns = chance.nextInt(4) == 0
                ? null
                : new Parameter(1 + chance.nextInt(3), year.firstDay().plusDays(60 + chance.nextInt(120)),
                        2 + chance.nextInt(4));
        var done = new ArrayList<Done>();
        int drills = 5 + chance.nextInt(30);
        for (int i = 0; i < drills; i++) {
            var day = year.firstDay().plusDays(chance.nextInt(310));
            if (DrillOracle.weekday(day) || chance.nextInt(3) == 0)
                done.add(new Done("DRILL:" + DRILLS.get(chance.nextInt(DRILLS.size())), day, "record " + i));
        }
        var rules = new ArrayList<>(Years.SHIPPED.rules());
        if (lockdowns != null) {
            rules.add(rule(lockdowns.before(), LocalDate.of(2000, 1, 1)));
            rules.add(rule(lockdowns.after(), lockdowns.change()));
        }
        return new Tried(state, year, opened, asOf, done, lockdowns,
                Years.SHIPPED.catalog().demands(state + "-SCHOOLS"), rules);
    }

    private static ProgramRule rule(int value, LocalDate from) {
        return new ProgramRule("OWN-" + from, "AZ-SCHOOLS-LOCKDOWN", RuleBook.state("AZ"), BigDecimal.valueOf(value),
                "drills", from, null, "the agency's", false, "own");
    }

    Tried with(SessionYear other) {
        return new Tried(state, other, opened, asOf, done, lockdowns, demands, rules);
    }

    Tried asOf(LocalDate day) {
        return new Tried(state, calendar, opened, day, done, lockdowns, demands, rules);
    }

    Tried with(List<Done> other) {
        return new Tried(state, calendar, opened, asOf, other, lockdowns, demands, rules);
    }

    Tried demanding(List<Demand> other) {
        return new Tried(state, calendar, opened, asOf, done, lockdowns, other, rules);
    }

    Tried ruled(List<ProgramRule> other) {
        return new Tried(state, calendar, opened, asOf, done, lockdowns, demands, other);
    }

    Tried openedOn(LocalDate day) {
        return new Tried(state, calendar, day, asOf, done, lockdowns, demands, rules);
    }

    List<Due> engine() {
        return DueList
                .of(demands, calendar.during(opened, null),
                        new DueList.Rules(new RuleBook(rules), List.of(RuleBook.state(state))), asOf, done, List.of())
                .stream()
                .filter(d -> d.requirement().kind() == Kind.DRILL || d.requirement().kind() == Kind.CEILING).toList();
    }

    List<Line> oracle() {
        var held = done.stream().map(d -> new Held(d.subject().substring("DRILL:".length()), d.on())).toList();
        var oracle = new DrillOracle(new TreeSet<>(calendar.sessions()), calendar.firstDay(), opened,
                calendar.lastDay(), asOf, held);
        var lines = switch (state) {
            case "TX" -> oracle.texas();
            case "FL" -> oracle.florida();
            case "AZ" -> oracle.arizona(lockdowns);
            case "NY" -> oracle.newYork();
            case "MI" -> oracle.michigan();
            case "OH" -> oracle.ohio();
            case "WA" -> oracle.washington();
            default -> oracle.columbia();
        };
        return lines.stream().sorted(Comparator.comparing(Line::by).thenComparing(Line::requirement)
                .thenComparing(Line::number).thenComparing(Line::from)).toList();
    }

    /** The engine's answer in the oracle's words, in its own order of days. */
    static List<Line> said(List<Due> dues) {
        var lines = new ArrayList<Line>();
        for (Due d : dues)
            lines.add(new Line(d.requirement().rule().code(), d.number(), d.from(), d.by(), d.state().name(),
                    d.doneOn()));
        boolean byDay = java.util.stream.IntStream.range(1, lines.size())
                .noneMatch(i -> lines.get(i).by().isBefore(lines.get(i - 1).by()));
        if (!byDay) return lines;
        return lines.stream().sorted(Comparator.comparing(Line::by).thenComparing(Line::requirement)
                .thenComparing(Line::number).thenComparing(Line::from)).toList();
    }
}
