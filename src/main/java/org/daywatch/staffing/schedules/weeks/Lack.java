package org.daywatch.staffing.schedules.weeks;

import org.daywatch.staffing.eligibility.RuleFinding;
import org.daywatch.staffing.eligibility.Verdict;

/**
 * What keeps an officer from a place, in one word; the hardest to fix first. NOTHING: they could stand there, and the
 * search found no better use.
 */
public enum Lack {
    DEPARTMENT, ROLE, SCHOOL, STATUS, CREDENTIAL, LIMIT, ELSEWHERE, NOTHING;

    static Lack of(Verdict verdict, boolean asked) {
        return verdict.reasons().stream().filter(f -> !asked || !f.code().equals("DEPARTMENT_NOT_ASKED")).map(Lack::of)
                .min(Enum::compareTo).orElse(NOTHING);
    }

    static Lack of(RuleFinding finding) {
        return switch (finding.code()) {
            case "DEPARTMENT_NOT_ASKED", "DEPARTMENT_WITHOUT_TERMS", "TERMS_NOT_YET", "TERMS_OVER", "TERMS_NOT_THEN",
                    "WORK_PROHIBITED" ->
                DEPARTMENT;
            case "ROLE_NOT_HELD" -> ROLE;
            case "SCHOOL_BLOCK" -> SCHOOL;
            case "NOT_ACTIVE", "DUTY_STATUS", "DUTY_STATUS_OPEN", "CALLED_OFF", "CALLED_OFF_SICK" -> STATUS;
            case "ELSEWHERE_THEN", "RECORDED_ABSENT" -> ELSEWHERE;
            case String code when code.startsWith("CAP_") -> LIMIT;
            default -> CREDENTIAL;
        };
    }
}
