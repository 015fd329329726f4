package org.daywatch.staffing.fairness;

import static org.daywatch_db.staffing.Tables.OPPORTUNITY;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;
import static org.daywatch_db.staffing.Tables.TRADE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daywatch_db.staffing.tables.records.OpportunityRecord;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What became of chances, read from the rows in which it was done: shifts, trades, held places. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OpportunityOutcomes {

    /** Older chances are settled: their months are over. */
    private static final int DAYS_BACK = 62;

    private final DSLContext db;

    OpportunityOutcomes(DSLContext db) {
        this.db = db;
    }

    void take(Instant now) {
        var minutes = minutes();
        var recent = POST.DAY.ge(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_BACK));
        upsert(OPPORTUNITY.ACCEPTED_AT, DSL
                .select(SHIFT.AGENCY_ID, SHIFT.OFFICER_ID, SHIFT.POST_ID, POST.DAY, minutes, DSL.max(SHIFT.ACCEPTED_AT))
                .from(SHIFT)
                .join(POST).on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(POST.ID.eq(SHIFT.POST_ID)).where(recent)
                .groupBy(SHIFT.AGENCY_ID, SHIFT.OFFICER_ID, SHIFT.POST_ID, POST.DAY, POST.STARTS_AT, POST.ENDS_AT));
        upsert(OPPORTUNITY.GIVEN_BACK_AT, DSL
                .select(SHIFT.AGENCY_ID, SHIFT.OFFICER_ID, SHIFT.POST_ID, POST.DAY, minutes, DSL.max(SHIFT.CLOSED_AT))
                .from(SHIFT)
                .join(POST).on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(POST.ID.eq(SHIFT.POST_ID))
                .where(SHIFT.STATE.eq("GIVEN_BACK")).and(recent)
                .groupBy(SHIFT.AGENCY_ID, SHIFT.OFFICER_ID, SHIFT.POST_ID, POST.DAY, POST.STARTS_AT, POST.ENDS_AT));
        upsert(OPPORTUNITY.ASKED_AT, DSL
                .select(TRADE.AGENCY_ID, TRADE.TO_OFFICER, SHIFT.POST_ID, POST.DAY, minutes, DSL.max(TRADE.PROPOSED_AT))
                .from(TRADE)
                .join(SHIFT).on(SHIFT.AGENCY_ID.eq(TRADE.AGENCY_ID)).and(SHIFT.ID.eq(TRADE.SHIFT_ID)).join(POST)
                .on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(POST.ID.eq(SHIFT.POST_ID)).where(recent)
                .groupBy(TRADE.AGENCY_ID, TRADE.TO_OFFICER, SHIFT.POST_ID, POST.DAY, POST.STARTS_AT, POST.ENDS_AT));
        upsert(OPPORTUNITY.DECLINED_AT, DSL
                .select(TRADE.AGENCY_ID, TRADE.TO_OFFICER, SHIFT.POST_ID, POST.DAY, minutes, DSL.max(TRADE.DECIDED_AT))
                .from(TRADE)
                .join(SHIFT).on(SHIFT.AGENCY_ID.eq(TRADE.AGENCY_ID)).and(SHIFT.ID.eq(TRADE.SHIFT_ID)).join(POST)
                .on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(POST.ID.eq(SHIFT.POST_ID))
                .where(TRADE.STATE.eq("DECLINED")).and(recent)
                .groupBy(TRADE.AGENCY_ID, TRADE.TO_OFFICER, SHIFT.POST_ID, POST.DAY, POST.STARTS_AT, POST.ENDS_AT));
        upsert(OPPORTUNITY.ASKED_AT,
                DSL.select(POST.AGENCY_ID, POST.HELD_FOR, POST.ID, POST.DAY, minutes, DSL.val(now, SHIFT.ACCEPTED_AT))
                        .from(POST)
                        .where(POST.STATE.eq("HELD")).and(POST.HELD_FOR.isNotNull()));
    }

    private static org.jooq.Field<Integer> minutes() {
        return DSL.field("(extract(epoch from ({0} - {1})) / 60)::int", SQLDataType.INTEGER, POST.ENDS_AT,
                POST.STARTS_AT);
    }

    /**
     * Counts as shown where nothing was seen before. When they were asked first is kept; of the other acts the last one
     * counts.
     */
    private void upsert(TableField<OpportunityRecord, Instant> when,
            Select<Record6<UUID, UUID, UUID, LocalDate, Integer, Instant>> rows) {
        var found = rows.asTable("found", "agency_id", "officer_id", "post_id", "day", "minutes", "at");
        var at = found.field("at", Instant.class);
        db.insertInto(OPPORTUNITY, OPPORTUNITY.AGENCY_ID, OPPORTUNITY.OFFICER_ID, OPPORTUNITY.POST_ID, OPPORTUNITY.DAY,
                OPPORTUNITY.MINUTES, OPPORTUNITY.SHOWN_AT, when)
                .select(DSL.select(found.field("agency_id", UUID.class), found.field("officer_id", UUID.class),
                        found.field("post_id", UUID.class), found.field("day", LocalDate.class),
                        found.field("minutes", Integer.class), at, at).from(found))
                .onConflict(OPPORTUNITY.AGENCY_ID, OPPORTUNITY.OFFICER_ID, OPPORTUNITY.POST_ID).doUpdate()
                .set(when, DSL.excluded(when))
                .where(when.equals(OPPORTUNITY.ASKED_AT) ? when.isNull() : when.isDistinctFrom(DSL.excluded(when)))
                .execute();
    }
}
