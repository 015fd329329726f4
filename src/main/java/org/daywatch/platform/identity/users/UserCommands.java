package org.daywatch.platform.identity.users;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.SchoolChoices;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.codes.AccountMail;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an administrator does about the people of his organisation. */
@Component
class UserCommands {

    private final Accounts accounts;
    private final Memberships memberships;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final AccountMail mail;
    private final PublicAddress address;
    private final Limits limits;
    private final Facts facts;
    private final Clock clock;
    private final ObjectProvider<SchoolChoices> schools;
    private final UserQueries queries;
    private final TransactionTemplate transaction;

    UserCommands(Accounts accounts, Memberships memberships, OneTimeCodes codes, Sessions sessions, AccountMail mail, PublicAddress address,
            Limits limits, Facts facts, Clock clock, ObjectProvider<SchoolChoices> schools, UserQueries queries, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.codes = codes;
        this.sessions = sessions;
        this.mail = mail;
        this.address = address;
        this.limits = limits;
        this.facts = facts;
        this.clock = clock;
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

    /** @return the link that opens the account, to be shown once and sent by mail where mail is possible */
    String invite(Actor actor, Organization org, Invitation invitation) {
        limits.take(Limit.INVITATION_ORGANIZATION, org.id().toString());
        fits(actor, org, invitation.role(), invitation.school());
        UUID person = accounts.findOrCreate(invitation.email(), invitation.name(), invitation.language());
        boolean already = sessions.places(person).stream().anyMatch(p -> p.org().equals(org.id()) && p.role() == invitation.role());
        if (already) throw new Refused(IdentityRefusal.ALREADY_MEMBER);
        codes.withdrawInvitations(org.id(), invitation.email());
        String code = codes.issue(new Subject(Purpose.INVITATION, person, invitation.email(), invitation.name(), org.id(), invitation.role(), invitation.school()));
        String link = address.link("/invitation?code=" + code);
        bound(actor, org.id(), () -> {
            facts.tell(new IdentityEvent.MemberInvited(org.id(), Ids.next(), clock.instant(), person, invitation.email(), invitation.role(), invitation.school()));
            mail.send(invitation.email(), invitation.language(), "invitation", invitation.name(), org.name(), actor.name(), link);
        });
        return link;
    }

    void withdraw(Actor actor, UUID org, String handle) {
        if (!codes.withdrawInvitation(org, handle)) throw new NotFound("invitation");
        bound(actor, org, () -> facts.tell(new IdentityEvent.InvitationWithdrawn(org, Ids.next(), clock.instant(), actor.person(), handle.substring(0, 12))));
    }

    void changeRole(Actor actor, Organization org, UUID person, Role before, Role role, @Nullable UUID school) {
        fits(actor, org, role, school);
        bound(actor, org.id(), () -> memberships.change(person, before, role, school));
        sessions.closeIn(person, org.id(), before);
    }

    /** The place is gone with the commit; whatever else could still open a door goes at once after it. */
    void endMembership(Actor actor, UUID org, UUID person, Role role) {
        bound(actor, org, () -> memberships.leave(person, role));
        codes.withdrawInvitations(org, String.valueOf(accounts.emailOf(person)));
        if (sessions.places(person).isEmpty()) accounts.leave(person);
        sessions.closeAll(person);
    }

    List<SchoolChoices.School> schools(Actor actor, Organization org) {
        var choices = schools.getIfAvailable();
        return choices == null || !org.kind().equals("DISTRICT") ? List.of() : queries.bound(actor, org.id(), () -> choices.of(org.id()));
    }

    private void fits(Actor actor, Organization org, Role role, @Nullable UUID school) {
        if (!role.organizationKind().equals(org.kind())) throw new Refused(IdentityRefusal.ROLE_NOT_HERE);
        boolean known = school != null && schools(actor, org).stream().anyMatch(s -> s.id().equals(school));
        if (role.atOneSchool() ? !known : school != null) throw new Refused(IdentityRefusal.SCHOOL_NEEDED);
    }

    private void bound(Actor actor, UUID org, Runnable work) {
        Tenancy.run(new Scope(org, actor.person()), () -> transaction.executeWithoutResult(t -> work.run()));
    }
}
