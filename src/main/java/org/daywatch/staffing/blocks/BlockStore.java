package org.daywatch.staffing.blocks;

import static org.daywatch_db.staffing.Tables.SCHOOL_BLOCK;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.StaffingEvent.SchoolBlockPlaced;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.blocks.SchoolBlock.State;
import org.daywatch_db.staffing.tables.records.SchoolBlockRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Blocks as stored; each step is told as a fact. District and agency see the same rows. */
@Repository
@Transactional
public class BlockStore {

    private final DSLContext db;
    private final Campuses campuses;
    private final Facts facts;
    private final Clock clock;

    BlockStore(DSLContext db, Campuses campuses, Facts facts, Clock clock) {
        this.db = db;
        this.campuses = campuses;
        this.facts = facts;
        this.clock = clock;
    }

    /** An officer a school has met: only whom it knows from a shift can it block. */
    public record KnownOfficer(UUID agencyId, UUID officerId, String name) {}

    @Transactional(readOnly = true)
    public List<KnownOfficer> known(UUID school) {
        return db.selectDistinct(SHIFT.AGENCY_ID, SHIFT.OFFICER_ID, SHIFT.OFFICER_NAME).from(SHIFT)
                .where(SHIFT.SCHOOL_ID.eq(school))
                .orderBy(SHIFT.OFFICER_NAME).fetch(r -> new KnownOfficer(r.value1(), r.value2(), r.value3()));
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

    public UUID place(Actor actor, UUID school, UUID officer, String reason) {
        var campus = campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
        var known = known(school).stream().filter(k -> k.officerId().equals(officer)).findFirst()
                .orElseThrow(() -> new InvalidInput("officer", officer.toString(), "blocks.error.officer"));
        if (reason.strip().length() < 5) throw new InvalidInput("reason", reason, "blocks.error.reason");
        if (ofSchool(school).stream().anyMatch(b -> b.officerId().equals(officer) && b.holds()))
            throw new Refused(StaffingRefusal.BLOCK_ALREADY_PLACED);
        var id = Ids.next();
        var now = clock.instant();
        db.insertInto(SCHOOL_BLOCK).set(SCHOOL_BLOCK.AGENCY_ID, known.agencyId()).set(SCHOOL_BLOCK.ID, id)
                .set(SCHOOL_BLOCK.DISTRICT_ID, campus.districtId())
                .set(SCHOOL_BLOCK.SCHOOL_ID, school).set(SCHOOL_BLOCK.OFFICER_ID, officer)
                .set(SCHOOL_BLOCK.REASON, reason.strip())
                .set(SCHOOL_BLOCK.PLACED_BY, actor.person()).set(SCHOOL_BLOCK.PLACED_AT, now).execute();
        facts.tell(new SchoolBlockPlaced(known.agencyId(), id, now, officer, school, reason.strip()));
        return id;
    }

    public void appeal(UUID block, UUID officer, String words) {
        var locked = locked(block);
        if (!locked.officerId().equals(officer)) throw new NotFound("school block " + block);
        save(locked.appeal(words, clock.instant()).orThrow());
    }

    public void decide(UUID block, boolean lift) {
        save(locked(block).decide(lift, clock.instant()).orThrow());
    }

    private void save(org.daywatch.platform.events.Decision.Accepted<SchoolBlock> decided) {
        var block = decided.state();
        var update = db.update(SCHOOL_BLOCK).set(SCHOOL_BLOCK.APPEAL, block.appeal().isEmpty() ? null : block.appeal());
        switch (block.state()) {
            case State.Placed placed ->
                throw new IllegalStateException("nothing was decided about block " + block.id());
            case State.Appealed appealed -> update = update.set(SCHOOL_BLOCK.APPEALED_AT, appealed.at());
            case State.Decided done -> update = update.set(SCHOOL_BLOCK.OUTCOME, done.lifted() ? "LIFTED" : "UPHELD")
                    .set(SCHOOL_BLOCK.DECIDED_AT, done.at());
        }
        update.where(SCHOOL_BLOCK.ID.eq(block.id())).execute();
        facts.tell(decided.facts());
    }

    private SchoolBlock locked(UUID id) {
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
}
