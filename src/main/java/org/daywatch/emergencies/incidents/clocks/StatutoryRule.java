package org.daywatch.emergencies.incidents.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;

/**
 * What custody and restraint make due. How long it may take, and by which law, stands in the program rules of the day.
 */
public enum StatutoryRule {
    CUSTODY_ASK_OFFICER, CUSTODY_PARENT_NOTICE, CUSTODY_STATE_NOTICE, RESTRAINT_SAME_DAY_NOTICE,
    RESTRAINT_LATEST_NOTICE, RESTRAINT_WRITTEN_REPORT;

    public enum Kind { CUSTODY, RESTRAINT }

    public enum Outcome { DONE, HELD_BACK }

    /** How somebody was told. */
    public enum How { IN_PERSON, PHONE, MESSAGE, LETTER }

    /** One that runs. @param rule as it held on that day */
    public record Started(StatutoryRule what, Instant dueAt, ProgramRule rule) {}

    /** For a ward of the state another office is told than the parents. */
    static List<StatutoryRule> of(Kind kind, boolean ward) {
        return switch (kind) {
            case CUSTODY -> List.of(CUSTODY_ASK_OFFICER, ward ? CUSTODY_STATE_NOTICE : CUSTODY_PARENT_NOTICE);
            case RESTRAINT -> List.of(RESTRAINT_SAME_DAY_NOTICE, RESTRAINT_LATEST_NOTICE, RESTRAINT_WRITTEN_REPORT);
        };
    }

    /** Those for which a rule is in force in that state on that day; where the law says nothing, nothing runs. */
    static List<Started> start(Kind kind, boolean ward, Instant at, ZoneId zone, String state, RuleBook book) {
        return of(kind, ward).stream()
                .map(what -> book.find(what.name(), at.atZone(zone).toLocalDate(), RuleBook.state(state))
                        .map(rule -> new Started(what, due(at, zone, rule), rule)))
                .flatMap(Optional::stream).toList();
    }

    /** Hours from the event, or until the end of the so-manieth day after it by the school's clock. */
    private static Instant due(Instant at, ZoneId zone, ProgramRule rule) {
        return switch (rule.unit()) {
            case "hours" -> at.plus(Duration.ofSeconds(rule.value().movePointRight(2).longValueExact() * 36));
            case "days" -> at.atZone(zone).toLocalDate().plusDays(rule.number() + 1L).atStartOfDay(zone).toInstant();
            default -> throw new IllegalStateException(
                    "The rule " + rule.id() + " counts in " + rule.unit() + "; a clock counts in hours or days.");
        };
    }

    /** Only the notice to parents waits for the officer's word. */
    public boolean canBeHeldBack() {
        return this == CUSTODY_PARENT_NOTICE;
    }
}
