package org.daywatch.emergencies.accountability;

import static org.daywatch_db.emergencies.Tables.ROLL_CALL;
import static org.daywatch_db.emergencies.Tables.ROLL_COUNT;
import static org.daywatch_db.emergencies.Tables.ROLL_PERSON;
import static org.daywatch_db.emergencies.Tables.ROLL_PLACE;
import static org.daywatch_db.emergencies.Tables.ROLL_REPORT;
import static org.daywatch_db.emergencies.Tables.ROLL_STATEMENT;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.PeopleEvent.EverybodyAccountedFor;
import org.daywatch.emergencies.PeopleEvent.RollCallBegun;
import org.daywatch.emergencies.PeopleEvent.RoomReported;
import org.daywatch.emergencies.accountability.AlertsAtSchool.Raised;
import org.daywatch.emergencies.accountability.RollCall.Kind;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.emergencies.accountability.RollUp.Standing;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Begins roll calls and takes reports. The district is bound. */
@Repository
@Transactional
public class RollCalls {

    private final DSLContext db;
    private final ExpectedPeople expected;
    private final RollQueries queries;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    RollCalls(DSLContext db, ExpectedPeople expected, RollQueries queries, Facts facts, Live live, Clock clock) {
        this.db = db;
        this.expected = expected;
        this.queries = queries;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** Writes down once who is expected where at the moment of the alert. @return the roll call's id */
    public UUID begin(Raised alert) {
        var id = Ids.next();
        int begun = db.insertInto(ROLL_CALL).set(ROLL_CALL.DISTRICT_ID, alert.districtId()).set(ROLL_CALL.ID, id)
                .set(ROLL_CALL.AGENCY_ID, alert.agencyId())
                .set(ROLL_CALL.SCHOOL_ID, alert.schoolId()).set(ROLL_CALL.ALERT_ID, alert.id())
                .set(ROLL_CALL.STATUS, alert.status().name())
                .set(ROLL_CALL.ACTION, alert.action().name()).set(ROLL_CALL.BEGUN_AT, alert.at())
                .onConflict(ROLL_CALL.DISTRICT_ID, ROLL_CALL.ALERT_ID).doNothing().execute();
        if (begun == 0)
            return db.select(ROLL_CALL.ID).from(ROLL_CALL).where(ROLL_CALL.ALERT_ID.eq(alert.id()))
                    .fetchSingle(ROLL_CALL.ID);
        var list = expected.at(alert, id);
        db.batchInsert(list.places()).execute();
        db.batchInsert(list.people()).execute();
        facts.tell(new RollCallBegun(alert.districtId(), id, clock.instant(), alert.schoolId(), alert.id(),
                alert.status(), list.people().size()));
        count(queries.get(id));
        ring(queries.get(id));
        return id;
    }

    /**
     * Takes one report. The same id again changes nothing, so a phone may send until it hears an answer.
     *
     * @throws InvalidInput naming a person or place that is not of this roll call
     */
    public void report(Actor actor, RollCall call, RoomReport report) {
        var now = clock.instant();
        var saidAt = clamp(report.saidAt(), call.begunAt(), now);
        check(call, report);
        int fresh = db.insertInto(ROLL_REPORT).set(ROLL_REPORT.DISTRICT_ID, call.districtId())
                .set(ROLL_REPORT.ID, report.id()).set(ROLL_REPORT.CALL_ID, call.id())
                .set(ROLL_REPORT.PLACE_ID, report.place()).set(ROLL_REPORT.SOURCE, report.source().name())
                .set(ROLL_REPORT.SECURED, report.secured()).set(ROLL_REPORT.SAID_AT, saidAt)
                .set(ROLL_REPORT.STORED_AT, now).set(ROLL_REPORT.BY_PERSON, actor.person())
                .set(ROLL_REPORT.BY_NAME, actor.name()).onConflictDoNothing().execute();
        if (fresh == 0) return;
        var said = new HashMap<>(report.says());
        for (String name : report.unexpected()) said.put(add(call, report.id(), name), Says.PRESENT);
        if (report.source() == RollCall.Source.PHONE)
            queries.reporter(call.id(), actor.person()).ifPresent(self -> said.putIfAbsent(self, Says.PRESENT));
        var rows = new ArrayList<org.daywatch_db.emergencies.tables.records.RollStatementRecord>();
        said.forEach((person, says) -> {
            var row = ROLL_STATEMENT.newRecord();
            row.setDistrictId(call.districtId());
            row.setReportId(report.id());
            row.setRollPersonId(person);
            row.setSays(says.name());
            rows.add(row);
        });
        db.batchInsert(rows).execute();
        facts.tell(
                new RoomReported(call.districtId(), report.id(), now, call.id(), report.source().name(), rows.size()));
        count(call);
        ring(call);
    }

    private void ring(RollCall call) {
        live.ring("accountability", call.districtId());
        live.ring("accountability", call.agencyId());
    }

    private void check(RollCall call, RoomReport report) {
        var places = queries.places(call.id());
        if (report.place() != null && places.stream().noneMatch(p -> p.id().equals(report.place())))
            throw new InvalidInput("place", report.place().toString(), "accountability.error.place");
        var people = new java.util.HashSet<UUID>();
        queries.people(call.id()).forEach(p -> people.add(p.id()));
        for (var person : report.says().keySet())
            if (!people.contains(person))
                throw new InvalidInput("person", person.toString(), "accountability.error.person");
    }

    /** Somebody nobody expected: their id follows from the report, so that sending it again does not double them. */
    private UUID add(RollCall call, UUID report, String name) {
        var id = UUID.nameUUIDFromBytes((report + "|" + name).getBytes(StandardCharsets.UTF_8));
        db.insertInto(ROLL_PERSON).set(ROLL_PERSON.DISTRICT_ID, call.districtId()).set(ROLL_PERSON.ID, id)
                .set(ROLL_PERSON.CALL_ID, call.id())
                .set(ROLL_PERSON.KIND, Kind.OTHER.name()).set(ROLL_PERSON.NAME, name).onConflictDoNothing().execute();
        return id;
    }

    /**
     * The numbers for the agency; and the moment at which everybody is accounted for. One after the other, so that the
     * last one counts all.
     */
    private void count(RollCall call) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 30))", call.id().toString());
        boolean open = db.select(ROLL_COUNT.UNKNOWN.plus(ROLL_COUNT.MISSING)).from(ROLL_COUNT)
                .where(ROLL_COUNT.ID.eq(call.id())).fetchOptional().map(r -> r.value1() > 0).orElse(true);
        var up = queries.rollUp(call);
        Map<org.jooq.Field<?>, Object> numbers = new HashMap<>();
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
        numbers.put(ROLL_COUNT.COUNTED_AT, clock.instant());
        db.insertInto(ROLL_COUNT).set(ROLL_COUNT.AGENCY_ID, call.agencyId()).set(ROLL_COUNT.ID, call.id())
                .set(ROLL_COUNT.DISTRICT_ID, call.districtId())
                .set(ROLL_COUNT.SCHOOL_ID, call.schoolId()).set(ROLL_COUNT.ALERT_ID, call.alertId())
                .set(ROLL_COUNT.STATUS, call.status().name()).set(numbers)
                .onConflict(ROLL_COUNT.AGENCY_ID, ROLL_COUNT.ID).doUpdate().set(numbers).execute();
        if (open && up.fullAfter().isPresent()) {
            facts.tell(new EverybodyAccountedFor(call.districtId(), call.id(), clock.instant(), call.schoolId(),
                    call.alertId(), call.status(), up.fullAfter().get().toSeconds()));
        }
    }

    /** A phone's clock may be wrong: never before the alert, never later than now. */
    private static Instant clamp(@Nullable Instant said, Instant begun, Instant now) {
        if (said == null || said.isAfter(now)) return now;
        return said.isBefore(begun) ? begun.isAfter(now) ? now : begun : said;
    }
}
