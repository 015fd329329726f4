package org.daywatch.emergencies.accountability;

import static org.daywatch_db.emergencies.Tables.ROLL_CALL;
import static org.daywatch_db.emergencies.Tables.ROLL_COUNT;
import static org.daywatch_db.emergencies.Tables.ROLL_PERSON;
import static org.daywatch_db.emergencies.Tables.ROLL_REPORT;
import static org.daywatch_db.emergencies.Tables.ROLL_STATEMENT;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.accountability.AlertsAtSchool.Raised;
import org.daywatch.emergencies.accountability.RollCall.Kind;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.emergencies.accountability.RollUp.Standing;
import org.daywatch.platform.identity.Actor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Roll calls, reports and numbers as stored. The district is bound. */
@Repository
@Transactional
class RollStore {

    private final DSLContext db;

    RollStore(DSLContext db) {
        this.db = db;
    }

    /** Somebody nobody expected: their id follows from the report, so that sending it again does not double them. */
    UUID add(RollCall call, UUID report, String name) {
        var id = UUID.nameUUIDFromBytes((report + "|" + name).getBytes(StandardCharsets.UTF_8));
        db.insertInto(ROLL_PERSON).set(ROLL_PERSON.DISTRICT_ID, call.districtId()).set(ROLL_PERSON.ID, id)
                .set(ROLL_PERSON.CALL_ID, call.id())
                .set(ROLL_PERSON.KIND, Kind.OTHER.name()).set(ROLL_PERSON.NAME, name).onConflictDoNothing().execute();
        return id;
    }

    /** @return false where the alert has one already */
    boolean insert(Raised alert, UUID id) {
        return db.insertInto(ROLL_CALL).set(ROLL_CALL.DISTRICT_ID, alert.districtId()).set(ROLL_CALL.ID, id)
                .set(ROLL_CALL.AGENCY_ID, alert.agencyId())
                .set(ROLL_CALL.SCHOOL_ID, alert.schoolId()).set(ROLL_CALL.ALERT_ID, alert.id())
                .set(ROLL_CALL.STATUS, alert.status().name())
                .set(ROLL_CALL.ACTION, alert.action().name()).set(ROLL_CALL.BEGUN_AT, alert.at())
                .onConflict(ROLL_CALL.DISTRICT_ID, ROLL_CALL.ALERT_ID).doNothing().execute() > 0;
    }

    void insert(ExpectedPeople.Listed list) {
        db.batchInsert(list.places()).execute();
        db.batchInsert(list.people()).execute();
    }

    /** @return false where the same report came before */
    boolean insert(RollCall call, RoomReport report, Instant saidAt, Instant now, Actor actor) {
        return db.insertInto(ROLL_REPORT).set(ROLL_REPORT.DISTRICT_ID, call.districtId())
                .set(ROLL_REPORT.ID, report.id()).set(ROLL_REPORT.CALL_ID, call.id())
                .set(ROLL_REPORT.PLACE_ID, report.place()).set(ROLL_REPORT.SOURCE, report.source().name())
                .set(ROLL_REPORT.SECURED, report.secured()).set(ROLL_REPORT.SAID_AT, saidAt)
                .set(ROLL_REPORT.STORED_AT, now).set(ROLL_REPORT.BY_PERSON, actor.person())
                .set(ROLL_REPORT.BY_NAME, actor.name()).onConflictDoNothing().execute() > 0;
    }

    void insert(RollCall call, UUID report, Map<UUID, Says> said) {
        db.batchInsert(said.entrySet().stream().map(e -> {
            var row = ROLL_STATEMENT.newRecord();
            row.setDistrictId(call.districtId());
            row.setReportId(report);
            row.setRollPersonId(e.getKey());
            row.setSays(e.getValue().name());
            return row;
        }).toList()).execute();
    }

    /**
     * Whoever counts next waits for this one. @return whether somebody was not accounted for when it was counted last,
     * or it never was
     */
    boolean takeTurn(UUID call) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 30))", call.toString());
        return db.select(ROLL_COUNT.UNKNOWN,
                ROLL_COUNT.MISSING).from(ROLL_COUNT).where(ROLL_COUNT.ID.eq(call)).fetchOptional()
                .map(r -> r.get(ROLL_COUNT.UNKNOWN) + r.get(ROLL_COUNT.MISSING) > 0).orElse(true);
    }

    void put(RollCall call, RollUp up, Instant now) {
        Map<Field<?>, Object> numbers = new HashMap<>();
        numbers.put(ROLL_COUNT.EXPECTED, up.expected());
        numbers.put(ROLL_COUNT.PRESENT, up.count(Standing.PRESENT));
        numbers.put(ROLL_COUNT.MISSING, up.count(Standing.MISSING));
        numbers.put(ROLL_COUNT.INJURED, up.count(Standing.INJURED));
        numbers.put(ROLL_COUNT.NEEDS_HELP, up.count(Standing.NEEDS_HELP));
        numbers.put(ROLL_COUNT.UNKNOWN, up.count(Standing.UNKNOWN));
        numbers.put(ROLL_COUNT.ROOMS, up.rooms().size());
        numbers.put(ROLL_COUNT.ROOMS_ANSWERED, (int) up.answered());
        numbers.put(ROLL_COUNT.ROOMS_SECURED, (int) up.secured());
        numbers.put(ROLL_COUNT.FULL_AT, up.fullAfter().map(call.begunAt()::plus).orElse(null));
        numbers.put(ROLL_COUNT.COUNTED_AT, now);
        db.insertInto(ROLL_COUNT).set(ROLL_COUNT.AGENCY_ID, call.agencyId()).set(ROLL_COUNT.ID, call.id())
                .set(ROLL_COUNT.DISTRICT_ID, call.districtId())
                .set(ROLL_COUNT.SCHOOL_ID, call.schoolId()).set(ROLL_COUNT.ALERT_ID, call.alertId())
                .set(ROLL_COUNT.STATUS, call.status().name()).set(numbers)
                .onConflict(ROLL_COUNT.AGENCY_ID, ROLL_COUNT.ID).doUpdate().set(numbers).execute();
    }
}
