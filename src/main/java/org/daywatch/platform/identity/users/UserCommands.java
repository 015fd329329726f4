package org.daywatch.platform.identity.users;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.invitations.SchoolChoices;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.invitations.Invitation.Guest;
import org.daywatch.platform.identity.invitations.Invitations.Asked;
import org.daywatch.platform.identity.invitations.Invitations;
import org.daywatch.platform.identity.invitations.InvitedBy;
import org.daywatch.platform.identity.invitations.WaysIn;
import org.daywatch.platform.identity.members.IdentityRefusal;
import org.daywatch.platform.identity.members.Memberships;
import org.daywatch.platform.identity.members.UserQueries;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an administrator does about the people of their organization. */
@Component
class UserCommands {

    private final Accounts accounts;
    private final Memberships memberships;
    private final Invitations invitations;
    private final WaysIn ways;
    private final Sessions sessions;
    private final Limits limits;
    private final ObjectProvider<SchoolChoices> schools;
    private final UserQueries queries;
    private final TransactionTemplate transaction;

    UserCommands(Accounts accounts, Memberships memberships, Invitations invitations, WaysIn ways, Sessions sessions,
            Limits limits,
            ObjectProvider<SchoolChoices> schools, UserQueries queries, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.invitations = invitations;
        this.ways = ways;
        this.sessions = sessions;
        this.limits = limits;
        this.schools = schools;
        this.queries = queries;
        this.transaction = new TransactionTemplate(transactions);
    }

    record Invitation(String email, String name, Role role, @Nullable UUID school, String language) {
        Invitation {
            email = email.strip().toLowerCase(Locale.ROOT);
            name = name.strip();
            if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") || email.length() > 200) {
                throw new InvalidInput("email", email, "users.error.email");
            }
            if (name.isEmpty() || name.length() > 120) throw new InvalidInput("name", name, "users.error.name");
        }
    }

    /**
     * Asks the person in. Only a slip is shown, and only where nobody but this organization knows the account. @param
     * form one click, one invitation
     */
    Asked invite(Actor actor, Organization org, Invitation invitation, InvitedBy by, UUID form) {
        limits.take(Limit.INVITATION_ORGANIZATION, org.id().toString());
        fits(actor, org, invitation.role(), invitation.school());
        UUID person = accounts.findOrCreate(invitation.email(), invitation.name(), invitation.language());
        boolean already = sessions.places(person).stream()
                .anyMatch(p -> p.org().equals(org.id()) && p.role() == invitation.role());
        if (already && ways.canSignIn(List.of(person)).contains(person))
            throw new Refused(IdentityRefusal.ALREADY_MEMBER);
        return invitations.ask(actor, org, new Guest(person, invitation.name(), invitation.email(),
                invitation.language(), "", invitation.role(), invitation.school()), by, form);
    }

    boolean mailPossible() {
        return invitations.mailPossible();
    }

    void changeRole(Actor actor, Organization org, UUID person, Role before, Role role, @Nullable UUID school) {
        fits(actor, org, role, school);
        bound(actor, org.id(), () -> memberships.change(person, before, role, school));
        sessions.closeAll(person); // also one that acts elsewhere by now: what it was handed here counts for hours
    }

    /** The place is gone with the commit; whatever else could still open a door goes at once after it. */
    void endMembership(Actor actor, UUID org, UUID person, Role role) {
        bound(actor, org, () -> memberships.leave(person, role));
        if (sessions.places(person).stream().noneMatch(p -> p.org().equals(org)))
            Tenancy.run(new Scope(org, actor.person()), () -> invitations.end(org, person));
        if (sessions.places(person).isEmpty()) accounts.leave(person);
        sessions.closeAll(person);
    }

    List<SchoolChoices.School> schools(Actor actor, Organization org) {
        var choices = schools.getIfAvailable();
        return choices == null || !org.kind().equals("DISTRICT")
                ? List.of()
                : queries.bound(actor, org.id(), () -> choices.of(org.id()));
    }

    private void fits(Actor actor, Organization org, Role role, @Nullable UUID school) {
        if (!role.organizationKind().equals(org.kind())) throw new Refused(IdentityRefusal.ROLE_NOT_HERE);
        if (!role.mayBeLetIn(actor.tenant(), org.id())) throw new Refused(IdentityRefusal.DISTRICT_INVITES);
        boolean known = school != null && schools(actor, org).stream().anyMatch(s -> s.id().equals(school));
        if (role.atOneSchool() ? !known : school != null) throw new Refused(IdentityRefusal.SCHOOL_NEEDED);
    }

    private void bound(Actor actor, UUID org, Runnable work) {
        Tenancy.run(new Scope(org, actor.person()), () -> transaction.executeWithoutResult(t -> work.run()));
    }
}
