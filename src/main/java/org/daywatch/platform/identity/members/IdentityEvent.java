package org.daywatch.platform.identity.members;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.daywatch.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * What happened to people's places in an organization and to their ways in. Each is a line in that organization's audit
 * chain.
 */
public sealed interface IdentityEvent extends DomainEvent {

    UUID person();

    @Override
    default String subject() {
        return "person " + person();
    }

    record AgencyFounded(UUID tenant, UUID id, Instant at, UUID person, String name) implements IdentityEvent {}

    /** @param by mail, text message, printed slip, or in the account */
    record MemberInvited(UUID tenant, UUID id, Instant at, UUID person, String email, Role role, @Nullable UUID school,
            @Nullable String by)
            implements
                IdentityEvent {}

    record InvitationWithdrawn(UUID tenant, UUID id, Instant at, UUID person, String handle) implements IdentityEvent {}

    record MemberJoined(UUID tenant, UUID id, Instant at, UUID person, Role role,
            @Nullable UUID school) implements IdentityEvent {}

    record RoleChanged(UUID tenant, UUID id, Instant at, UUID person, Role before, Role role,
            @Nullable UUID school) implements IdentityEvent {}

    record MembershipEnded(UUID tenant, UUID id, Instant at, UUID person, Role role) implements IdentityEvent {}

    record AddressChanged(UUID tenant, UUID id, Instant at, UUID person, String email) implements IdentityEvent {}

    record RecoveryRequested(UUID tenant, UUID id, Instant at, UUID person, UUID recovery,
            String reason) implements IdentityEvent {}

    record RecoveryApproved(UUID tenant, UUID id, Instant at, UUID person, UUID recovery,
            Instant readyAt) implements IdentityEvent {}

    record RecoveryHandedOut(UUID tenant, UUID id, Instant at, UUID person, UUID recovery) implements IdentityEvent {}

    record RecoveryStopped(UUID tenant, UUID id, Instant at, UUID person, UUID recovery) implements IdentityEvent {}

    record AccessRestored(UUID tenant, UUID id, Instant at, UUID person) implements IdentityEvent {}
}
