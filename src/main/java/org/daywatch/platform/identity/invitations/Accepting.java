package org.daywatch.platform.identity.invitations;

import static org.daywatch_db.platform.Tables.INVITATION;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;
import static org.daywatch_db.platform.Tables.ORGANIZATION;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.identity.members.IdentityRefusal;
import org.daywatch.platform.identity.members.Memberships;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The other side of an invitation: the person says yes, by the code or signed in. */
@Component
public class Accepting {

    private final WaysIn ways;
    private final InvitationStore store;
    private final Invitations invitations;
    private final Memberships memberships;
    private final Accounts accounts;
    private final DSLContext db;
    private final DSLContext signin;
    private final Clock clock;
    private final ObjectProvider<Contacts> contacts;
    private final TransactionTemplate transaction;

    Accepting(WaysIn ways, InvitationStore store, Invitations invitations, Memberships memberships, Accounts accounts,
            DSLContext db, @Qualifier("signin") DSLContext signin,
            Clock clock, ObjectProvider<Contacts> contacts, PlatformTransactionManager transactions) {
        this.ways = ways;
        this.store = store;
        this.invitations = invitations;
        this.memberships = memberships;
        this.accounts = accounts;
        this.db = db;
        this.signin = signin;
        this.clock = clock;
        this.contacts = contacts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param password its hash, for the account's first; null where the person is signed in */
    Subject byCode(String code, @Nullable String password) {
        var seen = ways.look(code).about();
        Tenancy.run(Scope.system(seen.org()),
                () -> transaction.executeWithoutResult(t -> open(seen.person(), seen.role())));
        var about = ways.open(code, password);
        join(about.org(), about.person(), about.role());
        return about;
    }

    /** Signed in as the person: no code is needed, and the code that was sent opens nothing afterward. */
    void signedIn(UUID org, UUID person, Role role) {
        join(org, person, role);
        ways.withdraw(org, person, List.of(role.name()));
    }

    private void join(UUID org, UUID person, Role role) {
        var account = accounts.find(person).orElseThrow();
        Tenancy.run(new Scope(org, person), () -> transaction.executeWithoutResult(t -> {
            var invitation = open(person, role);
            boolean member = db.fetchExists(MEMBERSHIP,
                    MEMBERSHIP.ORG_ID.eq(org).and(MEMBERSHIP.PERSON_ID.eq(person)).and(MEMBERSHIP.ROLE.eq(role.name()))
                            .and(MEMBERSHIP.UNTIL.isNull()));
            if (!member) memberships.join(person, account.email(), account.name(), role, invitation.school());
            store.accepted(person, role);
        }));
    }

    /** Whoever left meanwhile is not let in by what was sent before. */
    private Invitation open(UUID person, Role role) {
        var known = contacts.getIfAvailable();
        if (role == Role.OFFICER && known != null && !known.gone(List.of(person)).isEmpty())
            throw new Refused(IdentityRefusal.INVITATION_OVER);
        return invitations.open(person, role);
    }

    void opened(Subject about) {
        Tenancy.run(Scope.system(about.org()), () -> store.opened(about.person(), about.role()));
    }

    /** What a person who is signed in may say yes to. */
    public record Waiting(UUID org, String organization, Role role, String askedBy) {}

    @Transactional("signinTransactions")
    public List<Waiting> of(UUID person) {
        signin.execute("select set_config('app.person', ?, true)", person.toString());
        return signin.select(INVITATION.ORG_ID, ORGANIZATION.NAME, INVITATION.ROLE, INVITATION.ASKED_BY_NAME)
                .from(INVITATION).join(ORGANIZATION).on(ORGANIZATION.ID.eq(INVITATION.ORG_ID))
                .where(INVITATION.PERSON_ID.eq(person)).and(INVITATION.STATE.in("WAITING", "SENT", "OPENED"))
                .and(INVITATION.EXPIRES_AT.isNull().or(INVITATION.EXPIRES_AT.gt(clock.instant())))
                .orderBy(ORGANIZATION.NAME, INVITATION.ROLE)
                .fetch(r -> new Waiting(r.get(INVITATION.ORG_ID), r.get(ORGANIZATION.NAME),
                        Role.valueOf(r.get(INVITATION.ROLE)), r.get(INVITATION.ASKED_BY_NAME)));
    }
}
