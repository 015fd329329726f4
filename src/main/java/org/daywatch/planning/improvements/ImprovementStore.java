package org.daywatch.planning.improvements;

import static org.daywatch_db.planning.Tables.IMPROVEMENT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.planning.improvements.Improvement.Returned;
import org.daywatch.planning.improvements.Improvement.Source;
import org.daywatch.planning.improvements.Improvement.State;
import org.daywatch.planning.improvements.Improvement.Word;
import org.daywatch.planning.improvements.ImprovementCommand.By;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch_db.planning.tables.records.ImprovementRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Improvements as rows. */
@Repository
@Transactional
public class ImprovementStore {

    private final DSLContext db;

    ImprovementStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Improvement> find(UUID id) {
        return db.selectFrom(IMPROVEMENT).where(IMPROVEMENT.ID.eq(id)).fetchOptional()
                .map(ImprovementStore::improvement);
    }

    Improvement lock(UUID id) {
        return db.selectFrom(IMPROVEMENT).where(IMPROVEMENT.ID.eq(id)).forNoKeyUpdate().fetchOptional()
                .map(ImprovementStore::improvement)
                .orElseThrow(() -> new NotFound("improvement " + id));
    }

    /** The first due first. */
    @Transactional(readOnly = true)
    public List<Improvement> list(Condition which) {
        return db.selectFrom(IMPROVEMENT).where(which).orderBy(IMPROVEMENT.DUE, IMPROVEMENT.AGREED_AT, IMPROVEMENT.ID)
                .fetch().map(ImprovementStore::improvement);
    }

    /** @return false where it is known already */
    boolean insert(Improvement i) {
        return db.insertInto(IMPROVEMENT).set(IMPROVEMENT.AGENCY_ID, i.agencyId()).set(IMPROVEMENT.ID, i.id())
                .set(IMPROVEMENT.DISTRICT_ID, i.districtId())
                .set(IMPROVEMENT.SCHOOL_ID, i.schoolId()).set(IMPROVEMENT.SOURCE, i.source().name())
                .set(IMPROVEMENT.SOURCE_ID, i.sourceId()).set(IMPROVEMENT.CAPABILITY, i.capability())
                .set(IMPROVEMENT.ISSUE, i.issue()).set(IMPROVEMENT.ACTION, i.action()).set(IMPROVEMENT.OWNER, i.owner())
                .set(IMPROVEMENT.OWNER_PERSON, i.ownerPerson())
                .set(IMPROVEMENT.DUE, i.due()).set(IMPROVEMENT.STATE, i.state().code())
                .set(IMPROVEMENT.AGREED_AT, i.agreedAt()).set(IMPROVEMENT.AGREED_BY, i.agreedBy())
                .set(IMPROVEMENT.VERSION, i.version()).onConflictDoNothing().execute() == 1;
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Improvement i) {
        var row = db.selectFrom(IMPROVEMENT).where(IMPROVEMENT.ID.eq(i.id()))
                .and(IMPROVEMENT.VERSION.eq(i.version() - 1)).fetchOptional()
                .orElseThrow(() -> new Stale("improvement " + i.id()));
        row.setState(i.state().code());
        row.setVersion(i.version());
        switch (i.state()) {
            case State.Open(var returned) -> {
                if (returned != null) {
                    row.setReturnedAt(returned.at());
                    row.setReturnedBy(returned.by());
                    row.setReturnedWhy(returned.why());
                }
                done(row, null);
            }
            case State.Done(var done) -> done(row, done);
            case State.Verified(var done, var verified) -> {
                done(row, done);
                closed(row, verified);
            }
            case State.Dropped(var dropped) -> closed(row, dropped);
        }
        row.update();
    }

    private static void done(ImprovementRecord row, @Nullable Word done) {
        row.setDoneAt(done == null ? null : done.at());
        row.setDoneBy(done == null ? null : done.by().name());
        row.setDonePerson(done == null ? null : done.by().person());
        row.setDoneWhat(done == null ? "" : done.words());
    }

    private static void closed(ImprovementRecord row, Word closed) {
        row.setClosedAt(closed.at());
        row.setClosedBy(closed.by().name());
        row.setClosedPerson(closed.by().person());
        row.setClosedHow(closed.words());
    }

    private static Improvement improvement(ImprovementRecord r) {
        return new Improvement(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(),
                Source.valueOf(r.getSource()), r.getSourceId(), r.getCapability(), r.getIssue(), r.getAction(),
                r.getOwner(), r.getOwnerPerson(), r.getDue(), r.getAgreedAt(), r.getAgreedBy(), state(r),
                r.getVersion());
    }

    private static State state(ImprovementRecord r) {
        return switch (r.getState()) {
            case "OPEN" -> new State.Open(r.getReturnedAt() == null
                    ? null
                    : new Returned(r.getReturnedBy(), r.getReturnedAt(), r.getReturnedWhy()));
            case "DONE" -> new State.Done(done(r));
            case "VERIFIED" -> new State.Verified(done(r), closed(r));
            case "DROPPED" -> new State.Dropped(closed(r));
            default ->
                throw new IllegalStateException("improvement " + r.getId() + " has the unknown state " + r.getState());
        };
    }

    private static Word done(ImprovementRecord r) {
        return new Word(new By(r.getDonePerson(), r.getDoneBy(), false), r.getDoneAt(), r.getDoneWhat());
    }

    private static Word closed(ImprovementRecord r) {
        return new Word(new By(r.getClosedPerson(), r.getClosedBy(), false), r.getClosedAt(), r.getClosedHow());
    }
}
