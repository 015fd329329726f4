package org.daywatch.platform.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may not work with a password alone, or a provider's sign-in that says no more: the second step at sign-in is a
 * passkey or the code of an authenticator app. NIST SP 800-63B-4 asks for two factors at this level and OWASP ASVS 5.0
 * (6.3.3) for administrators at the least. A stricter rule is a new line with its day, not a change of an old one.
 *
 * @param roles that need it
 * @param within how long after the first sign-in, the beginning of their place or the beginning of the rule it has to
 * be set up, whichever was last
 */
public record SecondStep(LocalDate from, Set<Role> roles, Duration within) {

    public static final List<SecondStep> DATED = List.of(new SecondStep(LocalDate.of(2026, 12, 1),
            EnumSet.of(Role.AGENCY_ADMIN, Role.COORDINATOR, Role.SAFETY_DIRECTOR, Role.DEPARTMENT_ADMIN),
            Duration.ofDays(7)));

    /** What stands between a session and its work. */
    public enum Step {
        NONE,
        /** The person has a second step and has not taken it. */
        PROVE,
        /** They have none, and the time to set one up is over. */
        SET_UP
    }

    /**
     * @param by until when it has to be set up; null where it need not, or is
     * @param required whether the role asks for it
     */
    public record Owed(Step step, @Nullable Instant by, boolean required) {

        public static final Owed NOTHING = new Owed(Step.NONE, null, false);
    }

    /**
     * @param method by which the session was opened, one of the names in {@link Sessions}
     * @param role null as long as none is chosen
     * @param app whether an authenticator app is set up; whoever has one is asked for its code whatever their role
     * @param since the later of the first sign-in and the beginning of their place
     */
    static Owed owed(String method, @Nullable Role role, boolean app, boolean passkey, Instant since, Instant now) {
        var rule = inForce(now).filter(r -> role != null && r.roles.contains(role));
        boolean required = rule.isPresent();
        if (!Sessions.oneFactor(method)) return new Owed(Step.NONE, null, required);
        if (app || required && passkey) return new Owed(Step.PROVE, null, required);
        if (!required) return Owed.NOTHING;
        var by = rule.get().by(since);
        return new Owed(now.isBefore(by) ? Step.NONE : Step.SET_UP, by, true);
    }

    /** Whether one of these roles asks for it now. */
    public static boolean required(Instant now, List<Role> roles) {
        return inForce(now).filter(rule -> roles.stream().anyMatch(rule.roles::contains)).isPresent();
    }

    private Instant by(Instant since) {
        var begins = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        return (since.isAfter(begins) ? since : begins).plus(within);
    }

    private static Optional<SecondStep> inForce(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return DATED.stream().filter(rule -> !rule.from.isAfter(today))
                .max(Comparator.comparing(SecondStep::from));
    }
}
