package org.daywatch.transparency.programs.papers;

import static org.daywatch_db.transparency.Tables.FILED_PAPER;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.transparency.programs.papers.FiledPaper.Withdrawn;
import org.daywatch_db.transparency.tables.records.FiledPaperRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Filed papers as stored. */
@Repository
@Transactional
public class FiledPaperStore {

    private final DSLContext db;

    FiledPaperStore(DSLContext db) {
        this.db = db;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<FiledPaper> of(Collection<UUID> schools) {
        return db.selectFrom(FILED_PAPER).where(FILED_PAPER.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))))
                .orderBy(FILED_PAPER.DAY.desc(),
                        FILED_PAPER.FILED_AT.desc())
                .fetch(FiledPaperStore::paper);
    }

    @Transactional(readOnly = true)
    public Optional<FiledPaper> find(UUID id) {
        return db.selectFrom(FILED_PAPER).where(FILED_PAPER.ID.eq(id)).fetchOptional().map(FiledPaperStore::paper);
    }

    public FiledPaper get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("filed paper " + id));
    }

    private static FiledPaper paper(FiledPaperRecord r) {
        return new FiledPaper(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getSubject(),
                r.getDay(), r.getForDay(), r.getTitle(), r.getKept(), r.getFiledBy(),
                r.getFiledName(), r.getFiledAt(),
                r.getWithdrawnAt() == null
                        ? null
                        : new Withdrawn(r.getWithdrawnName(), r.getWithdrawnAt(), r.getWithdrawnReason()));
    }

    void insert(FiledPaper p) {
        db.insertInto(FILED_PAPER).set(FILED_PAPER.AGENCY_ID, p.agency()).set(FILED_PAPER.ID, p.id())
                .set(FILED_PAPER.DISTRICT_ID, p.district()).set(FILED_PAPER.SCHOOL_ID, p.school())
                .set(FILED_PAPER.SUBJECT, p.subject()).set(FILED_PAPER.DAY, p.day())
                .set(FILED_PAPER.FOR_DAY, p.forDay()).set(FILED_PAPER.TITLE, p.title()).set(FILED_PAPER.KEPT, p.kept())
                .set(FILED_PAPER.FILED_BY, p.person()).set(FILED_PAPER.FILED_NAME, p.by())
                .set(FILED_PAPER.FILED_AT, p.at()).execute();
    }

    /** @return false where it was withdrawn before */
    boolean withdrawn(UUID id, Withdrawn how) {
        return db.update(FILED_PAPER).set(FILED_PAPER.WITHDRAWN_AT, how.at()).set(FILED_PAPER.WITHDRAWN_NAME, how.by())
                .set(FILED_PAPER.WITHDRAWN_REASON, how.reason())
                .where(FILED_PAPER.ID.eq(id)).and(FILED_PAPER.WITHDRAWN_AT.isNull()).execute() > 0;
    }
}
