package org.daywatch.platform.identity.invitations;

import static org.daywatch_db.platform.Tables.INVITATION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.invitations.Invitation.Guest;
import org.daywatch.platform.identity.invitations.Invitation.State;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.platform.tables.records.InvitationRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Invitations of the organization that is bound. */
@Repository
@Transactional
class InvitationStore {

    private static final List<String> OPEN = List.of("WAITING", "SENT", "OPENED");

    private final DSLContext db;
    private final Clock clock;

    InvitationStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Whoever opens or asks for this person's way in waits until nobody else does. In the inviter's own transaction:
     * the turn is over when what they wrote is there.
     */
    void takeTurn(UUID person) {
        db.execute(WaysIn.ONE_AT_A_TIME, person);
    }

    @Transactional(readOnly = true)
    public List<Invitation> list() {
        return db.selectFrom(INVITATION).where(INVITATION.ORG_ID.eq(Tenancy.tenant())).orderBy(INVITATION.FULL_NAME)
                .fetch(InvitationStore::invitation);
    }

    @Transactional(readOnly = true)
    public Optional<Invitation> find(UUID person, Role role) {
        return db.selectFrom(INVITATION).where(one(person, role)).fetchOptional(InvitationStore::invitation);
    }

    /** The one invitation of this person to this role begins anew. @param expires null until its code is made */
    public void put(Guest guest, InvitedBy by, State state, @Nullable UUID asker, String askerName,
            @Nullable Instant expires) {
        Instant now = clock.instant();
        var row = new InvitationRecord();
        row.setOrgId(Tenancy.tenant());
        row.setPersonId(guest.person());
        row.setRole(guest.role().name());
        row.setSchoolId(guest.school());
        row.setFullName(guest.name().strip());
        row.setEmail(guest.email());
        row.setLanguage(guest.language());
        row.setPhone(by == InvitedBy.TEXT ? guest.phone() : "");
        row.setInvitedBy(by.name());
        row.setState(state.name());
        row.setAskedBy(asker);
        row.setAskedByName(askerName);
        row.setAskedAt(now);
        row.setDueAt(now);
        row.setAttempts(0);
        row.setSentAt(state == State.SENT ? now : null);
        row.setOpenedAt(null);
        row.setEndedAt(null);
        row.setExpiresAt(expires);
        row.setFailure(null);
        db.insertInto(INVITATION).set(row).onConflict(INVITATION.ORG_ID, INVITATION.PERSON_ID, INVITATION.ROLE)
                .doUpdate().set(row).execute();
    }

    /** Claims the next that is due, until a while from now: whoever dies meanwhile leaves it to somebody else. */
    Optional<Invitation> claim(Duration until) {
        Instant now = clock.instant();
        var due = db.selectFrom(INVITATION).where(INVITATION.ORG_ID.eq(Tenancy.tenant()))
                .and(INVITATION.STATE.eq("WAITING")).and(INVITATION.DUE_AT.le(now))
                .orderBy(INVITATION.DUE_AT, INVITATION.PERSON_ID).limit(1).forUpdate().skipLocked().fetchOptional();
        due.ifPresent(row -> db.update(INVITATION).set(INVITATION.DUE_AT, now.plus(until))
                .set(INVITATION.ATTEMPTS, INVITATION.ATTEMPTS.plus(1))
                .where(one(row.getPersonId(), Role.valueOf(row.getRole()))).execute());
        return due.map(InvitationStore::invitation);
    }

    /** What became of an attempt; nothing where it was asked for anew or withdrawn meanwhile. */
    void tried(Invitation one, State state, @Nullable Instant expires, @Nullable String failure, Instant due) {
        db.update(INVITATION).set(INVITATION.STATE, state.name())
                .set(INVITATION.SENT_AT, state == State.SENT ? clock.instant() : null)
                .set(INVITATION.EXPIRES_AT, expires).set(INVITATION.FAILURE, failure).set(INVITATION.DUE_AT, due)
                .where(one(one.person(), one.role())).and(INVITATION.STATE.eq("WAITING"))
                .and(INVITATION.ASKED_AT.eq(one.askedAt())).execute();
    }

    void opened(UUID person, Role role) {
        db.update(INVITATION).set(INVITATION.STATE, "OPENED").set(INVITATION.OPENED_AT, clock.instant())
                .where(one(person, role)).and(INVITATION.STATE.eq("SENT")).execute();
    }

    void accepted(UUID person, Role role) {
        db.update(INVITATION).set(INVITATION.STATE, "ACCEPTED").set(INVITATION.ENDED_AT, clock.instant())
                .where(one(person, role)).execute();
    }

    /** @return whether there was one to withdraw */
    boolean withdrawn(UUID person, Collection<Role> roles) {
        return db.update(INVITATION).set(INVITATION.STATE, "WITHDRAWN").set(INVITATION.ENDED_AT, clock.instant())
                .where(INVITATION.ORG_ID.eq(Tenancy.tenant()))
                .and(INVITATION.PERSON_ID.eq(person)).and(INVITATION.ROLE.in(roles.stream().map(Role::name).toList()))
                .and(INVITATION.STATE.in(OPEN).or(INVITATION.STATE.eq("FAILED"))).execute() > 0;
    }

    private static Condition one(UUID person, Role role) {
        return INVITATION.ORG_ID.eq(Tenancy.tenant()).and(INVITATION.PERSON_ID.eq(person))
                .and(INVITATION.ROLE.eq(role.name()));
    }

    static Invitation invitation(InvitationRecord r) {
        return new Invitation(r.getOrgId(), r.getPersonId(), Role.valueOf(r.getRole()), r.getSchoolId(),
                r.getFullName(), r.getEmail(), r.getLanguage(), r.getPhone(),
                InvitedBy.valueOf(r.getInvitedBy()), State.valueOf(r.getState()), r.getAskedByName(), r.getAskedAt(),
                r.getAttempts(), r.getSentAt(), r.getOpenedAt(),
                r.getExpiresAt(), r.getFailure());
    }
}
