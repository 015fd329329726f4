package org.daywatch.platform.identity.members;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's places: taken, changed, ended. Works in the organization that is bound, unless it says otherwise. */
@Component
public class Memberships {

    private final DSLContext db;
    private final Facts facts;
    private final Clock clock;
    private final Sessions sessions;
    private final TransactionTemplate transaction;

    Memberships(DSLContext db, Facts facts, Clock clock, Sessions sessions, PlatformTransactionManager transactions) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
        this.sessions = sessions;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Transactional
    public void join(UUID person, String email, String name, Role role, @Nullable UUID school) {
        UUID org = Tenancy.tenant();
        db.insertInto(MEMBERSHIP).set(MEMBERSHIP.ORG_ID, org).set(MEMBERSHIP.PERSON_ID, person)
                .set(MEMBERSHIP.ROLE, role.name())
                .set(MEMBERSHIP.FULL_NAME, name.strip()).set(MEMBERSHIP.EMAIL, email).set(MEMBERSHIP.SCHOOL_ID, school)
                .set(MEMBERSHIP.SINCE, clock.instant())
                .onConflict(MEMBERSHIP.ORG_ID, MEMBERSHIP.PERSON_ID, MEMBERSHIP.ROLE).doUpdate()
                .setNull(MEMBERSHIP.UNTIL).set(MEMBERSHIP.SINCE, clock.instant()).set(MEMBERSHIP.SCHOOL_ID, school)
                .execute();
        facts.tell(new IdentityEvent.MemberJoined(org, Ids.next(), clock.instant(), person, role, school));
    }

    @Transactional
    public void change(UUID person, Role before, Role role, @Nullable UUID school) {
        lock();
        keepAnAdministrator(person, before, role);
        end(person, before);
        var member = db.selectFrom(MEMBERSHIP).where(mine(person)).and(MEMBERSHIP.ROLE.eq(before.name())).fetchSingle();
        db.insertInto(MEMBERSHIP).set(MEMBERSHIP.ORG_ID, member.getOrgId()).set(MEMBERSHIP.PERSON_ID, person)
                .set(MEMBERSHIP.ROLE, role.name())
                .set(MEMBERSHIP.FULL_NAME, member.getFullName()).set(MEMBERSHIP.EMAIL, member.getEmail())
                .set(MEMBERSHIP.SCHOOL_ID, school)
                .set(MEMBERSHIP.SINCE, clock.instant())
                .onConflict(MEMBERSHIP.ORG_ID, MEMBERSHIP.PERSON_ID, MEMBERSHIP.ROLE).doUpdate()
                .set(MEMBERSHIP.SINCE, clock.instant()).setNull(MEMBERSHIP.UNTIL).set(MEMBERSHIP.SCHOOL_ID, school)
                .execute(); // a role once given up begins anew
        facts.tell(new IdentityEvent.RoleChanged(Tenancy.tenant(), Ids.next(), clock.instant(), person, before, role,
                school));
    }

    @Transactional
    public void leave(UUID person, Role role) {
        lock();
        keepAnAdministrator(person, role, null);
        end(person, role);
        facts.tell(new IdentityEvent.MembershipEnded(Tenancy.tenant(), Ids.next(), clock.instant(), person, role));
    }

    /** In every organization of the person: the address is theirs, the copies are theirs. */
    public void changeEmail(UUID person, String email) {
        for (var org : sessions.places(person).stream().map(Sessions.Place::org).distinct().toList()) {
            Tenancy.run(new Scope(org, person), () -> transaction.executeWithoutResult(t -> {
                db.update(MEMBERSHIP).set(MEMBERSHIP.EMAIL, email).where(mine(person)).execute();
                facts.tell(new IdentityEvent.AddressChanged(org, Ids.next(), clock.instant(), person, email));
            }));
        }
    }

    private void end(UUID person, Role role) {
        int ended = db.update(MEMBERSHIP).set(MEMBERSHIP.UNTIL, clock.instant()).where(mine(person))
                .and(MEMBERSHIP.ROLE.eq(role.name()))
                .and(MEMBERSHIP.UNTIL.isNull()).execute();
        if (ended == 0) throw new NotFound("no such member");
    }

    /**
     * One change of the organization's members at a time, so that two administrators cannot remove each other at once.
     */
    private void lock() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('members ' || ?::text, 0))", Tenancy.tenant());
    }

    private void keepAnAdministrator(UUID person, Role before, @Nullable Role after) {
        if (before != Role.AGENCY_ADMIN || after == Role.AGENCY_ADMIN) return;
        boolean others = db.fetchExists(MEMBERSHIP,
                MEMBERSHIP.ORG_ID.eq(Tenancy.tenant()).and(MEMBERSHIP.ROLE.eq(before.name()))
                        .and(MEMBERSHIP.UNTIL.isNull()).and(MEMBERSHIP.PERSON_ID.ne(person)));
        if (!others) throw new Refused(IdentityRefusal.LAST_ADMINISTRATOR);
    }

    private static org.jooq.Condition mine(UUID person) {
        return MEMBERSHIP.ORG_ID.eq(Tenancy.tenant()).and(MEMBERSHIP.PERSON_ID.eq(person));
    }
}
