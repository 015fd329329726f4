package org.daywatch.platform.identity.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.identity.members.IdentityEvent;
import org.daywatch.platform.identity.members.IdentityRefusal;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Letting a person in again who lost their passkey. One administrator asks, another approves, and then a day must pass
 * in which the owner, who was told both times, can stop it. Only then is there a link.
 */
public record Recovery(UUID org, UUID id, UUID person, String reason, UUID requestedBy, Instant requestedAt,
        State state) {

    /** Long enough to read a mail on the next working day's morning, short enough for an officer to work tomorrow. */
    public static final Duration DELAY = Duration.ofHours(24);

    public sealed interface State {
        record Requested() implements State {}

        record Approved(UUID by, Instant at, Instant readyAt) implements State {}

        record HandedOut(UUID by, Instant at, Instant readyAt, Instant handedOutAt) implements State {}

        record Stopped(@Nullable UUID by, Instant at) implements State {}
    }

    public sealed interface Command {
        record Approve(UUID by) implements Command {}

        record HandOut(UUID by) implements Command {}

        /** @param by null: the owner themselves, by the link they were sent */
        record Stop(@Nullable UUID by) implements Command {}
    }

    public static Decision<Recovery> request(UUID org, UUID person, String reason, UUID by, Instant now) {
        if (person.equals(by)) return Decision.refuse(IdentityRefusal.OWN_RECOVERY);
        var recovery = new Recovery(org, Ids.next(), person, reason, by, now, new State.Requested());
        return Decision.accept(recovery,
                new IdentityEvent.RecoveryRequested(org, Ids.next(), now, person, recovery.id(), reason));
    }

    public Decision<Recovery> decide(Command command, Instant now) {
        if (state instanceof State.HandedOut || state instanceof State.Stopped)
            return Decision.refuse(IdentityRefusal.RECOVERY_OVER);
        return switch (command) {
            case Command.Approve(var by) -> approve(by, now);
            case Command.HandOut(var by) -> handOut(by, now);
            case Command.Stop(var by) -> Decision.accept(in(new State.Stopped(by, now)),
                    new IdentityEvent.RecoveryStopped(org, Ids.next(), now, person, id));
        };
    }

    private Decision<Recovery> approve(UUID by, Instant now) {
        if (by.equals(person)) return Decision.refuse(IdentityRefusal.OWN_RECOVERY);
        if (by.equals(requestedBy)) return Decision.refuse(IdentityRefusal.SECOND_ADMINISTRATOR_NEEDED);
        if (state instanceof State.Approved) return Decision.accept(this);
        var readyAt = now.plus(DELAY);
        return Decision.accept(in(new State.Approved(by, now, readyAt)),
                new IdentityEvent.RecoveryApproved(org, Ids.next(), now, person, id, readyAt));
    }

    private Decision<Recovery> handOut(UUID by, Instant now) {
        if (by.equals(person)) return Decision.refuse(IdentityRefusal.OWN_RECOVERY);
        if (!(state instanceof State.Approved approved)) return Decision.refuse(IdentityRefusal.RECOVERY_NOT_APPROVED);
        if (now.isBefore(approved.readyAt()))
            return Decision.refuse(IdentityRefusal.RECOVERY_TOO_EARLY, Map.of("ready", approved.readyAt()));
        return Decision.accept(in(new State.HandedOut(approved.by(), approved.at(), approved.readyAt(), now)),
                new IdentityEvent.RecoveryHandedOut(org, Ids.next(), now, person, id));
    }

    private Recovery in(State next) {
        return new Recovery(org, id, person, reason, requestedBy, requestedAt, next);
    }
}
