package org.daywatch.emergencies.accountability;

import static org.daywatch_db.emergencies.Tables.ROLL_CALL;
import static org.daywatch_db.emergencies.Tables.ROLL_PERSON;
import static org.daywatch_db.emergencies.Tables.ROLL_PLACE;
import static org.daywatch_db.emergencies.Tables.ROLL_REPORT;
import static org.daywatch_db.emergencies.Tables.ROLL_STATEMENT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names of a roll call are forgotten when their time is over, its numbers stay; and what a person reported, for himself. */
@Component
class RollKeepers implements RecordKeeper, PersonalData {

    private final DSLContext db;

    RollKeepers(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "ROLL_CALL";
    }

    @Override
    public int forget(Instant before) {
        var old = DSL.select(ROLL_CALL.ID).from(ROLL_CALL).where(ROLL_CALL.DISTRICT_ID.eq(Tenancy.tenant())).and(ROLL_CALL.BEGUN_AT.lt(before));
        db.deleteFrom(ROLL_STATEMENT).where(ROLL_STATEMENT.REPORT_ID.in(DSL.select(ROLL_REPORT.ID).from(ROLL_REPORT).where(ROLL_REPORT.CALL_ID.in(old)))).execute();
        db.deleteFrom(ROLL_REPORT).where(ROLL_REPORT.CALL_ID.in(old)).execute();
        db.deleteFrom(ROLL_PERSON).where(ROLL_PERSON.CALL_ID.in(old)).execute();
        db.deleteFrom(ROLL_PLACE).where(ROLL_PLACE.CALL_ID.in(old)).execute();
        return db.deleteFrom(ROLL_CALL).where(ROLL_CALL.DISTRICT_ID.eq(Tenancy.tenant())).and(ROLL_CALL.BEGUN_AT.lt(before)).execute();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        return Map.of("roomReports", db.selectFrom(ROLL_REPORT).where(ROLL_REPORT.BY_PERSON.eq(person)).orderBy(ROLL_REPORT.SAID_AT).fetchMaps());
    }
}
