package org.daywatch.directory.studentlists;

import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Students of a school as the roster has them. The district is bound. */
@Repository
@Transactional(readOnly = true)
class StudentListStore {

    private final DSLContext db;

    StudentListStore(DSLContext db) {
        this.db = db;
    }

    List<StudentListRow> list(Campus school) {
        var p = ROSTER_PERSON;
        String org = db.select(DSL.coalesce(SCHOOL.ROSTER_ID, "")).from(SCHOOL).where(SCHOOL.ID.eq(school.id()))
                .fetchSingle().value1();
        return db.select(p.ID, p.SOURCED_ID, p.GIVEN_NAME, p.FAMILY_NAME).from(p)
                .where(p.DISTRICT_ID.eq(Tenancy.tenant())).and(p.SCHOOL_ID.eq(school.id()))
                .and(DSL.lower(p.ROLE).eq("student")).and(p.LEFT_ON.isNull())
                .fetch(r -> new StudentListRow(r.get(p.ID), school.id(), school.name(), org, r.get(p.SOURCED_ID),
                        r.get(p.GIVEN_NAME), r.get(p.FAMILY_NAME)));
    }
}
