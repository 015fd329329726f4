package org.daywatch.prevention.rounds;

import static org.daywatch_db.prevention.Tables.ROUND;
import static org.daywatch_db.prevention.Tables.SIGHTING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.prevention.rounds.Round.Kind;
import org.daywatch.prevention.rounds.Round.State;
import org.daywatch.prevention.rounds.Round.Walker;
import org.daywatch.prevention.rounds.Sighting.Done;
import org.daywatch.prevention.rounds.Sighting.Reason;
import org.daywatch.prevention.rounds.Sighting.Result;
import org.daywatch.prevention.rounds.Sighting.Way;
import org.daywatch_db.prevention.tables.records.RoundRecord;
import org.daywatch_db.prevention.tables.records.SightingRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rounds and what was seen on them, as stored. */
@Repository
@Transactional
public class RoundStore {

    private final DSLContext db;

    RoundStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Round> find(UUID id) {
        return db.selectFrom(ROUND).where(ROUND.ID.eq(id)).fetchOptional().map(RoundStore::round);
    }

    /** @throws NotFound where there is none, or it is not yours */
    public Round lock(UUID id) {
        return db.selectFrom(ROUND).where(ROUND.ID.eq(id)).forNoKeyUpdate().fetchOptional().map(RoundStore::round)
                .orElseThrow(() -> new NotFound("round " + id));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Round> list(Condition which) {
        return db.selectFrom(ROUND).where(which).orderBy(ROUND.STARTED_AT.desc(), ROUND.ID).fetch()
                .map(RoundStore::round);
    }

    /** What stands: one for each checkpoint, in the order in which they were seen. */
    @Transactional(readOnly = true)
    public List<Sighting> standing(UUID round) {
        return db.selectFrom(SIGHTING).where(SIGHTING.ROUND_ID.eq(round)).and(SIGHTING.STANDS)
                .orderBy(SIGHTING.AT, SIGHTING.ID).fetch().map(RoundStore::sighting);
    }

    @Transactional(readOnly = true)
    public Map<UUID, List<Sighting>> standing(Collection<UUID> rounds) {
        return db.selectFrom(SIGHTING).where(SIGHTING.ROUND_ID.eq(DSL.any(rounds.toArray(UUID[]::new))))
                .and(SIGHTING.STANDS).orderBy(SIGHTING.AT, SIGHTING.ID)
                .fetchGroups(SIGHTING.ROUND_ID, RoundStore::sighting);
    }

    @Transactional(readOnly = true)
    public boolean known(UUID sighting) {
        return db.fetchExists(SIGHTING, SIGHTING.ID.eq(sighting));
    }

    /** @return false where it is known already */
    boolean insert(Round r) {
        return db.insertInto(ROUND).set(ROUND.AGENCY_ID, r.agencyId()).set(ROUND.ID, r.id())
                .set(ROUND.DISTRICT_ID, r.districtId()).set(ROUND.SCHOOL_ID, r.schoolId())
                .set(ROUND.KIND, r.kind().name()).set(ROUND.DAY, r.day()).set(ROUND.STARTED_AT, r.startedAt())
                .set(ROUND.WALKER_PERSON, r.walker().person())
                .set(ROUND.WALKER_NAME, r.walker().name()).set(ROUND.OFFICER_ID, r.walker().officer())
                .set(ROUND.STATE, r.state().code()).set(ROUND.VERSION, r.version())
                .onConflictDoNothing().execute() == 1;
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Round r) {
        var row = db.selectFrom(ROUND).where(ROUND.ID.eq(r.id())).and(ROUND.VERSION.eq(r.version() - 1)).fetchOptional()
                .orElseThrow(() -> new Stale("round " + r.id()));
        row.setState(r.state().code());
        row.setVersion(r.version());
        var finished = r.state() instanceof State.Finished f ? f : null;
        var abandoned = r.state() instanceof State.Abandoned a ? a : null;
        row.setEndedAt(finished != null ? finished.at() : abandoned != null ? abandoned.at() : null);
        row.setEndedBy(finished != null ? finished.by() : abandoned != null ? abandoned.by() : null);
        row.setEndedWhy(abandoned == null ? "" : abandoned.why());
        row.setLeftOpen(abandoned != null && abandoned.left());
        row.setMinutes(finished == null ? null : finished.minutes());
        row.setCheckpoints(finished == null ? null : finished.tally().checkpoints());
        row.setChecked(finished == null ? null : finished.tally().checked());
        row.setBreaches(finished == null ? null : finished.tally().breaches());
        row.update();
    }

    /** The newest look at a checkpoint on a round stands; the one before it stays readable. */
    void insert(Round r, Sighting s, Instant received) {
        boolean newest = !db.fetchExists(SIGHTING, SIGHTING.ROUND_ID.eq(s.roundId())
                .and(SIGHTING.CHECKPOINT_ID.eq(s.checkpointId())).and(SIGHTING.STANDS).and(SIGHTING.AT.gt(s.at())));
        if (newest) {
            db.update(SIGHTING).set(SIGHTING.STANDS, false).where(SIGHTING.ROUND_ID.eq(s.roundId()))
                    .and(SIGHTING.CHECKPOINT_ID.eq(s.checkpointId())).and(SIGHTING.STANDS).execute();
        }
        db.insertInto(SIGHTING).set(SIGHTING.AGENCY_ID, r.agencyId()).set(SIGHTING.ID, s.id())
                .set(SIGHTING.DISTRICT_ID, r.districtId()).set(SIGHTING.ROUND_ID, s.roundId())
                .set(SIGHTING.CHECKPOINT_ID, s.checkpointId()).set(SIGHTING.RESULT, s.result().name())
                .set(SIGHTING.REASON, s.reason().name()).set(SIGHTING.DONE, s.done().name())
                .set(SIGHTING.NOTE, s.note()).set(SIGHTING.WAY, s.way().name()).set(SIGHTING.AT, s.at())
                .set(SIGHTING.RECEIVED_AT, received).set(SIGHTING.STANDS, newest)
                .set(SIGHTING.FINDING_ID, s.finding()).execute();
    }

    static Round round(RoundRecord r) {
        return new Round(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), Kind.valueOf(r.getKind()),
                r.getDay(), r.getStartedAt(),
                new Walker(r.getWalkerPerson(), r.getWalkerName(), r.getOfficerId()), state(r), r.getVersion());
    }

