package org.daywatch.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All programme rules at hand, for judging many days and scopes without asking again. Where several hold, the narrower
 * scope wins, and within one scope the rule that began last.
 */
public final class RuleBook {

    public static final String EVERYWHERE = "ALL";

    private final Map<String, List<ProgrammeRule>> byCode;

    public RuleBook(Collection<ProgrammeRule> rules) {
        this.byCode = rules.stream().collect(Collectors.groupingBy(ProgrammeRule::code));
    }

    public static String state(String state) {
        return "STATE:" + state;
    }

    /** @param scopes those that apply, narrowest first; rules for everywhere need not be named */
    public Optional<ProgrammeRule> find(String code, LocalDate day, List<String> scopes) {
        return byCode.getOrDefault(code, List.of()).stream().filter(r -> r.inForce(day) && rank(r, scopes) >= 0)
                .min(Comparator.<ProgrammeRule>comparingInt(r -> rank(r, scopes))
                        .thenComparing(Comparator.comparing(ProgrammeRule::validFrom).reversed()));
    }

    public Optional<ProgrammeRule> find(String code, LocalDate day, String... scopes) {
        return find(code, day, List.of(scopes));
    }

    /** @throws IllegalStateException where no rule answers: a hole in the rules, not in the input */
    public ProgrammeRule get(String code, LocalDate day, String... scopes) {
        return find(code, day, scopes).orElseThrow(() -> new IllegalStateException(
                "No programme rule answers " + code + " on " + day + " in " + List.of(scopes) + ".\nMaybe a rule ended without a successor."));
    }

    /** All that answer one question, in whatever scope and time. */
    public List<ProgrammeRule> of(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    public List<ProgrammeRule> list() {
        return byCode.values().stream().flatMap(List::stream)
                .sorted(Comparator.comparing(ProgrammeRule::code).thenComparing(ProgrammeRule::scope).thenComparing(ProgrammeRule::validFrom)).toList();
    }

    private static int rank(ProgrammeRule rule, List<String> scopes) {
        int rank = scopes.indexOf(rule.scope());
        return rank >= 0 ? rank : rule.scope().equals(EVERYWHERE) ? scopes.size() : -1;
    }
}
