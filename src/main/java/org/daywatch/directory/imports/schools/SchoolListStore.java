package org.daywatch.directory.imports.schools;

import static org.daywatch_db.directory.Tables.SCHOOL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.imports.nces.Grades;
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

/** Schools by national number or by district and name. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SchoolListStore {
    private final DSLContext db;

    SchoolListStore(DSLContext db) {
        this.db = db;
    }

    /** The agency's schools that rows may mean, by national number and by district and name. */
    Standing standing() {
        var standing = new Standing(new HashMap<>(), new HashMap<>());
        db.selectFrom(SCHOOL).where(SCHOOL.AGENCY_ID.eq(Tenancy.tenant())).forEach(standing::learn);
        return standing;
    }

    record Standing(Map<String, SchoolRecord> byNumber, Map<String, List<SchoolRecord>> byName) {

        static final Standing NOBODY = new Standing(Map.of(), Map.of());

        void learn(SchoolRecord row) {
            if (row.getNcesId() != null) byNumber.put(row.getNcesId(), row);
            byName.computeIfAbsent(key(row.getDistrictId(), row.getName()), k -> new ArrayList<>()).add(row);
        }

        List<SchoolRecord> named(UUID district, String name) {
            return byName.getOrDefault(key(district, name), List.of());
        }

        private static String key(UUID district, String name) {
            return district + "|" + ListedSchool.plain(name);
        }
    }

    void insert(List<SchoolRecord> schools) {
        db.batchInsert(schools).execute();
    }

    void update(List<SchoolRecord> schools) {
        db.batchUpdate(schools).execute();
    }

    /** @param place state and zone, found where the row does not say them */
    SchoolRecord fresh(ListedSchool school, UUID district, SchoolPlace place) {
        SchoolRecord row = db.newRecord(SCHOOL);
        row.setAgencyId(Tenancy.tenant());
        row.setId(Ids.next());
        row.setDistrictId(district);
        row.setName(school.name());
        row.setLevel(SchoolLevel.OTHER.name());
        row.setState(place.state());
        row.setZone(place.zone().getId());
        row.setDeskCode(DeskCode.next());
        describe(row, school, place);
        return row;
    }

    /**
     * Brings a row up to what the list says; an empty cell leaves what stands there. @return whether anything changed
     */
    boolean describe(SchoolRecord row, ListedSchool school, SchoolPlace place) {
        boolean moved = said(row, SCHOOL.STREET, school.street()) | said(row, SCHOOL.ZIP, school.zip());
        boolean clock = said(row, SCHOOL.CITY, school.city()) | said(row, SCHOOL.STATE, school.state());
        if (school.zone() != null || clock) clock |= said(row, SCHOOL.ZONE, place.zone().getId());
        boolean grades = said(row, SCHOOL.LOW_GRADE, school.gradesFrom())
                | said(row, SCHOOL.HIGH_GRADE, school.gradesTo());
        var level = school.level() != null
                ? school.level()
                : grades ? Grades.level(row.getLowGrade(), row.getHighGrade()) : null;
        boolean point = school.point() != null && (said(row, SCHOOL.LATITUDE, school.point().latitude())
                | said(row, SCHOOL.LONGITUDE, school.point().longitude()));
        return moved | clock | grades | point | said(row, SCHOOL.LEVEL, level == null ? null : level.name())
                | said(row, SCHOOL.PHONE, school.telephone())
                | said(row, SCHOOL.NCES_ID, school.nationalId())
                | (school.nationalId() != null && said(row, SCHOOL.NAME, school.name()));
    }

    private static <T> boolean said(SchoolRecord row, Field<T> field, @Nullable T value) {
        if (value == null || "".equals(value) || Objects.equals(row.get(field), value)) return false;
        row.set(field, value);
        return true;
    }
}
