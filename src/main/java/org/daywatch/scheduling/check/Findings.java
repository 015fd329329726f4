package org.daywatch.scheduling.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.daywatch.scheduling.check.CheckReport.Disagreement;
import org.daywatch.scheduling.check.CheckReport.Violation;
import org.daywatch.scheduling.check.files.Limit;
import org.jspecify.annotations.Nullable;

/** What was asked, how often, and what was wrong. */
final class Findings {

    private static final List<String> RULES = List.of("UNKNOWN_SHIFT", "UNKNOWN_OFFICER", "TOO_MANY", "TWICE",
            "PIN_BROKEN", "ROLE_NOT_HELD",
            "NOT_QUALIFIED", "NOT_LISTED", "NOT_ASKED", "SCHOOL_BLOCK", "WORK_PROHIBITED", "ELSEWHERE", "OVERLAP");
    private static final List<String> STATEMENTS = List.of("PROBLEM_DIFFERS", "OBJECTIVE_DIFFERS", "TERM_DIFFERS",
            "UNFILLED_DIFFERS",
            "STATUS_DIFFERS", "BOUND_REFUTED", "GAP_DIFFERS", "ORDER_DIFFERS");
    private static final Comparator<Violation> ORDER = by(Violation::shift).thenComparing(by(Violation::officer))
            .thenComparing(by(Violation::code))
            .thenComparing(by(Violation::policy)).thenComparing(by(Violation::other));

    private final SortedMap<String, Long> asked = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<Disagreement> disagreements = new ArrayList<>();

    Findings() {
        RULES.forEach(code -> asked.put(code, 0L));
        for (var shape : Limit.Shape.values()) asked.put("CAP_" + shape, 0L);
    }

    /** Asks a rule: counted whether it is broken or not. */
    void ask(String code, boolean broken, Supplier<Violation> violation) {
        if (asked.computeIfPresent(code, (any, times) -> times + 1) == null)
            throw new IllegalStateException("No rule has the code " + code + ".");
        if (broken) violations.add(violation.get());
    }

    /** Asks whether the answer says of itself what is so. */
    void compare(String code, String at, Object stated, Object found, boolean same, String words) {
        if (!STATEMENTS.contains(code)) throw new IllegalStateException("No statement has the code " + code + ".");
        if (!same) disagreements.add(new Disagreement(code, at, stated.toString(), found.toString(), words));
    }

    long asked(String code) {
        return asked.getOrDefault(code, 0L);
    }

    SortedMap<String, Long> asked() {
        return asked;
    }

    List<Violation> violations() {
        return violations.stream().sorted(ORDER).toList();
    }

    List<Disagreement> disagreements() {
        return List.copyOf(disagreements);
    }

    private static Comparator<Violation> by(Function<Violation, @Nullable String> field) {
        return Comparator.comparing(field, Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
