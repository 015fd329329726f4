package org.daywatch.staffing.schedules.weeks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.staffing.eligibility.RuleFinding;
import org.daywatch.staffing.eligibility.Term;
import org.daywatch.staffing.eligibility.Verdict;
import org.daywatch.staffing.officers.Credential;
import org.jspecify.annotations.Nullable;

/**
 * What would fill empty places of a schedule: a credential, or more room under a limit.
 *
 * @param name of a credential the key of its name, of a limit its id; @param department whose limit it is, empty for a
 * credential
 * @param posts empty places for which somebody lacks this and nothing else; @param officers who they are, each counted
 * once
 * @param minutes by which the limit would have to give way for all these places; null for a credential
 */
public record Opener(Kind kind, String name, String department, int posts, int officers, @Nullable Integer minutes) {

    public enum Kind { CREDENTIAL, LIMIT }

    /** Gathers them from the verdicts on all empty places. */
    static final class Tally {

        private record Key(Kind kind, String name, String department) {}

        private static final class Found {
            final Map<UUID, Duration> least = new HashMap<>(); // by post
            final Set<UUID> officers = new HashSet<>();
        }

        private final Map<Key, Found> all = new HashMap<>();

        /** @param asked their department is asked for the post, whatever its turn */
        void add(Verdict verdict, boolean asked) {
            var reasons = verdict.reasons().stream().filter(f -> !asked || !f.code().equals("DEPARTMENT_NOT_ASKED"))
                    .toList();
            if (reasons.size() != 1) return;
            key(reasons.getFirst()).ifPresent(key -> {
                var found = all.computeIfAbsent(key, k -> new Found());
                found.least.merge(verdict.postId(), excess(reasons.getFirst()), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                found.officers.add(verdict.officerId());
            });
        }

        /** What would fill most first. */
        List<Opener> list() {
            var openers = new ArrayList<Opener>();
            all.forEach((key,
                    found) -> openers.add(new Opener(key.kind(), key.name(), key.department(), found.least.size(),
                            found.officers.size(),
                            key.kind() == Kind.CREDENTIAL
                                    ? null
                                    : Math.toIntExact(found.least.values().stream().max(Comparator.naturalOrder())
                                            .orElseThrow().plusSeconds(59).toMinutes()))));
            openers.sort(Comparator.comparingInt((Opener o) -> -o.posts()).thenComparing(Opener::kind)
                    .thenComparing(Opener::name).thenComparing(Opener::department));
            return openers;
        }

        private static Optional<Key> key(RuleFinding finding) {
            return switch (Lack.of(finding)) {
                case CREDENTIAL -> Optional.of(new Key(Kind.CREDENTIAL, credential(finding), ""));
                case LIMIT -> Optional.of(new Key(Kind.LIMIT, finding.rules().getFirst().replaceFirst("@.*", ""),
                        finding.terms().getLast().stored()));
                default -> Optional.empty();
            };
        }

        private static String credential(RuleFinding finding) {
            return switch (finding.code()) {
                case "FIREARMS_DUE" -> "officers.credential." + Credential.Kind.FIREARMS;
                case "TRAINING_HOURS_SHORT" -> "officers.credential." + Credential.Kind.CONTINUING_TRAINING;
                case String code when code.startsWith("SCHOOL_CERTIFICATE") ->
                    "officers.credential." + Credential.Kind.SCHOOL_CERTIFICATE;
                default -> finding.terms().getFirst() instanceof Term.Name(var key)
                        ? key
                        : "eligibility.says." + finding.code();
            };
        }

        private static Duration excess(RuleFinding finding) {
            return finding.code().startsWith("CAP_") && finding.terms().get(4) instanceof Term.Hours(var length)
                    ? length
                    : Duration.ZERO;
        }
    }
}
