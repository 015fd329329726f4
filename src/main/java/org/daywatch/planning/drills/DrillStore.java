package org.daywatch.planning.drills;

import static org.daywatch_db.planning.Tables.DRILL;
import static org.daywatch_db.planning.Tables.DRILL_NOTICE;
import static org.daywatch_db.planning.Tables.DRILL_OFFICER;
import static org.daywatch_db.planning.Tables.DRILL_OPT_OUT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.planning.ExerciseRoll;
import org.daywatch.planning.drills.Drill.Origin;
import org.daywatch.planning.drills.Drill.State;
import org.daywatch.planning.drills.Drill.Times;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.staffing.OnDuty;
import org.daywatch_db.planning.tables.records.DrillRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Drills as rows. */
@Repository
@Transactional
public class DrillStore {

    private final DSLContext db;

    DrillStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Drill> find(UUID id) {
        return db.selectFrom(DRILL).where(DRILL.ID.eq(id)).fetchOptional().map(DrillStore::drill);
    }

    Optional<Drill> lock(UUID id) {
        return db.selectFrom(DRILL).where(DRILL.ID.eq(id)).forNoKeyUpdate().fetchOptional().map(DrillStore::drill);
    }

    Drill get(UUID id) {
        return lock(id).orElseThrow(() -> new NotFound("drill " + id));
    }

    /** Drills of one school are planned one after the other, so that two people do not plan the same. */
    void takeTurn(UUID school) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 61))", school.toString());
    }

    @Transactional(readOnly = true)
    public List<Drill> list(Condition which) {
        return db.selectFrom(DRILL).where(which).orderBy(DRILL.DAY, DRILL.AT, DRILL.ID).fetch().map(DrillStore::drill);
    }

    /** Planned by the planner for a later day and fixed by nobody. */
    List<Drill> replaceable(UUID school, LocalDate today) {
        return list(DRILL.SCHOOL_ID.eq(school).and(DRILL.STATE.eq("SCHEDULED")).and(DRILL.ORIGIN.eq("PLANNED"))
                .and(DRILL.FIXED.isFalse()).and(DRILL.DAY.gt(today)));
    }

    /** Whether the school has scheduled another one on that day. */
    boolean another(UUID school, LocalDate day, UUID than) {
        return db.fetchExists(DRILL, DRILL.SCHOOL_ID.eq(school).and(DRILL.DAY.eq(day)).and(DRILL.STATE.eq("SCHEDULED"))
                .and(DRILL.ID.ne(than)));
    }

    /** Whether anybody was told of it, or a family answered. */
    boolean heardOf(UUID id) {
        return db.fetchExists(DRILL_NOTICE, DRILL_NOTICE.DRILL_ID.eq(id))
                || db.fetchExists(DRILL_OPT_OUT, DRILL_OPT_OUT.DRILL_ID.eq(id));
    }

    void delete(UUID id) {
        db.deleteFrom(DRILL).where(DRILL.ID.eq(id)).and(DRILL.STATE.eq("SCHEDULED")).execute();
    }

    void insert(Drill d, Instant now, String by) {
        var row = db.newRecord(DRILL);
        row.setAgencyId(d.agencyId());
        row.setId(d.id());
        row.setDistrictId(d.districtId());
        row.setSchoolId(d.schoolId());
        row.setAt(d.at());
        row.setAnnounced(d.announced());
        row.setDescription(d.description());
        row.setOrigin(d.origin().name());
        row.setScheduledAt(now);
        row.setScheduledBy(by);
        fill(row, d);
        row.insert();
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Drill d) {
        var row = db.selectFrom(DRILL).where(DRILL.ID.eq(d.id())).and(DRILL.VERSION.lt(d.version())).fetchOptional()
                .orElseThrow(() -> new Stale("drill " + d.id()));
        row.setAt(d.at());
        fill(row, d);
        row.update();
    }

    private static void fill(DrillRecord row, Drill d) {
        row.setDrill(d.kind().subject());
        row.setDay(d.day());
        row.setFixed(d.fixed());
        row.setUnconfirmed(d.unconfirmed());
        row.setWhy(d.why());
        row.setState(d.state().code());
        row.setVersion(d.version());
        var t = d.state().times();
        if (t != null) {
            row.setStartedAt(t.started());
            row.setSecuredAt(t.secured());
            row.setAccountedAt(t.accounted());
            row.setEndedAt(t.ended());
        }
        switch (d.state()) {
            case State.Running r -> row.setStartedBy(r.by());
            case State.Held h -> {
                row.setStartedBy(h.by());
                row.setBrokenOff(h.brokenOff());
            }
            case State.Reviewed r -> row.setClosedBy(r.reviewer());
            case State.CalledOff c -> {
                row.setClosedBy(c.by());
                row.setClosedWhy(c.why());
            }
            case State.Scheduled _,State.Missed _ -> {}
        }
    }

    void keepOfficers(Drill d, List<OnDuty.OnPost> officers) {
        for (var officer : officers) {
            db.insertInto(DRILL_OFFICER).set(DRILL_OFFICER.AGENCY_ID, d.agencyId()).set(DRILL_OFFICER.DRILL_ID, d.id())
                    .set(DRILL_OFFICER.OFFICER_ID, officer.officer())
                    .set(DRILL_OFFICER.DISTRICT_ID, d.districtId()).set(DRILL_OFFICER.NAME, officer.name())
                    .onConflictDoNothing().execute();
        }
    }

    void keepRoll(Drill d, ExerciseRoll roll) {
        db.update(DRILL).set(DRILL.ROLL_EXPECTED, roll.expected()).set(DRILL.ROLL_FOUND, roll.found())
                .set(DRILL.ROLL_MISSING, roll.missing()).set(DRILL.ROLL_UNKNOWN, roll.unknown())
                .set(DRILL.ROLL_ROOMS, roll.rooms()).set(DRILL.ROLL_ANSWERED, roll.answered())
                .set(DRILL.ROLL_FULL_AT, roll.full()).where(DRILL.ID.eq(d.id())).execute();
    }

    @Transactional(readOnly = true)
    public List<UUID> officers(UUID drill) {
        return db.select(DRILL_OFFICER.OFFICER_ID).from(DRILL_OFFICER).where(DRILL_OFFICER.DRILL_ID.eq(drill))
                .orderBy(DRILL_OFFICER.NAME).fetch(DRILL_OFFICER.OFFICER_ID);
    }

    static Drill drill(DrillRecord r) {
        return new Drill(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(),
                DrillKind.of(r.getDrill()).orElseThrow(), r.getDay(), r.getAt(), r.getAnnounced(), r.getDescription(),
                r.getFixed(), r.getUnconfirmed(), Origin.valueOf(r.getOrigin()), r.getWhy(), state(r), r.getVersion());
    }

    private static State state(DrillRecord r) {
        var times = r.getStartedAt() == null
                ? null
                : new Times(r.getStartedAt(), r.getSecuredAt(), r.getAccountedAt(), r.getEndedAt());
        return switch (r.getState()) {
            case "SCHEDULED" -> new State.Scheduled();
            case "RUNNING" -> new State.Running(times, r.getStartedBy());
            case "HELD" -> new State.Held(times, r.getStartedBy(), r.getBrokenOff());
            case "REVIEWED" -> new State.Reviewed(times, r.getStartedBy(), r.getBrokenOff(), r.getClosedBy());
            case "CALLED_OFF" -> new State.CalledOff(r.getClosedWhy(), r.getClosedBy());
            case "MISSED" -> new State.Missed();
            default -> throw new IllegalStateException("drill " + r.getId() + " has the unknown state " + r.getState());
        };
    }
}
