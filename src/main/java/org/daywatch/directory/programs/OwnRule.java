package org.daywatch.directory.programs;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.daywatch.directory.ProgramRule;
import org.daywatch.platform.errors.InvalidInput;

/**
 * What an agency may set for itself: which rules, how narrow, between which numbers. The rest is law, and can only be
 * confirmed.
 */
final class OwnRule {
    static final String DISTRICT = "DISTRICT:";
    static final String DEPARTMENT = "DEPARTMENT:";
    static final String STATE = "STATE:";
    /** Asked or not: there is no number to give. */
    private static final Set<String> PLAIN = Set.of("required", "each calendar year");
    private static final String PAY = "PAY_ROUNDING";
    /** Asked for a school's district before its state. */
    private static final Set<String> BY_DISTRICT = Set.of("POST_MARGIN_BEFORE", "POST_MARGIN_AFTER", "CHECK_IN_EARLY",
            "CHECK_IN_LATE", "NO_SHOW_GRACE",
            "POSITION_VAGUE", "POSITION_STALE", "POSITION_TOO_EXACT", "TRAVEL_SPEED",
            "AWARD_AFTER", "AWARD_BEFORE", "AWARD_DAYS",
            "WAVE_SIZE", "WAVE_EXPIRY", "MISSING_BEFORE", "MISSING_AFTER",
            "REACH_STREAM", "REACH_PUSH", "REACH_SMS", "REACH_EMAIL", "REACH_EXPIRY",
            "AFTER_ACTION_WITHIN", "IMPROVEMENT_REMIND",
            "FINDING_GRAVE_FROM", "FINDING_GRAVE_SEVERITY", "FINDING_NOTABLE_FROM", "FINDING_OWNER_LATELY",
            "THREAT_MODEL");
    private static final Set<String> BY_DEPARTMENT = Set.of(PAY, "CALL_OFF_CUTOFF", "CALL_OFF_LATE", "SUPERVISOR_FROM",
            "SUPERVISOR_PER");
    private static final Set<String> AT_LEAST_ONE = Set.of(PAY, "TRAVEL_SPEED", "WAVE_SIZE", "WAVE_EXPIRY",
            "SUPERVISOR_FROM", "SUPERVISOR_PER",
            "REACH_STREAM", "REACH_PUSH", "REACH_SMS", "REACH_EMAIL", "REACH_EXPIRY",
            "FINDING_GRAVE_FROM", "FINDING_GRAVE_SEVERITY", "FINDING_NOTABLE_FROM", "FINDING_OWNER_LATELY",
            "THREAT_MODEL");
    private static final Set<String> BY_STATE = Set.of("PARTNERS_AFTER", "PARTNERS_BEFORE", "STANDBY_DAYS");
    /**
     * What a state asks of officers: where none is known of the agency's own state, that of another can be entered for
     * it.
     */
    private static final Set<String> OF_OFFICERS = Set.of("STATE_CERTIFICATION", "CONTINUING_TRAINING", "FIREARMS",
            "COURSE_HOURS_SSO", "COURSE_HOURS_SRO", "SCHOOL_CERTIFICATE_WITHIN",
            "DISABILITIES_TRAINING", "FINGERPRINT_CARD");
    private static final Map<String, Integer> MOST = Map.of("minutes", 240, "seconds", 3600, "meters", 5000,
            "kilometers an hour", 1000, "hours", 720, "days", 90, "mode", 2, "threat model", 2, "of 5", 5, "of 25", 25);

    private OwnRule() {}

    /** Numbers nobody but the legislator changes; an agency says only that it has checked them. */
    static boolean isLaw(ProgramRule rule) {
        return !BY_DISTRICT.contains(rule.code()) && !BY_STATE.contains(rule.code())
                && !BY_DEPARTMENT.contains(rule.code());
    }

    static boolean mayNarrow(ProgramRule rule, String prefix) {
        return prefix.equals(DISTRICT) ? BY_DISTRICT.contains(rule.code()) : BY_DEPARTMENT.contains(rule.code());
    }

    static boolean isAskedOfOfficers(ProgramRule rule) {
        return OF_OFFICERS.contains(rule.code());
    }

    static boolean isPlain(ProgramRule rule) {
        return PLAIN.contains(rule.unit());
    }

    /** Whether somebody asks for the rule of one state to hold in another: then its number is the agency's to give. */
    static boolean elsewhere(ProgramRule rule, String scope) {
        return isAskedOfOfficers(rule) && rule.scope().startsWith(STATE) && scope.startsWith(STATE)
                && !scope.equals(rule.scope());
    }

    /** A sentence that still says the old number would be believed. */
    static void checkWords(ProgramRule rule, BigDecimal value, String words) {
        var old = Pattern
                .compile("(?<![\\d.,])" + RuleNumber.plain(rule.value()).replace(".", "[.,]") + "(?![.,]?\\d)");
        if (value.compareTo(rule.value()) != 0 && old.matcher(words).find())
            throw new InvalidInput("words", words, "rules.own.wrong.number");
    }

    static void check(ProgramRule rule, BigDecimal value, String scope) {
        boolean law = isLaw(rule) && !(elsewhere(rule, scope) && !isPlain(rule));
        int most = MOST.getOrDefault(rule.unit(), 1000);
        int least = AT_LEAST_ONE.contains(rule.code()) ? 1 : 0;
        if (law && rule.value().compareTo(value) != 0)
            throw new InvalidInput("value", RuleNumber.plain(value), "rules.own.wrong.law");
        if (!law && (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0))
            throw new InvalidInput("value", RuleNumber.plain(value), "rules.own.wrong.value");
        if (!law) RuleNumber.check(rule.code(), rule.unit(), value);
    }
}
