package org.daywatch.platform.identity.security;

import java.time.Clock;
import java.time.Duration;
import org.daywatch.platform.errors.StepUpNeeded;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.SignedIn;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Exports, users, operations and everything about ways to sign in need a proof that is fresh. */
@Component
public class StepUp {

    public static final Duration FRESH = Duration.ofMinutes(10);

    private final Clock clock;

    StepUp(@Qualifier("expiry") Clock clock) {
        this.clock = clock;
    }

    /** Personas have nothing to prove with, and exist in a demonstration only. */
    public void require(SignedIn.Session session) {
        if (session.method().equals(Sessions.PERSONA)) return;
        if (session.provenAt().isBefore(clock.instant().minus(FRESH))) ask(session);
    }

    /** However fresh the last proof is. */
    void ask(SignedIn.Session session) {
        if (!session.method().equals(Sessions.PERSONA)) throw new StepUpNeeded(StepUpNeeded.Proof.ANY);
    }

    /**
     * For the address and the ways in themselves: where a second step is set up, a fresh proof with it, so that who
     * found an open page and knows the password cannot take the account.
     */
    public void requireWhole(SignedIn.Session session) {
        require(session);
        if (session.method().equals(Sessions.PERSONA) || !session.secondStep()) return;
        var second = session.secondProofAt();
        if (second == null || second.isBefore(clock.instant().minus(FRESH)))
            throw new StepUpNeeded(StepUpNeeded.Proof.SECOND_STEP);
    }
}
