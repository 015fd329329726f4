package org.daywatch.emergencies.personal;

import static org.daywatch_db.emergencies.Tables.ROLL_CALL;
import static org.daywatch_db.emergencies.Tables.ROLL_PERSON;
import static org.daywatch_db.emergencies.Tables.ROLL_PLACE;
import static org.daywatch_db.emergencies.Tables.ROLL_REPORT;
import static org.daywatch_db.emergencies.Tables.ROLL_STATEMENT;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.emergencies.accountability.RollCall.Kind;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names of a roll call are forgotten when their time is over, its numbers stay; and what a person reported, for
 * themselves.
 */
@Component
class RollKeepers implements RecordKeeper, PersonalData {

    private final DSLContext db;
    private final OnlyRetention retention;
    private final ClassRosters rosters;

    RollKeepers(DSLContext db, OnlyRetention retention, ClassRosters rosters) {
        this.db = db;
        this.retention = retention;
        this.rosters = rosters;
    }

    @Override
    public String kind() {
        return "ROLL_CALL";
    }

    @Override
    public int forget(Instant before) {
        var old = DSL.select(ROLL_CALL.ID).from(ROLL_CALL).where(ROLL_CALL.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(ROLL_CALL.BEGUN_AT.lt(before));
        retention.deletes(() -> db.deleteFrom(ROLL_STATEMENT)
                .where(ROLL_STATEMENT.REPORT_ID
                        .in(DSL.select(ROLL_REPORT.ID).from(ROLL_REPORT).where(ROLL_REPORT.CALL_ID.in(old))))
                .execute()
                + db.deleteFrom(ROLL_REPORT).where(ROLL_REPORT.CALL_ID.in(old)).execute());
        db.deleteFrom(ROLL_PERSON).where(ROLL_PERSON.CALL_ID.in(old)).execute();
        db.deleteFrom(ROLL_PLACE).where(ROLL_PLACE.CALL_ID.in(old)).execute();
        return db.deleteFrom(ROLL_CALL).where(ROLL_CALL.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(ROLL_CALL.BEGUN_AT.lt(before)).execute();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        return Map.of("roomReports",
                db.selectFrom(ROLL_REPORT).where(ROLL_REPORT.BY_PERSON.eq(person)).orderBy(ROLL_REPORT.SAID_AT)
                        .fetchMaps(),
                "rollCalls",
                db.select(ROLL_CALL.BEGUN_AT, ROLL_CALL.STATUS, ROLL_CALL.ACTION, ROLL_CALL.SCHOOL_ID, ROLL_PERSON.ID,
                        ROLL_PERSON.KIND, ROLL_PERSON.NAME).from(ROLL_PERSON)
                        .join(ROLL_CALL).on(ROLL_CALL.ID.eq(ROLL_PERSON.CALL_ID)).where(ownRows(person))
                        .orderBy(ROLL_CALL.BEGUN_AT).fetchMaps(),
                "rollCallStatements",
                db.select(ROLL_STATEMENT.ROLL_PERSON_ID, ROLL_STATEMENT.SAYS, ROLL_REPORT.SAID_AT, ROLL_REPORT.SOURCE)
                        .from(ROLL_STATEMENT)
                        .join(ROLL_REPORT).on(ROLL_REPORT.ID.eq(ROLL_STATEMENT.REPORT_ID)).join(ROLL_PERSON)
                        .on(ROLL_PERSON.ID.eq(ROLL_STATEMENT.ROLL_PERSON_ID))
                        .where(ownRows(person)).orderBy(ROLL_REPORT.SAID_AT).fetchMaps());
    }

    /**
     * As staff they are known by the e-mail that roster and account share, as an officer by their account; a student of
     * that name is somebody else.
     */
    private Condition ownRows(UUID person) {
        var officer = ROLL_PERSON.KIND.eq(Kind.OFFICER.name()).and(ROLL_PERSON.PERSON_ID.eq(person));
        return rosters.emailOf(person).filter(email -> !email.isBlank())
                .map(email -> officer.or(ROLL_PERSON.KIND.eq(Kind.STAFF.name())
                        .and(DSL.lower(ROLL_PERSON.EMAIL).eq(email.toLowerCase(Locale.ROOT)))))
                .orElse(officer);
    }
}
