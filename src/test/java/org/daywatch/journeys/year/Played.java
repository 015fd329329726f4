package org.daywatch.journeys.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.daywatch.directory.Due;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.catalog.Catalog;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.catalog.ShippedCatalog;
import org.daywatch.directory.programs.due.DueList;
import org.daywatch.directory.programs.due.SessionYear;

/** A scripted year played through the pure code: the rules as shipped, with what the year itself sets. */
public record Played(Script script, String state, ShippedCatalog shipped, SessionYear year) {

    private static final ShippedCatalog SHIPPED = ShippedCatalog.read();
    private static final String DISTRICT = "DISTRICT:mesquite-flats";
    static final String COVERAGE = "REPORT:COVERAGE_QUARTER";
    private static final Set<String> STARTING = Set.of("EXCEPTION", "VISIT", "AUDIT", "DRILL", "NOTICE");
    private static final Set<String> TEAM = Set.of("OFFICER", "COUNSELOR", "PREVENTION");

    public static Played of(String folder) {
        return of(Script.of(folder));
    }

    public static Played of(Script script) {
        var state = script.rows("people.csv").getFirst().getField("detail").substring(0, 2);
        return new Played(script, state, SHIPPED,
                SessionYear.of(script.firstDay(), script.lastDay(), script.schoolDays()));
    }

    public List<Due> due(String school, LocalDate asOf) {
        var rules = rules(asOf);
        var done = done(school, asOf);
        var starts = starts(school, asOf);
        return shipped.catalog().of(state).stream()
                .flatMap(program -> DueList.of(shipped.catalog().demands(List.of(program.program().code())),
                        bound(program, school), rules, asOf,
                        done, starts).stream())
                .sorted(DueList.BY_DAY).toList();
    }

    /** A program that binds only schools with a post asks from the day on which the first post there begins. */
    private SessionYear bound(Catalog.Entry program, String school) {
        if (program.everySchool()) return year;
        return year.during(script.rows("people.csv").stream()
                .filter(r -> r.getField("what").equals("POST")
                        && List.of(r.getField("school").split(" ")).contains(school))
                .map(r -> LocalDate.parse(r.getField("from"))).min(LocalDate::compareTo).orElse(null), null);
    }

    /** What the rules demand on a day. */
    public List<Requirement> requirements(LocalDate day) {
        var rules = rules(day);
        return demands().stream().flatMap(d -> d.on(day, rules.book(), rules.scopes()).stream()).toList();
    }

    /** Under which code the rule book holds the number for a subject. */
    static String rule(String state, String subject) {
        var catalog = SHIPPED.catalog();
        var programs = catalog.of(state).stream().map(entry -> entry.program().code()).toList();
        return catalog.demands(programs).stream().filter(d -> d.subject().equals(subject)).map(Demand::rule).findFirst()
                .orElseThrow();
    }

    static String unit(String subject) {
        return subject.startsWith("LRE") ? "hours" : "drills";
    }

    private List<Demand> demands() {
        var programs = shipped.catalog().of(state).stream().map(Catalog.Entry::program)
                .map(org.daywatch.directory.Program::code).toList();
        return shipped.catalog().demands(programs);
    }

    /** Whoever changes a number does it on the day from which it holds: before that day nobody knows of the change. */
    private DueList.Rules rules(LocalDate asOf) {
        var rules = new ArrayList<>(shipped.rules());
        for (var row : script.rows("rules.csv")) {
            var from = LocalDate.parse(row.getField("from"));
            if (from.isAfter(asOf)) continue;
            var to = row.getField("to").isEmpty() || !LocalDate.parse(row.getField("to")).isBefore(asOf)
                    ? null
                    : LocalDate.parse(row.getField("to"));
            var rule = rule(state, row.getField("subject"));
            rules.add(new ProgramRule(rule + "-" + from, rule, DISTRICT, new BigDecimal(row.getField("value")),
                    unit(row.getField("subject")), from, to,
                    row.getField("why"), false, ""));
        }
        return new DueList.Rules(new RuleBook(rules), List.of(DISTRICT, RuleBook.state(state)));
    }

    private List<Due.Done> done(String school, LocalDate asOf) {
        return script.until(asOf).stream().filter(f -> f.school().equals(school))
                .flatMap(f -> subject(f).map(subject -> new Due.Done(subject, f.day(), f.what() + " " + f.day(),
                        subject.equals(COVERAGE) ? quarter(f) : null)))
                .toList();
    }

    /** The quarter a record of coverage is of, by the day with which the calendar begins it. */
    static LocalDate quarter(Script.Fact coverage) {
        return LocalDate.parse(coverage.word()).with(IsoFields.DAY_OF_QUARTER, 1);
    }

    private static Stream<String> subject(Script.Fact fact) {
        return switch (fact.what()) {
            case "DRILL", "SWEEP", "AUDIT", "NOTICE" -> Stream.of(fact.what() + ":" + fact.word());
            case "REPORT" -> Stream.of("REPORT:INSPECTION");
            case "COVERAGE" -> Stream.of(COVERAGE);
            case "MEETING" -> quorum(fact) ? Stream.of("MEETING:SAFETY_TEAM") : Stream.empty();
            default -> Stream.empty();
        };
    }

    /** 1.1: principal or assistant principal, the officer, social worker or counselor, the prevention coordinator. */
    public static boolean quorum(Script.Fact meeting) {
        var roles = Set.of(meeting.detail().split(" "));
        return roles.containsAll(TEAM) && (roles.contains("PRINCIPAL") || roles.contains("ASSISTANT_PRINCIPAL"));
    }

    /** As what an audit or an exercise is announced that is told of beforehand; empty for everything else. */
    static String notice(Script.Fact fact) {
        return switch (fact.what() + " " + fact.word()) {
            case "AUDIT INTRUDER" -> "NOTICE:INTRUDER_AUDIT";
            case "DRILL ACTIVE_THREAT" -> "NOTICE:EXERCISE";
            default -> "";
        };
    }

    /** What starts a clock at the school. What is announced is known with its notice. */
    private List<Due.Start> starts(String school, LocalDate asOf) {
        var here = script.facts().stream().filter(f -> f.school().equals(school) && STARTING.contains(f.what()))
                .toList();
        var told = here.stream().filter(n -> n.what().equals("NOTICE") && !n.day().isAfter(asOf))
                .map(n -> "NOTICE:" + n.word()).toList();
        return here.stream().filter(f -> !f.day().isAfter(asOf) || told.contains(notice(f)))
                .flatMap(f -> switch (f.what()) {
                    case "EXCEPTION" -> Stream.of(new Due.Start("EXCEPTION:ARMED_OFFICER", f.day()));
                    case "VISIT" -> Stream.of(new Due.Start("REPORT:INSPECTION", f.day()));
                    default ->
                        notice(f).isEmpty() ? Stream.<Due.Start>empty() : Stream.of(new Due.Start(notice(f), f.day()));
                }).toList();
    }
}
