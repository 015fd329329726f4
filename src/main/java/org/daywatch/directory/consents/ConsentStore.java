package org.daywatch.directory.consents;

import static org.daywatch_db.directory.Tables.CONSENT;
import static org.daywatch_db.directory.Tables.CONSENT_STANDING;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.consents.Consent.How;
import org.daywatch.directory.consents.Consent.Matter;
import org.daywatch.directory.consents.Consent.State;
import org.daywatch_db.directory.tables.records.ConsentRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Consents as rows. The district is bound. */
@Repository
@Transactional
class ConsentStore {

    private final DSLContext db;

    ConsentStore(DSLContext db) {
        this.db = db;
    }

    void insert(Consent c, byte[] link, UUID by) {
        db.insertInto(CONSENT).set(CONSENT.DISTRICT_ID, c.district()).set(CONSENT.ID, c.id())
                .set(CONSENT.SCHOOL_ID, c.school()).set(CONSENT.STUDENT_ID, c.student())
                .set(CONSENT.MATTER, c.matter().name()).set(CONSENT.ABOUT_ID, c.about())
                .set(CONSENT.GUARDIAN_ID, c.guardian()).set(CONSENT.LANGUAGE, c.language())
                .set(CONSENT.LINK_HASH, link).set(CONSENT.ASKED_AT, c.askedAt()).set(CONSENT.ASKED_BY, by)
                .set(CONSENT.LAST_DAY, c.until()).execute();
    }

    /** The link of whoever was asked and has not answered is made anew; the one before opens nothing any more. */
    void relink(UUID id, byte[] link, String language) {
        db.update(CONSENT).set(CONSENT.LINK_HASH, link).set(CONSENT.LANGUAGE, language).where(CONSENT.ID.eq(id))
                .execute();
    }

    void save(Consent c, @Nullable UUID by) {
        switch (c.state()) {
            case State.Asked _ -> {}
            case State.Given(var at, var how) -> answer(c, at, how, by);
            case State.Declined(var at, var how) -> answer(c, at, how, by);
            case State.Withdrawn(var _, var at, var how) -> db.update(CONSENT).set(CONSENT.WITHDRAWN_AT, at)
                    .set(CONSENT.WITHDRAWN_HOW, how.name()).set(CONSENT.WITHDRAWN_BY, by).where(CONSENT.ID.eq(c.id()))
                    .execute();
        }
    }

    private void answer(Consent c, Instant at, How how, @Nullable UUID by) {
        db.update(CONSENT).set(CONSENT.ANSWER, c.state().code()).set(CONSENT.ANSWERED_AT, at)
                .set(CONSENT.ANSWERED_HOW, how.name()).set(CONSENT.ANSWERED_BY, by).where(CONSENT.ID.eq(c.id()))
                .execute();
    }

    /** @return whether it is the first time */
    boolean stopped(UUID id, Instant now) {
        return db.update(CONSENT).set(CONSENT.STOPPED_AT, now).where(CONSENT.ID.eq(id))
                .and(CONSENT.STOPPED_AT.isNull()).execute() == 1;
    }

    @Transactional(readOnly = true)
    List<Consent> about(UUID about) {
        return list(CONSENT.ABOUT_ID.eq(about));
    }

    /** Of one matter one answer is written after the other. */
    List<Consent> lock(UUID about) {
        return db.selectFrom(CONSENT).where(CONSENT.ABOUT_ID.eq(about)).orderBy(CONSENT.ASKED_AT, CONSENT.ID)
                .forUpdate().fetch(ConsentStore::consent);
    }

    @Transactional(readOnly = true)
    Optional<Consent> byLink(byte[] link) {
        return list(CONSENT.LINK_HASH.eq(link)).stream().findFirst();
    }

    @Transactional(readOnly = true)
    List<UUID> mattersOf(UUID student) {
        return db.selectDistinct(CONSENT.ABOUT_ID).from(CONSENT).where(CONSENT.STUDENT_ID.eq(student))
                .fetch(CONSENT.ABOUT_ID);
    }

    @Transactional(readOnly = true)
    UUID askedBy(UUID id) {
        return Objects.requireNonNull(
                db.select(CONSENT.ASKED_BY).from(CONSENT).where(CONSENT.ID.eq(id)).fetchOne(CONSENT.ASKED_BY));
    }

    /** What all answers come to, now. */
    void stand(Consent of, ConsentAnswer answer, Instant now) {
        if (answer instanceof ConsentAnswer.Stands(var since, var until))
            db.insertInto(CONSENT_STANDING).set(CONSENT_STANDING.DISTRICT_ID, of.district())
                    .set(CONSENT_STANDING.ABOUT_ID, of.about()).set(CONSENT_STANDING.STUDENT_ID, of.student())
                    .set(CONSENT_STANDING.SINCE, since).set(CONSENT_STANDING.LAST_DAY, until)
                    .onConflict(CONSENT_STANDING.DISTRICT_ID, CONSENT_STANDING.ABOUT_ID).doUpdate()
                    .set(CONSENT_STANDING.SINCE, since).set(CONSENT_STANDING.LAST_DAY, until)
                    .setNull(CONSENT_STANDING.ENDED_AT).execute();
        else
            db.update(CONSENT_STANDING).set(CONSENT_STANDING.ENDED_AT, now)
                    .where(CONSENT_STANDING.ABOUT_ID.eq(of.about())).and(CONSENT_STANDING.ENDED_AT.isNull()).execute();
    }

    private List<Consent> list(Condition which) {
        return db.selectFrom(CONSENT).where(which).orderBy(CONSENT.ASKED_AT, CONSENT.ID).fetch(ConsentStore::consent);
    }

    private static Consent consent(ConsentRecord r) {
        return new Consent(r.getId(), r.getDistrictId(), r.getSchoolId(), r.getStudentId(),
                Matter.valueOf(r.getMatter()), r.getAboutId(), r.getGuardianId(), r.getLanguage(), r.getAskedAt(),
                r.getLastDay(), state(r));
    }

    private static State state(ConsentRecord r) {
        if (r.getAnswer() == null) return new State.Asked();
        var how = How.valueOf(r.getAnsweredHow());
        if (r.getAnswer().equals("DECLINED")) return new State.Declined(r.getAnsweredAt(), how);
        return r.getWithdrawnAt() == null
                ? new State.Given(r.getAnsweredAt(), how)
                : new State.Withdrawn(r.getAnsweredAt(), r.getWithdrawnAt(), How.valueOf(r.getWithdrawnHow()));
    }
}