    private static State state(RoundRecord r) {
        return switch (r.getState()) {
            case "WALKING" -> new State.Walking();
            case "FINISHED" -> new State.Finished(r.getEndedAt(), r.getMinutes(),
                    new RoundTally(r.getCheckpoints(), r.getChecked(), r.getBreaches(), null), r.getEndedBy());
            case "ABANDONED" -> new State.Abandoned(r.getEndedAt(), r.getEndedWhy(), r.getLeftOpen(), r.getEndedBy());
            default -> throw new IllegalStateException("round " + r.getId() + " has the unknown state " + r.getState());
        };
    }

    private static Sighting sighting(SightingRecord s) {
        return new Sighting(s.getId(), s.getRoundId(), s.getCheckpointId(), Result.valueOf(s.getResult()),
                Reason.valueOf(s.getReason()), Done.valueOf(s.getDone()), s.getNote(),
                Way.valueOf(s.getWay()), s.getAt(), s.getFindingId());
    }

    /** Finished ones of these days. */
    List<Round> sweeps(UUID school, LocalDate from, LocalDate to) {
        return list(ROUND.SCHOOL_ID.eq(school).and(ROUND.KIND.eq("SWEEP")).and(ROUND.STATE.eq("FINISHED"))
                .and(ROUND.DAY.between(from, to)));
    }

    /** Of the agency that is bound. */
    List<Round> walking() {
        return list(ROUND.AGENCY_ID.eq(Tenancy.tenant()).and(ROUND.STATE.eq("WALKING")));
    }
}
