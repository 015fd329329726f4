package org.daywatch.staffing.requests;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch_db.staffing.tables.records.DetailRequestRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The requests posts are made from, and how far they have been made. */
@Repository
@Transactional
public class AcceptedRequests {

    private final DSLContext db;

    AcceptedRequests(DSLContext db) {
        this.db = db;
    }

    /** @param plannedFrom first day for which posts were made; null while none were */
    public record Planned(DetailRequest request, @Nullable LocalDate plannedFrom, @Nullable LocalDate plannedTo) {}

    public List<UUID> overlapping(LocalDate from, LocalDate to) {
        return db.select(DETAIL_REQUEST.ID).from(DETAIL_REQUEST).where(overlaps(from, to)).orderBy(DETAIL_REQUEST.ID)
                .fetch(DETAIL_REQUEST.ID);
    }

    /** The days accepted requests ask for, from that day on; empty where nobody asks. */
    public Optional<Ahead> ahead(LocalDate from) {
        var first = DSL.min(DETAIL_REQUEST.FIRST_DAY);
        var last = DSL.max(DETAIL_REQUEST.LAST_DAY);
        return db.select(first, last).from(DETAIL_REQUEST)
                .where(overlaps(from, LocalDate.of(9999, 12, 31))).fetchOptional()
                .filter(r -> r.get(first) != null)
                .map(r -> new Ahead(r.get(first).isBefore(from) ? from : r.get(first), r.get(last)));
    }

    public record Ahead(LocalDate first, LocalDate last) {}

    public List<Planned> list(Collection<UUID> ids) {
        return fetch(DETAIL_REQUEST.STATE.eq("ACCEPTED").and(DETAIL_REQUEST.ID.eq(DSL.any(ids.toArray(UUID[]::new)))));
    }

    /** Those whose posts have been made, at least in part, between two days. */
    public List<Planned> plannedAt(Collection<UUID> schools, LocalDate from, LocalDate to) {
        return fetch(overlaps(from, to).and(DETAIL_REQUEST.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))))
                .and(DETAIL_REQUEST.PLANNED_FROM.le(to)).and(DETAIL_REQUEST.PLANNED_TO.ge(from)));
    }

    public void planned(Collection<UUID> ids, LocalDate from, LocalDate to) {
        db.update(DETAIL_REQUEST)
                .set(DETAIL_REQUEST.PLANNED_FROM, DSL.least(DETAIL_REQUEST.PLANNED_FROM, DSL.val(from)))
                .set(DETAIL_REQUEST.PLANNED_TO, DSL.greatest(DETAIL_REQUEST.PLANNED_TO, DSL.val(to)))
                .where(DETAIL_REQUEST.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).execute();
    }

    private List<Planned> fetch(Condition which) {
        return db.selectFrom(DETAIL_REQUEST).where(which).orderBy(DETAIL_REQUEST.ID)
                .fetch((DetailRequestRecord r) -> new Planned(RequestStore.request(r), r.getPlannedFrom(),
                        r.getPlannedTo()));
    }

    private static Condition overlaps(LocalDate from, LocalDate to) {
        return DETAIL_REQUEST.STATE.eq("ACCEPTED").and(DETAIL_REQUEST.FIRST_DAY.le(to))
                .and(DETAIL_REQUEST.LAST_DAY.ge(from));
    }
}
