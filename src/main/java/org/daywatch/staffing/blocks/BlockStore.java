package org.daywatch.staffing.blocks;

import static org.daywatch_db.staffing.Tables.SCHOOL_BLOCK;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.staffing.blocks.BlockCommands.KnownOfficer;
import org.daywatch.staffing.blocks.SchoolBlock.State;
import org.daywatch_db.staffing.tables.records.SchoolBlockRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Blocks as stored. District and agency see the same rows. */
@Repository
@Transactional
class BlockStore {

    private final DSLContext db;

    BlockStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<KnownOfficer> known(UUID school) {
        return db.selectDistinct(SHIFT.AGENCY_ID, SHIFT.OFFICER_ID, SHIFT.OFFICER_NAME).from(SHIFT)
                .where(SHIFT.SCHOOL_ID.eq(school))
                .orderBy(SHIFT.OFFICER_NAME).fetch(r -> new KnownOfficer(r.get(SHIFT.AGENCY_ID),
                        r.get(SHIFT.OFFICER_ID), r.get(SHIFT.OFFICER_NAME)));
    }

    @Transactional(readOnly = true)
    public List<SchoolBlock> ofSchool(UUID school) {
        return list(SCHOOL_BLOCK.SCHOOL_ID.eq(school));
    }

    @Transactional(readOnly = true)
    public List<SchoolBlock> ofOfficer(UUID officer) {
        return list(SCHOOL_BLOCK.OFFICER_ID.eq(officer));
    }

    /** Undecided first, appealed ones before all. */
    @Transactional(readOnly = true)
    public List<SchoolBlock> all() {
        return list(DSL.noCondition());
    }

    void save(SchoolBlock block) {
        var update = db.update(SCHOOL_BLOCK).set(SCHOOL_BLOCK.APPEAL, block.appeal().isEmpty() ? null : block.appeal());
        switch (block.state()) {
            case State.Placed placed ->
                throw new IllegalStateException("nothing was decided about block " + block.id());
            case State.Appealed appealed -> update = update.set(SCHOOL_BLOCK.APPEALED_AT, appealed.at());
            case State.Decided done -> update = update.set(SCHOOL_BLOCK.OUTCOME, done.lifted() ? "LIFTED" : "UPHELD")
                    .set(SCHOOL_BLOCK.DECIDED_AT, done.at());
        }
        update.where(SCHOOL_BLOCK.ID.eq(block.id())).execute();
    }

    SchoolBlock locked(UUID id) {
        return db.selectFrom(SCHOOL_BLOCK).where(SCHOOL_BLOCK.ID.eq(id)).forUpdate().fetchOptional(BlockStore::block)
                .orElseThrow(() -> new NotFound("school block " + id));
    }

    private List<SchoolBlock> list(Condition which) {
        return db.selectFrom(SCHOOL_BLOCK).where(which)
                .orderBy(SCHOOL_BLOCK.DECIDED_AT.desc().nullsFirst(), SCHOOL_BLOCK.APPEALED_AT.asc().nullsLast(),
                        SCHOOL_BLOCK.PLACED_AT.desc())
                .fetch(BlockStore::block);
    }

    private static SchoolBlock block(SchoolBlockRecord r) {
        var appeal = r.getAppeal() == null ? "" : r.getAppeal();
        State state = r.getOutcome() != null
                ? new State.Decided(appeal, r.getOutcome().equals("LIFTED"), r.getDecidedAt())
                : r.getAppealedAt() != null ? new State.Appealed(appeal, r.getAppealedAt()) : new State.Placed();
        return new SchoolBlock(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getOfficerId(),
                r.getReason(), r.getPlacedAt(), state);
    }

    void insert(SchoolBlock b, UUID placedBy) {
        db.insertInto(SCHOOL_BLOCK).set(SCHOOL_BLOCK.AGENCY_ID, b.agencyId()).set(SCHOOL_BLOCK.ID, b.id())
                .set(SCHOOL_BLOCK.DISTRICT_ID, b.districtId())
                .set(SCHOOL_BLOCK.SCHOOL_ID, b.schoolId()).set(SCHOOL_BLOCK.OFFICER_ID, b.officerId())
                .set(SCHOOL_BLOCK.REASON, b.reason())
                .set(SCHOOL_BLOCK.PLACED_BY, placedBy).set(SCHOOL_BLOCK.PLACED_AT, b.placedAt()).execute();
    }
}
