package org.daywatch.directory.visitors.kiosk;

import static org.daywatch_db.directory.Tables.KIOSK_CODE;
import static org.daywatch_db.directory.Tables.VISITOR_KIOSK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch_db.directory.tables.records.VisitorKioskRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Kiosks as stored, without what opens them; and where pairing codes lead, which is read before anybody is bound. */
@Repository
@Transactional
class KioskStore {

    private final DSLContext db;

    KioskStore(DSLContext db) {
        this.db = db;
    }

    record Place(UUID district, UUID kiosk) {}

    @Transactional(readOnly = true)
    List<Kiosk> ofSchool(UUID school) {
        return db.selectFrom(VISITOR_KIOSK).where(VISITOR_KIOSK.SCHOOL_ID.eq(school))
                .and(VISITOR_KIOSK.REVOKED_AT.isNull()).orderBy(VISITOR_KIOSK.LABEL, VISITOR_KIOSK.ID)
                .fetch(KioskStore::kiosk);
    }

    /** One that counts, by what its device keeps. */
    @Transactional(readOnly = true)
    Optional<Kiosk> find(UUID id, byte[] secret) {
        return db.selectFrom(VISITOR_KIOSK).where(VISITOR_KIOSK.ID.eq(id)).and(VISITOR_KIOSK.SECRET_HASH.eq(secret))
                .and(VISITOR_KIOSK.REVOKED_AT.isNull()).fetchOptional(KioskStore::kiosk);
    }

    @Transactional(readOnly = true)
    Optional<byte[]> pin(UUID id) {
        return db.select(VISITOR_KIOSK.PIN_HASH).from(VISITOR_KIOSK).where(VISITOR_KIOSK.ID.eq(id))
                .and(VISITOR_KIOSK.REVOKED_AT.isNull()).fetchOptional(VISITOR_KIOSK.PIN_HASH);
    }

    void insert(Kiosk kiosk, byte[] pin, UUID by) {
        db.insertInto(VISITOR_KIOSK).set(VISITOR_KIOSK.DISTRICT_ID, kiosk.districtId())
                .set(VISITOR_KIOSK.ID, kiosk.id()).set(VISITOR_KIOSK.SCHOOL_ID, kiosk.schoolId())
                .set(VISITOR_KIOSK.LABEL, kiosk.label()).set(VISITOR_KIOSK.PIN_HASH, pin)
                .set(VISITOR_KIOSK.MADE_AT, kiosk.madeAt()).set(VISITOR_KIOSK.MADE_BY, by).execute();
    }

    /** @return false where it was paired before, or counts no more */
    boolean pair(UUID id, byte[] secret, Instant now) {
        return db.update(VISITOR_KIOSK).set(VISITOR_KIOSK.SECRET_HASH, secret).set(VISITOR_KIOSK.PAIRED_AT, now)
                .where(VISITOR_KIOSK.ID.eq(id)).and(VISITOR_KIOSK.PAIRED_AT.isNull())
                .and(VISITOR_KIOSK.REVOKED_AT.isNull()).execute() == 1;
    }

    /** @return false where it was revoked before, or is not of this school */
    boolean revoke(UUID school, UUID id, Instant now) {
        return db.update(VISITOR_KIOSK).set(VISITOR_KIOSK.REVOKED_AT, now).where(VISITOR_KIOSK.ID.eq(id))
                .and(VISITOR_KIOSK.SCHOOL_ID.eq(school)).and(VISITOR_KIOSK.REVOKED_AT.isNull()).execute() == 1;
    }

    void keepCode(byte[] code, Kiosk kiosk, Instant until, Instant now) {
        db.deleteFrom(KIOSK_CODE).where(KIOSK_CODE.UNTIL.lt(now)).execute();
        db.insertInto(KIOSK_CODE).set(KIOSK_CODE.CODE_HASH, code).set(KIOSK_CODE.DISTRICT_ID, kiosk.districtId())
                .set(KIOSK_CODE.KIOSK_ID, kiosk.id()).set(KIOSK_CODE.UNTIL, until).execute();
    }

    /** Counts once. */
    Optional<Place> takeCode(byte[] code, Instant now) {
        return db.deleteFrom(KIOSK_CODE).where(KIOSK_CODE.CODE_HASH.eq(code)).and(KIOSK_CODE.UNTIL.gt(now))
                .returning(KIOSK_CODE.DISTRICT_ID, KIOSK_CODE.KIOSK_ID)
                .fetchOptional(r -> new Place(r.getDistrictId(), r.getKioskId()));
    }

    private static Kiosk kiosk(VisitorKioskRecord r) {
        return new Kiosk(r.getDistrictId(), r.getId(), r.getSchoolId(), r.getLabel(), r.getMadeAt(), r.getPairedAt());
    }
}
