package org.daywatch.directory.programs.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.RuleBook;

/**
 * One thing a program demands, without its number: the rule of a day holds that.
 *
 * @param code such as TX-SCHOOLS-LOCKDOWN
 * @param counts subjects of what counts for it; one drill may count for several demands
 * @param detail BY_DATE: month and day as 12-31; FIRST_SCHOOL_DAYS: how many, empty for one
 * @param rule the code under which the rule book holds its numbers
 */
public record Demand(String code, String program, Kind kind, String subject, Set<String> counts, Counting counting,
        Evidence evidence, OwedBy owedBy, String detail, String rule) {

    public enum OwedBy {
        SCHOOL, DISTRICT, OFFICER, POST,
        /** Only once something has happened: an inspection, an assignment, an exception. */
        EVENT
    }

    /** Empty while no rule of that day holds a number: then nothing is demanded. */
    public Optional<Requirement> on(LocalDate day, RuleBook book, List<String> scopes) {
        return book.find(rule, day, scopes).map(this::with);
    }

    public Requirement with(ProgramRule number) {
        var read = number.reading() == null ? this : as(number.reading());
        return new Requirement(program, kind, subject, read.evidence, read.counting, number);
    }

    /** Counted and proved in another way. */
    public Demand as(ProgramRule.Reading reading) {
        return new Demand(code, program, kind, subject, counts, reading.counting(), reading.evidence(), owedBy,
                reading.detail(), rule);
    }

    /** As the rule of that day reads it; as shipped where that says nothing. */
    public Demand readOn(LocalDate day, RuleBook book, List<String> scopes) {
        return book.find(rule, day, scopes).map(ProgramRule::reading).map(this::as).orElse(this);
    }
}
