package org.daywatch.relationships.triage.queue;

import static org.daywatch_db.relationships.Tables.QUEUED_TIP;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.relationships.triage.TipClass;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tips that were much alike within an hour. The district is bound. */
@Repository
@Transactional
public class TipPiles {

    private final DSLContext db;

    TipPiles(DSLContext db) {
        this.db = db;
    }

    /** @param day on which the first of them came. @param tips that nobody has read and that are not about a life */
    public record Pile(UUID id, UUID school, LocalDate day, int tips) {}

    /** Not read, and not about a life: those stand in the line of their pile and in none of their own. */
    static Condition folded() {
        return QUEUED_TIP.PILE_ID.isNotNull().and(QUEUED_TIP.STATE.eq("RECEIVED"))
                .and(QUEUED_TIP.TIP_CLASS.eq(TipClass.ROUTINE.name()));
    }

    /** One pile of them all; where some lie in one already, the others come to it. */
    void together(UUID district, Collection<UUID> tips) {
        var q = QUEUED_TIP;
        var pile = db.select(q.PILE_ID).from(q).where(q.DISTRICT_ID.eq(district)).and(q.ID.in(tips))
                .and(q.PILE_ID.isNotNull()).limit(1).fetchOptional(q.PILE_ID).orElseGet(UUID::randomUUID);
        db.update(q).set(q.PILE_ID, pile).where(q.DISTRICT_ID.eq(district)).and(q.ID.in(tips)).and(q.PILE_ID.isNull())
                .execute();
    }

    @Transactional(readOnly = true)
    public List<Pile> waiting() {
        var q = QUEUED_TIP;
        var day = DSL.min(q.DAY);
        var tips = DSL.count();
        return db.select(q.PILE_ID, q.SCHOOL_ID, day, tips).from(q).where(folded()).groupBy(q.PILE_ID, q.SCHOOL_ID)
                .orderBy(day, q.PILE_ID)
                .fetch(r -> new Pile(r.get(q.PILE_ID), r.get(q.SCHOOL_ID), r.get(day), r.get(tips)));
    }

    /** Empty where all of it were read. */
    @Transactional(readOnly = true)
    public Optional<Pile> find(UUID pile) {
        return waiting().stream().filter(one -> one.id().equals(pile)).findFirst();
    }

    @Transactional(readOnly = true)
    public List<UUID> waiting(UUID pile) {
        var q = QUEUED_TIP;
        return db.select(q.ID).from(q).where(folded()).and(q.PILE_ID.eq(pile)).orderBy(q.ID).fetch(q.ID);
    }

    /** Of a pile, those about a life: they are read one by one. */
    @Transactional(readOnly = true)
    public List<UUID> aboutALife(UUID pile) {
        var q = QUEUED_TIP;
        return db.select(q.ID).from(q).where(q.PILE_ID.eq(pile)).and(q.TIP_CLASS.eq(TipClass.LIFE_SAFETY.name()))
                .and(q.STATE.ne("CLOSED")).orderBy(q.ID).fetch(q.ID);
    }
}
