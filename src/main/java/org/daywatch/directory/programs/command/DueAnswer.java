package org.daywatch.directory.programs.command;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.Due;
import org.daywatch.directory.DueLists;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.imports.ical.YearFile;
import org.daywatch.directory.programs.catalog.Catalog.Entry;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.catalog.ShippedCatalog;
import org.daywatch.directory.programs.due.DueList;
import org.daywatch.directory.programs.due.Proposal;
import org.daywatch.directory.programs.due.SessionYear;
import org.daywatch.platform.intake.RefusedCell;
import org.jspecify.annotations.Nullable;

/**
 * What the command says.
 *
 * @param doneGiven a file of what was done was given
 * @param withoutNumber demands of which no number is known on the day
 * @param refused cells of the calendar and of what was done that were not taken
 */
record DueAnswer(String state, LocalDate asOf, SchoolFile school, SessionYear year, List<Entry> programs,
        boolean doneGiven, List<Due> due, List<Demand> withoutNumber, List<RefusedCell> refused) {

    static DueAnswer of(ShippedCatalog shipped, String state, YearFile file, SchoolFile school, @Nullable DoneFile done,
            LocalDate asOf) {
        var programs = shipped.catalog().of(state).stream()
                .filter(p -> school.programs().isEmpty() || school.programs().contains(p.program().code())).toList();
        var demands = shipped.catalog().demands(programs.stream().map(p -> p.program().code()).toList());
        var year = SessionYear.of(file.firstDay(), file.lastDay(), file.sessions(school.level(), school.nces()))
                .during(school.opened(), school.closed());
        var rules = new DueList.Rules(book(shipped, school), List.of(SchoolFile.GIVEN, RuleBook.state(state)));
        var events = done == null ? List.<Due.Done>of() : done.done();
        var due = new ArrayList<>(DueList.of(demands, year, rules, asOf, events, school.starts()));
        proposal(demands, rules, events, asOf).ifPresent(due::add);
        due.sort(DueList.BY_DAY);
        var numbers = rules.book().list().stream().map(ProgramRule::code).toList();
        var without = demands.stream().filter(d -> d.owedBy() == Demand.OwedBy.SCHOOL && !numbers.contains(d.rule()))
                .toList();
        var refused = new ArrayList<>(file.refused().stream().map(cell -> cell.in("calendar")).toList());
        if (done != null) refused.addAll(done.refused().stream().map(cell -> cell.in("done")).toList());
        return new DueAnswer(state, asOf, school, year, programs, done != null, due, without, refused);
    }

    /** Of the school's district, whichever of its schools is asked about. */
    private static Optional<Due> proposal(List<Demand> demands, DueList.Rules rules, List<Due.Done> done,
            LocalDate asOf) {
        var district = demands.stream().filter(d -> d.owedBy() == Demand.OwedBy.DISTRICT).toList();
        var by = district.stream()
                .filter(d -> d.subject().equals(DueLists.PROPOSAL) && d.counting() == Requirement.Counting.BY_DATE)
                .findFirst().map(d -> MonthDay.parse("--" + d.detail()));
        return Proposal.due(district.stream().flatMap(d -> d.on(asOf, rules.book(), rules.scopes()).stream()).toList(),
                by.orElse(null),
                done.stream().filter(d -> d.subject().equals(DueLists.PROPOSAL)).map(Due.Done::on).toList(), asOf);
    }

    /** Numbers that were given stand in the place of the shipped ones on the days they hold. */
    private static RuleBook book(ShippedCatalog shipped, SchoolFile school) {
        var rules = new ArrayList<>(school.numbers());
        rules.addAll(shipped.rules());
        return new RuleBook(rules);
    }

    /** How many of the same requirement there are. */
    long of(Due due) {
        return this.due.stream().filter(d -> d.requirement().rule().code().equals(due.requirement().rule().code()))
                .count();
    }
}
