package org.daywatch.emergencies.reunification.approvers;

import static org.daywatch_db.emergencies.Tables.RELEASE_APPROVER;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Release approvers as stored. The district is bound. */
@Repository
@Transactional
class ReleaseApproverStore {

    private final DSLContext db;

    ReleaseApproverStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    List<ReleaseApprover> ofSchool(UUID school) {
        return db.selectFrom(RELEASE_APPROVER)
                .where(RELEASE_APPROVER.SCHOOL_ID.eq(school)).and(RELEASE_APPROVER.ENDED_AT.isNull())
                .orderBy(RELEASE_APPROVER.NAME, RELEASE_APPROVER.ID)
                .fetch(r -> new ReleaseApprover(r.getId(), r.getPersonId(), r.getName(), r.getNamedAt(),
                        r.getNamedByName()));
    }

    /** @return false where they are named already */
    boolean insert(Campus school, ReleaseApprover approver, UUID namedBy) {
        return db.insertInto(RELEASE_APPROVER).set(RELEASE_APPROVER.DISTRICT_ID, school.districtId())
                .set(RELEASE_APPROVER.ID, approver.id()).set(RELEASE_APPROVER.SCHOOL_ID, school.id())
                .set(RELEASE_APPROVER.PERSON_ID, approver.person()).set(RELEASE_APPROVER.NAME, approver.name())
                .set(RELEASE_APPROVER.NAMED_AT, approver.namedAt()).set(RELEASE_APPROVER.NAMED_BY, namedBy)
                .set(RELEASE_APPROVER.NAMED_BY_NAME, approver.namedBy())
                .onConflictDoNothing().execute() == 1;
    }

    /** @return false where it has ended before, or is not of this school */
    boolean end(UUID school, UUID id, UUID by, Instant now) {
        return db.update(RELEASE_APPROVER).set(RELEASE_APPROVER.ENDED_AT, now).set(RELEASE_APPROVER.ENDED_BY, by)
                .where(RELEASE_APPROVER.ID.eq(id)).and(RELEASE_APPROVER.SCHOOL_ID.eq(school))
                .and(RELEASE_APPROVER.ENDED_AT.isNull()).execute() == 1;
    }
}
