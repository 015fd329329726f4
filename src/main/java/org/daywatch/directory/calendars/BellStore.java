package org.daywatch.directory.calendars;

import static org.daywatch_db.directory.Tables.BELL_SCHEDULE;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.DayKind;
import org.daywatch_db.directory.tables.records.BellScheduleRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Bell schedules. A change for a whole district is written in a few statements, not one per school. */
@Repository
@Transactional
class BellStore {

    private static final int CHUNK = 2000;

    private final DSLContext db;

    BellStore(DSLContext db) {
        this.db = db;
    }

    List<BellSchedule> list(Collection<UUID> schools) {
        if (schools.isEmpty()) return List.of();
        return db.selectFrom(BELL_SCHEDULE).where(BELL_SCHEDULE.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))))
                .orderBy(BELL_SCHEDULE.VALID_FROM.desc(), BELL_SCHEDULE.KIND).fetch(BellStore::bells);
    }

    /** The same school, kind and first day: the bells are replaced. */
    void put(UUID agency, UUID district, Collection<BellSchedule> schedules) {
        var rows = List.copyOf(schedules);
        for (int from = 0; from < rows.size(); from += CHUNK) {
            var insert = db.insertInto(BELL_SCHEDULE, BELL_SCHEDULE.AGENCY_ID, BELL_SCHEDULE.ID,
                    BELL_SCHEDULE.DISTRICT_ID,
                    BELL_SCHEDULE.SCHOOL_ID, BELL_SCHEDULE.KIND, BELL_SCHEDULE.FIRST_BELL, BELL_SCHEDULE.LAST_BELL,
                    BELL_SCHEDULE.VALID_FROM, BELL_SCHEDULE.VALID_TO);
            for (BellSchedule b : rows.subList(from, Math.min(rows.size(), from + CHUNK))) {
                insert = insert.values(agency, b.id(), district, b.schoolId(), b.kind().name(), b.firstBell(),
                        b.lastBell(), b.validFrom(), b.validTo());
            }
            insert.onConflict(BELL_SCHEDULE.AGENCY_ID, BELL_SCHEDULE.SCHOOL_ID, BELL_SCHEDULE.KIND,
                    BELL_SCHEDULE.VALID_FROM).doUpdate()
                    .set(BELL_SCHEDULE.FIRST_BELL, DSL.excluded(BELL_SCHEDULE.FIRST_BELL))
                    .set(BELL_SCHEDULE.LAST_BELL, DSL.excluded(BELL_SCHEDULE.LAST_BELL))
                    .set(BELL_SCHEDULE.VALID_TO, DSL.excluded(BELL_SCHEDULE.VALID_TO)).execute();
        }
    }

    /** @return how many schools lose exactly these bells */
    int remove(Collection<UUID> schools, BellSchedule like) {
        return db.deleteFrom(BELL_SCHEDULE).where(BELL_SCHEDULE.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))))
                .and(BELL_SCHEDULE.KIND.eq(like.kind().name()))
                .and(BELL_SCHEDULE.VALID_FROM.eq(like.validFrom())).and(BELL_SCHEDULE.FIRST_BELL.eq(like.firstBell()))
                .and(BELL_SCHEDULE.LAST_BELL.eq(like.lastBell())).execute();
    }

    private static BellSchedule bells(BellScheduleRecord row) {
        return new BellSchedule(row.getId(), row.getSchoolId(), DayKind.valueOf(row.getKind()), row.getFirstBell(),
                row.getLastBell(),
                row.getValidFrom(), row.getValidTo());
    }
}
