package org.daywatch.staffing.consents;

import static org.daywatch_db.staffing.Tables.STANDING_CONSENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.consents.StandingConsents.Consent;
import org.daywatch_db.staffing.tables.records.StandingConsentRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Standing consents as stored. */
@Repository
@Transactional
public class StandingConsentStore {

    private final DSLContext db;

    StandingConsentStore(DSLContext db) {
        this.db = db;
    }

    Optional<UUID> end(UUID officer, UUID school, Instant now) {
        return db.update(STANDING_CONSENT).set(STANDING_CONSENT.REVOKED_AT, now)
                .where(STANDING_CONSENT.OFFICER_ID.eq(officer))
                .and(STANDING_CONSENT.SCHOOL_ID.eq(school)).and(STANDING_CONSENT.REVOKED_AT.isNull())
                .returning(STANDING_CONSENT.ID).fetchOptional(STANDING_CONSENT.ID);
    }

    @Transactional(readOnly = true)
    public List<Consent> of(UUID officer) {
        return db.selectFrom(STANDING_CONSENT).where(STANDING_CONSENT.OFFICER_ID.eq(officer))
                .and(STANDING_CONSENT.REVOKED_AT.isNull())
                .orderBy(STANDING_CONSENT.FROM_DAY, STANDING_CONSENT.ID).fetch(StandingConsentStore::consent);
    }

    /** All that hold on some day of these. */
    @Transactional(readOnly = true)
    public List<Consent> between(LocalDate from, LocalDate to) {
        return db.selectFrom(STANDING_CONSENT).where(STANDING_CONSENT.REVOKED_AT.isNull())
                .and(STANDING_CONSENT.FROM_DAY.le(to)).and(STANDING_CONSENT.TO_DAY.ge(from))
                .orderBy(STANDING_CONSENT.FROM_DAY, STANDING_CONSENT.ID).fetch(StandingConsentStore::consent);
    }

    /** The word that holds at that school on that day, if they gave one. */
    @Transactional(readOnly = true)
    public Optional<Consent> holding(UUID officer, UUID school, LocalDate day) {
        return of(officer).stream().filter(c -> c.holds(school, day)).findFirst();
    }

    private static Consent consent(StandingConsentRecord r) {
        return new Consent(r.getId(), r.getOfficerId(), r.getSchoolId(), r.getFromDay(), r.getToDay(), r.getGivenAt());
    }

    void insert(Consent c) {
        db.insertInto(STANDING_CONSENT).set(STANDING_CONSENT.AGENCY_ID, Tenancy.tenant())
                .set(STANDING_CONSENT.ID, c.id()).set(STANDING_CONSENT.OFFICER_ID, c.officer())
                .set(STANDING_CONSENT.SCHOOL_ID, c.school()).set(STANDING_CONSENT.GIVEN_AT, c.givenAt())
                .set(STANDING_CONSENT.FROM_DAY, c.from()).set(STANDING_CONSENT.TO_DAY, c.to()).execute();
    }
}
