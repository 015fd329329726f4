package org.daywatch.prevention.findings;

import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.FINDING_LINE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.findings.Finding.Breach;
import org.daywatch.prevention.findings.Finding.Line;
import org.daywatch.prevention.findings.Finding.Mark;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch_db.prevention.tables.records.FindingLineRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Findings as stored, each with its history. */
@Repository
@Transactional
public class FindingStore {

    private final DSLContext db;

    FindingStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Finding> find(UUID id) {
        return db.selectFrom(FINDING).where(FINDING.ID.eq(id)).fetchOptional().map(FindingRows::finding);
    }

    Finding lock(UUID id) {
        return lock(FINDING.ID.eq(id)).orElseThrow(() -> new NotFound("finding " + id));
    }

    /** What is written down about an item of an instrument at one school. */
    record Item(UUID school, String instrument, String item) {

        private Condition found() {
            return FINDING.SCHOOL_ID.eq(school).and(FINDING.SOURCE.eq("ASSESSMENT"))
                    .and(FINDING.INSTRUMENT.eq(instrument)).and(FINDING.ITEM.eq(item));
        }
    }

    /** The one of this checkpoint that is not closed. */
    Optional<Finding> lockOpen(UUID checkpoint) {
        return lock(FINDING.CHECKPOINT_ID.eq(checkpoint).and(FINDING.STATE.ne("CLOSED")));
    }

    Optional<Finding> lockOpen(Item item) {
        return lock(item.found().and(FINDING.STATE.ne("CLOSED")));
    }

    List<Finding> closed(Item item) {
        return list(item.found().and(FINDING.STATE.eq("CLOSED")));
    }

    private Optional<Finding> lock(Condition which) {
        return db.selectFrom(FINDING).where(which).forNoKeyUpdate().fetchOptional().map(FindingRows::finding);
    }

    /** What waits longest first. */
    @Transactional(readOnly = true)
    public List<Finding> list(Condition which) {
        return db.selectFrom(FINDING).where(which).orderBy(FINDING.DUE, FINDING.OPENED_AT, FINDING.ID).fetch()
                .map(FindingRows::finding);
    }

    /** Closed the last time, at the same checkpoint. */
    Optional<Finding> closed(UUID checkpoint) {
        return db.selectFrom(FINDING).where(FINDING.CHECKPOINT_ID.eq(checkpoint)).and(FINDING.STATE.eq("CLOSED"))
                .orderBy(FINDING.ENDED_AT.desc()).limit(1).fetchOptional()
                .map(FindingRows::finding);
    }

    void insert(Finding f) {
        db.executeInsert(FindingRows.row(f));
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Finding f) {
        var row = FindingRows.row(f);
        row.changed(FINDING.AGENCY_ID, false);
        row.changed(FINDING.ID, false);
        if (db.update(FINDING).set(row).where(FINDING.ID.eq(f.id())).and(FINDING.VERSION.eq(f.version() - 1))
                .execute() == 0)
            throw new Stale("finding " + f.id());
    }

    /** What is due on another day is told anew. */
    void toldNothing(UUID id) {
        db.update(FINDING).setNull(FINDING.TOLD_SOON_AT).setNull(FINDING.TOLD_LATE_AT).where(FINDING.ID.eq(id))
                .execute();
    }

    /** What is fixed waits to be verified: that is told anew. */
    void toldNotToVerify(UUID id) {
        toldNot(id, FINDING.TOLD_VERIFY_AT);
    }

    void toldNotOfInterim(UUID id) {
        toldNot(id, FINDING.TOLD_INTERIM_AT);
    }

    private void toldNot(UUID id, Field<Instant> mark) {
        db.update(FINDING).setNull(mark).where(FINDING.ID.eq(id)).execute();
    }

    public boolean firstTime(UUID id, Field<Instant> mark, Instant now) {
        return db.update(FINDING).set(mark, now).where(FINDING.ID.eq(id)).and(mark.isNull()).execute() == 1;
    }

    /** For one node only: never told, or told the last time before {@code since}. */
    public boolean timeAgain(UUID id, Field<Instant> mark, Instant since, Instant now) {
        return db.update(FINDING).set(mark, now).where(FINDING.ID.eq(id)).and(mark.isNull().or(mark.le(since)))
                .execute() == 1;
    }

    void mark(UUID id, String place, @Nullable Mark mark) {
        db.update(FINDING).set(FINDING.PLACE, place).set(FINDING.PLAN_ID, mark == null ? null : mark.plan())
                .set(FINDING.MARK_ACROSS, FindingRows.percent(mark == null ? null : mark.across()))
                .set(FINDING.MARK_DOWN, FindingRows.percent(mark == null ? null : mark.down()))
                .set(FINDING.VERSION, FINDING.VERSION.plus(1)).where(FINDING.ID.eq(id)).execute();
    }

    void write(Finding f, Line line, By by) {
        db.insertInto(FINDING_LINE).set(FINDING_LINE.AGENCY_ID, f.agencyId()).set(FINDING_LINE.FINDING_ID, f.id())
                .set(FINDING_LINE.ID, Ids.next()).set(FINDING_LINE.DISTRICT_ID, f.districtId())
                .set(FINDING_LINE.AT, line.at()).set(FINDING_LINE.KIND, line.kind().name())
                .set(FINDING_LINE.WORDS, line.words()).set(FINDING_LINE.BY_NAME, by.name())
                .set(FINDING_LINE.BY_PERSON, by.person())
                .set(FINDING_LINE.BREACH_RESULT, line.breach() == null ? null : line.breach().result())
                .set(FINDING_LINE.BREACH_DONE, line.breach() == null ? "" : line.breach().done())
                .set(FINDING_LINE.BREACH_POINT, line.breach() == null ? "" : line.breach().point())
                .set(FINDING_LINE.BREACH_NOTE, line.breach() == null ? "" : line.breach().note()).execute();
    }

    public void photographed(Finding f, String caption, Instant at, By by) {
        write(f, new Line(at, Line.Kind.PHOTO, caption, by.name()), by);
    }

    @Transactional(readOnly = true)
    public List<Line> history(UUID finding) {
        return db.selectFrom(FINDING_LINE).where(FINDING_LINE.FINDING_ID.eq(finding))
                .orderBy(FINDING_LINE.AT, FINDING_LINE.ID)
                .fetch(l -> new Line(l.getAt(), Line.Kind.valueOf(l.getKind()), l.getWords(), l.getByName(),
                        breach(l)));
    }

    /**
     * What a round saw when it opened them; those that were opened otherwise, or before it was kept, are not among
     * them.
     */
    Map<UUID, Breach> breaches(Collection<UUID> findings) {
        return db.selectFrom(FINDING_LINE).where(FINDING_LINE.FINDING_ID.eq(DSL.any(findings.toArray(UUID[]::new))))
                .and(FINDING_LINE.KIND.eq(Line.Kind.OPENED.name())).and(FINDING_LINE.BREACH_RESULT.isNotNull())
                .fetchMap(FINDING_LINE.FINDING_ID, FindingStore::breach);
    }

    private static @Nullable Breach breach(FindingLineRecord l) {
        return l.getBreachResult() == null
                ? null
                : new Breach(l.getBreachResult(), l.getBreachDone(), l.getBreachPoint(), l.getBreachNote());
    }
}
