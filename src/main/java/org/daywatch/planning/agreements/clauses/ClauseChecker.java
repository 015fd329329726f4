package org.daywatch.planning.agreements.clauses;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daywatch.planning.agreements.clauses.ClauseRule.Weight;

/** Holds a text against the rules in force: what it does not cover, what it does not say, what it says and must not. */
public final class ClauseChecker {

    private ClauseChecker() {}

    public enum Found { NOT_COVERED, NOT_SAID, CONFLICT }

    /** @param quote the sentence that conflicts; empty otherwise */
    public record Finding(ClauseRule rule, Found found, String quote) {

        public boolean must() {
            return rule.weight() == Weight.MUST;
        }
    }

    /**
     * Those a rule of law or program demands first. @param state two letters; @param day on which the agreement begins
     */
    public static List<Finding> check(Collection<Clause> clauses, String kind, String state, LocalDate day,
            Collection<ClauseRule> rules) {
        return rules.stream().filter(rule -> rule.about(kind, state, day))
                .flatMap(rule -> finding(clauses, rule).stream())
                .sorted(Comparator.comparing((Finding f) -> f.rule().weight())
                        .thenComparing(f -> f.found() != Found.CONFLICT).thenComparing(f -> f.rule().topic())
                        .thenComparing(f -> f.rule().id()))
                .toList();
    }

    private static Optional<Finding> finding(Collection<Clause> clauses, ClauseRule rule) {
        var onTopic = clauses.stream().filter(c -> c.topic() == rule.topic()).toList();
        return switch (rule.demand()) {
            case COVER -> onTopic.isEmpty() ? Optional.of(new Finding(rule, Found.NOT_COVERED, "")) : Optional.empty();
            case SAY -> said(onTopic, rule).isEmpty()
                    ? Optional.of(new Finding(rule, onTopic.isEmpty() ? Found.NOT_COVERED : Found.NOT_SAID, ""))
                    : Optional.empty();
            case NOT_SAY -> said(clauses, rule).map(sentence -> new Finding(rule, Found.CONFLICT, sentence));
        };
    }

    private static Optional<String> said(Collection<Clause> clauses, ClauseRule rule) {
        var reading = java.util.Objects.requireNonNull(rule.reading(),
                "rule " + rule.id() + " says how a text is read");
        return clauses.stream().flatMap(c -> reading.in(c.words()).stream()).findFirst();
    }
}
