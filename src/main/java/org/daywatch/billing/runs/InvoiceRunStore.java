package org.daywatch.billing.runs;

import static org.daywatch_db.billing.Tables.INVOICE_RUN;
import static org.daywatch_db.billing.Tables.RUN_PART;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.billing.invoices.Issuing.Issuer;
import org.daywatch.billing.runs.InvoiceRun.Part;
import org.daywatch.billing.runs.InvoiceRun.State;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.billing.tables.records.InvoiceRunRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Runs and their parts as rows. */
@Repository
@Transactional
class InvoiceRunStore {

    private final DSLContext db;

    InvoiceRunStore(DSLContext db) {
        this.db = db;
    }

    private Optional<InvoiceRun> find(Condition which) {
        return db.selectFrom(INVOICE_RUN).where(which).orderBy(INVOICE_RUN.STARTED_AT.desc()).limit(1)
                .fetchOptional(this::run);
    }

    @Transactional(readOnly = true)
    InvoiceRun get(UUID id) {
        return find(INVOICE_RUN.ID.eq(id)).orElseThrow(() -> new NotFound("invoice run " + id));
    }

    @Transactional(readOnly = true)
    Optional<InvoiceRun> underWay() {
        return find(INVOICE_RUN.FINISHED_AT.isNull());
    }

    /** The one that was begun last for a month. */
    @Transactional(readOnly = true)
    Optional<InvoiceRun> latest(YearMonth month) {
        return find(INVOICE_RUN.MONTH.eq(month.atDay(1)));
    }

    /** @return false while another one of the agency is under way */
    boolean insert(InvoiceRun run) {
        var r = INVOICE_RUN;
        boolean first = db.insertInto(r).set(r.AGENCY_ID, Tenancy.tenant()).set(r.ID, run.id())
                .set(r.MONTH, run.month().atDay(1)).set(r.STARTED_AT, run.startedAt())
                .set(r.STARTED_BY, run.issuer().person()).set(r.STARTED_NAME, run.issuer().name()).onConflictDoNothing()
                .execute() == 1;
        if (!first) return false;
        var p = RUN_PART;
        db.insertInto(p, p.AGENCY_ID, p.RUN_ID, p.DISTRICT_ID, p.DISTRICT_NAME, p.STATE)
                .valuesOfRows(run.parts().stream().map(part -> DSL.row(Tenancy.tenant(), run.id(), part.district(),
                        part.districtName(), part.state().name())).toList())
                .execute();
        return true;
    }

    /**
     * The part, for whoever comes first: nobody else does it meanwhile. Empty where it is done, or somebody is at it.
     */
    Optional<Part> take(UUID run, UUID district) {
        return db.selectFrom(RUN_PART).where(RUN_PART.RUN_ID.eq(run)).and(RUN_PART.DISTRICT_ID.eq(district))
                .and(RUN_PART.STATE.eq(State.PENDING.name())).forUpdate().skipLocked()
                .fetchOptional(r -> new Part(r.getDistrictId(), r.getDistrictName(), State.valueOf(r.getState()),
                        r.getInvoiceId(), r.getWithoutRate()));
    }

    void became(UUID run, UUID district, State state, @Nullable UUID invoice, int withoutRate, Instant now) {
        var p = RUN_PART;
        db.update(p).set(p.STATE, state.name()).set(p.INVOICE_ID, invoice).set(p.WITHOUT_RATE, withoutRate)
                .set(p.DONE_AT, now).where(p.RUN_ID.eq(run)).and(p.DISTRICT_ID.eq(district)).execute();
    }

    /** @return true for whoever ends it; false where a part is still to come, or it was over */
    boolean finish(UUID run, Instant now) {
        var pending = DSL.selectOne().from(RUN_PART).where(RUN_PART.RUN_ID.eq(run))
                .and(RUN_PART.STATE.eq(State.PENDING.name()));
        return db.update(INVOICE_RUN).set(INVOICE_RUN.FINISHED_AT, now).where(INVOICE_RUN.ID.eq(run))
                .and(INVOICE_RUN.FINISHED_AT.isNull()).andNotExists(pending).execute() == 1;
    }

    private InvoiceRun run(InvoiceRunRecord r) {
        var parts = db.selectFrom(RUN_PART).where(RUN_PART.RUN_ID.eq(r.getId()))
                .orderBy(RUN_PART.DISTRICT_NAME, RUN_PART.DISTRICT_ID)
                .fetch(p -> new Part(p.getDistrictId(), p.getDistrictName(), State.valueOf(p.getState()),
                        p.getInvoiceId(), p.getWithoutRate()));
        return new InvoiceRun(r.getId(), YearMonth.from(r.getMonth()), r.getStartedAt(),
                new Issuer(r.getStartedBy(), r.getStartedName()), r.getFinishedAt(), parts);
    }
}
