package org.daywatch.staffing.sitepacks;

import static org.daywatch_db.staffing.Tables.SITE_PACK;
import static org.daywatch_db.staffing.Tables.SITE_PACK_READING;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.staffing.sitepacks.SitePacks.Reading;
import org.daywatch_db.staffing.tables.records.SitePackRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Site packs and who has read which version, as stored. */
@Repository
@Transactional
public class SitePackStore {

    private final DSLContext db;

    SitePackStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<SitePack> current(UUID schoolId) {
        return db.selectFrom(SITE_PACK).where(SITE_PACK.SCHOOL_ID.eq(schoolId)).orderBy(SITE_PACK.VERSION.desc())
                .limit(1).fetchOptional(SitePackStore::pack);
    }

    @Transactional(readOnly = true)
    public List<SitePack> versions(UUID schoolId) {
        return db.selectFrom(SITE_PACK).where(SITE_PACK.SCHOOL_ID.eq(schoolId)).orderBy(SITE_PACK.VERSION.desc())
                .limit(50).fetch(SitePackStore::pack);
    }

    /** They acknowledged the version that counts now, or the school has written none yet. */
    @Transactional(readOnly = true)
    public boolean isRead(UUID schoolId, UUID officerId) {
        return current(schoolId).map(pack -> db.fetchExists(SITE_PACK_READING, SITE_PACK_READING.SCHOOL_ID.eq(schoolId)
                .and(SITE_PACK_READING.VERSION.eq(pack.version())).and(SITE_PACK_READING.OFFICER_ID.eq(officerId))))
                .orElse(true);
    }

    @Transactional(readOnly = true)
    public List<Reading> readings(UUID schoolId) {
        return db.selectFrom(SITE_PACK_READING).where(SITE_PACK_READING.SCHOOL_ID.eq(schoolId))
                .orderBy(SITE_PACK_READING.READ_AT.desc()).limit(200)
                .fetch(r -> new Reading(r.getOfficerId(), r.getVersion(), r.getReadAt()));
    }

    private static SitePack pack(SitePackRecord r) {
        return new SitePack(r.getSchoolId(), r.getVersion(),
                new SitePack.Content(r.getContacts(), r.getKeys(), r.getRadio(), r.getBrokenDoors(), r.getPostOrders()),
                r.getUpdatedAt());
    }

    /** @return false where somebody else has written this version */
    boolean insert(UUID agencyId, Campus campus, int version, SitePack.Content content, @Nullable UUID writer,
            Instant now) {
        return db.insertInto(SITE_PACK).set(SITE_PACK.AGENCY_ID, agencyId).set(SITE_PACK.SCHOOL_ID, campus.id())
                .set(SITE_PACK.DISTRICT_ID, campus.districtId())
                .set(SITE_PACK.VERSION, version).set(SITE_PACK.CONTACTS, content.contacts())
                .set(SITE_PACK.KEYS, content.keys())
                .set(SITE_PACK.RADIO, content.radio()).set(SITE_PACK.BROKEN_DOORS, content.brokenDoors())
                .set(SITE_PACK.POST_ORDERS, content.postOrders())
                .set(SITE_PACK.UPDATED_BY, writer).set(SITE_PACK.UPDATED_AT, now).onConflictDoNothing().execute() > 0;
    }

    /** @return false where they had read it before */
    boolean read(UUID agencyId, UUID schoolId, int version, UUID officerId, Instant now) {
        return db.insertInto(SITE_PACK_READING).set(SITE_PACK_READING.AGENCY_ID, agencyId)
                .set(SITE_PACK_READING.SCHOOL_ID, schoolId)
                .set(SITE_PACK_READING.VERSION, version).set(SITE_PACK_READING.OFFICER_ID, officerId)
                .set(SITE_PACK_READING.READ_AT, now)
                .onConflictDoNothing().execute() == 1;
    }
}
