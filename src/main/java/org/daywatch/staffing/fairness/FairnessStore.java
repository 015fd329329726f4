package org.daywatch.staffing.fairness;

import static org.daywatch_db.staffing.Tables.FAIRNESS_MONTH;
import static org.daywatch_db.staffing.Tables.FAIRNESS_SECRET;
import static org.daywatch_db.staffing.Tables.OPPORTUNITY;
import static org.daywatch_db.staffing.Tables.OPPORTUNITY_GATHERING;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;
import static org.daywatch_db.staffing.Tables.TRADE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.eligibility.PostFacts;
import org.daywatch_db.staffing.tables.records.OpportunityRecord;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Chances as stored, what became of them as shifts, trades and held places say, and published months. */
@Repository
@Transactional
class FairnessStore {

    /** Older chances are settled: their months are over. */
    private static final int DAYS_BACK = 62;

    private final DSLContext db;

    FairnessStore(DSLContext db) {
        this.db = db;
    }

    /** What became of them. */
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

    /** @return whether somebody has asked for it, or it was done last before {@code earliest}; it is done then */
    boolean due(Instant now, Instant earliest) {
        var g = OPPORTUNITY_GATHERING;
        db.insertInto(g).set(g.AGENCY_ID, Tenancy.tenant()).set(g.DUE, true).onConflictDoNothing().execute();
        return db.update(g).set(g.DUE, false).set(g.GATHERED_AT, now)
                .where(g.DUE.isTrue().or(g.GATHERED_AT.isNull()).or(g.GATHERED_AT.lt(earliest))).execute() == 1;
    }

    void ask(UUID agency) {
        var g = OPPORTUNITY_GATHERING;
        db.insertInto(g).set(g.AGENCY_ID, agency).set(g.DUE, true).onConflict(g.AGENCY_ID).doUpdate().set(g.DUE, true)
                .execute();
    }

    /** Posts of these days that can be taken, with the officer each is held for. */
    Map<UUID, @Nullable UUID> open(LocalDate from, LocalDate to, Instant now) {
        return db.select(POST.ID, POST.HELD_FOR).from(POST).where(POST.DAY.between(from, to))
                .and(POST.STATE.in("OPEN", "HELD")).and(POST.STARTS_AT.gt(now)).fetchMap(POST.ID, POST.HELD_FOR);
    }

    boolean canBeTaken(UUID post) {
        return db.fetchExists(POST, POST.ID.eq(post).and(POST.STATE.in("OPEN", "HELD")));
    }

    /** @return how many of these the officer had not been shown before */
    int insert(UUID officer, List<PostFacts> posts, Instant now) {
        var rows = new ArrayList<Query>();
        for (var post : posts) {
            rows.add(db.insertInto(OPPORTUNITY).set(OPPORTUNITY.AGENCY_ID, Tenancy.tenant())
                    .set(OPPORTUNITY.OFFICER_ID, officer).set(OPPORTUNITY.POST_ID, post.id())
                    .set(OPPORTUNITY.DAY, post.day()).set(OPPORTUNITY.MINUTES, (int) post.window().minutes())
                    .set(OPPORTUNITY.SHOWN_AT, now).onConflictDoNothing());
        }
        return rows.isEmpty() ? 0 : Arrays.stream(db.batch(rows).execute()).sum();
    }

    /** @return false where they had declined it before */
    boolean decline(UUID officer, UUID post, Instant now) {
        return db.update(OPPORTUNITY).set(OPPORTUNITY.DECLINED_AT, now).where(OPPORTUNITY.OFFICER_ID.eq(officer))
                .and(OPPORTUNITY.POST_ID.eq(post)).and(OPPORTUNITY.DECLINED_AT.isNull()).execute() == 1;
    }

    boolean declined(UUID officer, UUID post) {
        return db.fetchExists(OPPORTUNITY, OPPORTUNITY.OFFICER_ID.eq(officer).and(OPPORTUNITY.POST_ID.eq(post))
                .and(OPPORTUNITY.DECLINED_AT.isNotNull()));
    }

    boolean reconsider(UUID officer, UUID post) {
        return db.update(OPPORTUNITY).setNull(OPPORTUNITY.DECLINED_AT).where(OPPORTUNITY.OFFICER_ID.eq(officer))
                .and(OPPORTUNITY.POST_ID.eq(post))
                .and(OPPORTUNITY.DECLINED_AT.isNotNull()).execute() == 1;
    }

    /** @return false where the month is published already */
    boolean publish(UUID id, LocalDate month, String sheet, String reason, @Nullable UUID person, Instant now) {
        var m = FAIRNESS_MONTH;
        return db.insertInto(m).set(m.AGENCY_ID, Tenancy.tenant()).set(m.ID, id).set(m.MONTH, month).set(m.SHEET, sheet)
                .set(m.PUBLISHED_BY, person).set(m.PUBLISHED_AT, now)
                .set(m.REASON, reason).onConflictDoNothing().execute() > 0;
    }

    /** @return the one that was published; empty where none was */
    Optional<UUID> withdraw(LocalDate month, String reason, @Nullable UUID person, Instant now) {
        var m = FAIRNESS_MONTH;
        return db.update(m).set(m.WITHDRAWN_AT, now).set(m.WITHDRAWN_BY, person).set(m.WITHDRAWN_REASON, reason)
                .where(m.MONTH.eq(month)).and(m.WITHDRAWN_AT.isNull())
                .returning(m.ID).fetchOptional(m.ID);
    }

    record Month(UUID id, LocalDate month, String sheet, Instant at) {}

    /** The newest first. */
    List<Month> published() {
        return db.selectFrom(FAIRNESS_MONTH).where(FAIRNESS_MONTH.WITHDRAWN_AT.isNull())
                .orderBy(FAIRNESS_MONTH.MONTH.desc())
                .fetch(r -> new Month(r.getId(), r.getMonth(), r.getSheet(), r.getPublishedAt()));
    }

    /** Two who ask for the first time get the same one. @param fresh taken where there is none yet */
    byte[] secret(byte[] fresh, Instant now) {
        var s = FAIRNESS_SECRET;
        db.insertInto(s).set(s.AGENCY_ID, Tenancy.tenant()).set(s.SECRET, fresh).set(s.MADE_AT, now)
                .onConflictDoNothing().execute();
        return db.select(s.SECRET).from(s).fetchSingle(s.SECRET);
    }
}
