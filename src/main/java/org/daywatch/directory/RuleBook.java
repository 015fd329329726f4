package org.daywatch.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All program rules at hand, for judging many days and scopes without asking again. Where several hold, the narrower
 * scope wins, and within one scope the rule that began last.
 */
public final class RuleBook {

    public static final String EVERYWHERE = "ALL";

    private final Map<String, List<ProgramRule>> byCode;
    private final Set<String> written;

    public RuleBook(Collection<ProgramRule> rules) {
        this.byCode = rules.stream().collect(Collectors.groupingBy(ProgramRule::code));
        this.written = rules.stream().map(ProgramRule::scope).collect(Collectors.toSet());
    }

    public static String state(String state) {
        return "STATE:" + state;
    }

    /**
     * Those of the scopes in which any rule is written, in their order: they answer every question as all of them
     * would, and are the same for many schools.
     */
    public List<String> written(List<String> scopes) {
        return scopes.stream().filter(written::contains).toList();
    }

    /** @param scopes those that apply, narrowest first; rules for everywhere need not be named */
    public Optional<ProgramRule> find(String code, LocalDate day, List<String> scopes) {
        ProgramRule best = null;
        for (var rule : byCode.getOrDefault(code, List.of())) {
            if (rank(rule, scopes) >= 0 && rule.inForce(day) && (best == null || before(rule, best, scopes)))
                best = rule;
        }
        return Optional.ofNullable(best);
    }

    public Optional<ProgramRule> find(String code, LocalDate day, String... scopes) {
        return find(code, day, List.of(scopes));
    }

    /** @throws IllegalStateException where no rule answers: a hole in the rules, not in the input */
    public ProgramRule get(String code, LocalDate day, String... scopes) {
        return find(code, day, scopes).orElseThrow(() -> new IllegalStateException(
                "No program rule answers " + code + " on " + day + " in " + List.of(scopes)
                        + ".\nMaybe a rule ended without a successor."));
    }

    /** All that answer one question, in whatever scope and time. */
    public List<ProgramRule> of(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    public List<ProgramRule> list() {
        return byCode.values().stream().flatMap(List::stream)
                .sorted(Comparator.comparing(ProgramRule::code).thenComparing(ProgramRule::scope)
                        .thenComparing(ProgramRule::validFrom))
                .toList();
    }

    private static boolean before(ProgramRule rule, ProgramRule other, List<String> scopes) {
        int ranks = Integer.compare(rank(rule, scopes), rank(other, scopes));
        return ranks < 0 || ranks == 0 && rule.validFrom().isAfter(other.validFrom());
    }

    private static int rank(ProgramRule rule, List<String> scopes) {
        int rank = scopes.indexOf(rule.scope());
        return rank >= 0 ? rank : rule.scope().equals(EVERYWHERE) ? scopes.size() : -1;
    }
}
