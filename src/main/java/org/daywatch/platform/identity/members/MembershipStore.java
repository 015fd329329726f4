package org.daywatch.platform.identity.members;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Memberships as stored. The tenant is bound. */
@Repository
@Transactional
class MembershipStore {

    private final DSLContext db;
    private final Clock clock;

    MembershipStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void end(UUID person, Role role) {
        int ended = db.update(MEMBERSHIP).set(MEMBERSHIP.UNTIL, clock.instant()).where(mine(person))
                .and(MEMBERSHIP.ROLE.eq(role.name()))
                .and(MEMBERSHIP.UNTIL.isNull()).execute();
        if (ended == 0) throw new NotFound("no such member");
    }

    /**
     * One change of the organization's members at a time, so that two administrators cannot remove each other at once.
     */
    void lock() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('members ' || ?::text, 0))", Tenancy.tenant());
    }

    private static org.jooq.Condition mine(UUID person) {
        return MEMBERSHIP.ORG_ID.eq(Tenancy.tenant()).and(MEMBERSHIP.PERSON_ID.eq(person));
    }

    /** A role once given up begins anew. */
    void put(UUID person, String email, String name, Role role, @Nullable UUID school) {
        db.insertInto(MEMBERSHIP).set(MEMBERSHIP.ORG_ID, Tenancy.tenant()).set(MEMBERSHIP.PERSON_ID, person)
                .set(MEMBERSHIP.ROLE, role.name())
                .set(MEMBERSHIP.FULL_NAME, name).set(MEMBERSHIP.EMAIL, email).set(MEMBERSHIP.SCHOOL_ID, school)
                .set(MEMBERSHIP.SINCE, clock.instant())
                .onConflict(MEMBERSHIP.ORG_ID, MEMBERSHIP.PERSON_ID, MEMBERSHIP.ROLE).doUpdate()
                .setNull(MEMBERSHIP.UNTIL).set(MEMBERSHIP.SINCE, clock.instant()).set(MEMBERSHIP.SCHOOL_ID, school)
                .execute();
    }

    /** Under the name and address of what they were before. */
    void putAs(UUID person, Role before, Role role, @Nullable UUID school) {
        var member = db.selectFrom(MEMBERSHIP).where(mine(person)).and(MEMBERSHIP.ROLE.eq(before.name())).fetchSingle();
        put(person, member.getEmail(), member.getFullName(), role, school);
    }

    void setEmail(UUID person, String email) {
        db.update(MEMBERSHIP).set(MEMBERSHIP.EMAIL, email).where(mine(person)).execute();
    }

    /** Whether somebody else has this role. */
    boolean others(UUID person, Role role) {
        return db.fetchExists(MEMBERSHIP, MEMBERSHIP.ORG_ID.eq(Tenancy.tenant()).and(MEMBERSHIP.ROLE.eq(role.name()))
                .and(MEMBERSHIP.UNTIL.isNull()).and(MEMBERSHIP.PERSON_ID.ne(person)));
    }
}
