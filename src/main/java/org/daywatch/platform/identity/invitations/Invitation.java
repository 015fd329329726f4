package org.daywatch.platform.identity.invitations;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/** One person invited to one role of an organization: there is one at a time, and asking again renews it. */
public record Invitation(UUID org, UUID person, Role role, @Nullable UUID school, String name, String email,
        String language, String phone, InvitedBy by,
        State state, String askedByName, Instant askedAt, int attempts, @Nullable Instant sentAt,
        @Nullable Instant openedAt, @Nullable Instant expiresAt,
        @Nullable String failure) {

    public enum State { WAITING, SENT, OPENED, ACCEPTED, FAILED, WITHDRAWN }

    /** Whom to invite. @param phone empty where none is known */
    public record Guest(UUID person, String name, String email, String language, String phone, Role role,
            @Nullable UUID school) {}

    /** It may still be accepted. */
    public boolean open(Instant now) {
        return (state == State.WAITING || state == State.SENT || state == State.OPENED)
                && (expiresAt == null || expiresAt.isAfter(now));
    }

    public boolean expired(Instant now) {
        return (state == State.SENT || state == State.OPENED) && expiresAt != null && !expiresAt.isAfter(now);
    }
}
