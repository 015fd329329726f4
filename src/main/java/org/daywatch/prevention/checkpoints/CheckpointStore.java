package org.daywatch.prevention.checkpoints;

import static org.daywatch_db.prevention.Tables.CHECKPOINT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.prevention.checkpoints.Checkpoint.Kind;
import org.daywatch.prevention.checkpoints.Checkpoint.Mark;
import org.daywatch.prevention.checkpoints.Checkpoint.Retired;
import org.daywatch.prevention.checkpoints.Checkpoint.Seen;
import org.daywatch_db.prevention.tables.records.CheckpointRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Checkpoints as stored. */
@Repository
@Transactional
public class CheckpointStore {

    private final DSLContext db;

    CheckpointStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Checkpoint> find(UUID id) {
        return db.selectFrom(CHECKPOINT).where(CHECKPOINT.ID.eq(id)).fetchOptional().map(CheckpointStore::checkpoint);
    }

    /** @throws NotFound where there is none, or it is not yours */
    @Transactional(readOnly = true)
    public Checkpoint get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("checkpoint " + id));
    }

    /** Those that are looked at today, in the order in which one walks. */
    @Transactional(readOnly = true)
    public List<Checkpoint> active(Collection<UUID> schools) {
        return list(CHECKPOINT.SCHOOL_ID.in(schools).and(CHECKPOINT.RETIRED_AT.isNull()));
    }

    /** Also retired ones: sheets of the past name them. */
    @Transactional(readOnly = true)
    public List<Checkpoint> all(UUID school) {
        return list(CHECKPOINT.SCHOOL_ID.eq(school));
    }

    @Transactional(readOnly = true)
    public List<Checkpoint> list(Condition which) {
        return db.selectFrom(CHECKPOINT).where(which)
                .orderBy(CHECKPOINT.SCHOOL_ID, CHECKPOINT.POSITION, CHECKPOINT.NAME, CHECKPOINT.ID).fetch()
                .map(CheckpointStore::checkpoint);
    }

    /** The newest look counts; one that arrives late changes nothing. */
    public void seen(UUID id, Seen seen) {
        db.update(CHECKPOINT).set(CHECKPOINT.SEEN_AT, seen.at()).set(CHECKPOINT.SEEN_RESULT, seen.result())
                .where(CHECKPOINT.ID.eq(id))
                .and(CHECKPOINT.SEEN_AT.isNull().or(CHECKPOINT.SEEN_AT.le(seen.at()))).execute();
    }

    void insert(Checkpoint c, String by) {
        var row = db.newRecord(CHECKPOINT);
        row.setAgencyId(c.agencyId());
        row.setId(c.id());
        row.setDistrictId(c.districtId());
        row.setSchoolId(c.schoolId());
        row.setAddedAt(c.addedAt());
        row.setAddedBy(by);
        write(row, c);
        row.insert();
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Checkpoint c) {
        var row = db.selectFrom(CHECKPOINT).where(CHECKPOINT.ID.eq(c.id())).and(CHECKPOINT.VERSION.eq(c.version() - 1))
                .forNoKeyUpdate().fetchOptional()
                .orElseThrow(() -> new Stale("checkpoint " + c.id()));
        write(row, c);
        row.update();
    }

    private static void write(CheckpointRecord row, Checkpoint c) {
        row.setKind(c.kind().name());
        row.setName(c.name());
        row.setPlace(c.place());
        row.setRoomId(c.roomId());
        row.setPlanId(c.mark() == null ? null : c.mark().plan());
        row.setAcross(c.mark() == null ? null : BigDecimal.valueOf(c.mark().across()));
        row.setDown(c.mark() == null ? null : BigDecimal.valueOf(c.mark().down()));
        row.setPosition(c.position());
        row.setOuterDoor(c.outer());
        row.setEveryDays(c.everyDays());
        row.setRetiredAt(c.retired() == null ? null : c.retired().at());
        row.setRetiredBy(c.retired() == null ? null : c.retired().by());
        row.setRetiredWhy(c.retired() == null ? "" : c.retired().why());
        row.setVersion(c.version());
    }

    private static Checkpoint checkpoint(CheckpointRecord r) {
        var mark = r.getPlanId() == null
                ? null
                : new Mark(r.getPlanId(), r.getAcross().doubleValue(), r.getDown().doubleValue());
        var retired = r.getRetiredAt() == null
                ? null
                : new Retired(r.getRetiredAt(), r.getRetiredBy(), r.getRetiredWhy());
        Instant seen = r.getSeenAt();
        return new Checkpoint(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), Kind.valueOf(r.getKind()),
                r.getName(), r.getPlace(), r.getRoomId(), mark, r.getPosition(),
                r.getOuterDoor(), r.getEveryDays(), r.getAddedAt(), retired,
                seen == null ? null : new Seen(seen, r.getSeenResult()), r.getVersion());
    }
}
