package org.daywatch.directory.imports.nces;

import static org.daywatch_db.directory.Tables.SCHOOL;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.sites.DeskCode;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Schools by their national number, a step's worth at a time. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class NcesStore {
    private final DSLContext db;

    NcesStore(DSLContext db) {
        this.db = db;
    }

    Map<String, SchoolRecord> byNcesId(Collection<String> numbers) {
        return db.selectFrom(SCHOOL).where(SCHOOL.AGENCY_ID.eq(Tenancy.tenant())).and(SCHOOL.NCES_ID.in(numbers))
                .fetchMap(SCHOOL.NCES_ID);
    }

    void insert(List<SchoolRecord> schools) {
        db.batchInsert(schools).execute();
    }

    void update(List<SchoolRecord> schools) {
        db.batchUpdate(schools).execute();
    }

    SchoolRecord fresh(NcesSchool school, @Nullable UUID district) {
        SchoolRecord row = db.newRecord(SCHOOL);
        row.setAgencyId(Tenancy.tenant());
        row.setId(Ids.next());
        row.setNcesId(school.ncesId());
        row.setZone(school.zone().getId());
        row.setDeskCode(DeskCode.next());
        describe(row, school, district);
        return row;
    }

    /**
     * Brings a row up to what the list says. A center that is set, radius, boundary and desk code are the agency's own
     * and stay; so does the zone, which somebody may have corrected, unless the school has moved.
     *
     * @return whether anything changed
     */
    boolean describe(SchoolRecord row, NcesSchool school, @Nullable UUID district) {
        boolean moved = !Objects.equals(row.getCounty(), school.county())
                | !Objects.equals(row.getCity(), school.city());
        return put(row, SCHOOL.DISTRICT_ID, district) | put(row, SCHOOL.STATE_ID, school.stateId())
                | put(row, SCHOOL.NAME,
                        school.name())
                | put(row, SCHOOL.KIND, school.kind()) | put(row, SCHOOL.STATUS, school.status())
                | put(row, SCHOOL.LOW_GRADE, school.lowGrade()) | put(row, SCHOOL.HIGH_GRADE, school.highGrade())
                | put(row, SCHOOL.LEVEL, school.level().name()) | put(row, SCHOOL.CHARTER, school.charter())
                | put(row, SCHOOL.STREET, school.street()) | put(row, SCHOOL.CITY, school.city())
                | put(row, SCHOOL.STATE,
                        school.state())
                | put(row, SCHOOL.ZIP, school.zip()) | put(row, SCHOOL.COUNTY, school.county()) | put(row, SCHOOL.PHONE,
                        school.phone())
                | put(row, SCHOOL.LOCALE, school.locale()) | put(row, SCHOOL.ENROLLMENT, school.enrollment())
                | pointWhereNoneIs(row, school.point()) | (moved && put(row, SCHOOL.ZONE, school.zone().getId()));
    }

    private static boolean pointWhereNoneIs(SchoolRecord row, NcesSchool.@Nullable Point point) {
        if (point == null || row.getLatitude() != null) return false;
        return put(row, SCHOOL.LATITUDE, point.latitude()) | put(row, SCHOOL.LONGITUDE, point.longitude());
    }

    private static <T> boolean put(SchoolRecord row, Field<T> field, @Nullable T value) {
        if (Objects.equals(row.get(field), value)) return false;
        row.set(field, value);
        return true;
    }
}
