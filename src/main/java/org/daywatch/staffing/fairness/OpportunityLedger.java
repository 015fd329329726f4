package org.daywatch.staffing.fairness;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.OPPORTUNITY;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much work each officer had or declined lately, and when they last had a turn: what awards and schedules share
 * fairly by.
 */
@Repository
@Transactional(readOnly = true)
public class OpportunityLedger {

    /** What an officer declined after all, and never took. */
    static final Condition DECLINED = OPPORTUNITY.DECLINED_AT.isNotNull()
            .and(OPPORTUNITY.ACCEPTED_AT.isNull().or(OPPORTUNITY.ACCEPTED_AT.lt(OPPORTUNITY.DECLINED_AT)))
            .or(OPPORTUNITY.GIVEN_BACK_AT.isNotNull()
                    .and(OPPORTUNITY.ACCEPTED_AT.isNull().or(OPPORTUNITY.ACCEPTED_AT.le(OPPORTUNITY.GIVEN_BACK_AT))));

    private static final Condition HAS = SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED");

    private final DSLContext db;

    OpportunityLedger(DSLContext db) {
        this.db = db;
    }

    /**
     * @param credited minutes they had, and those they declined or gave back: what one says no to does not put one in
     * front
     * @param newcomer shown their first post within the days counted; they stand at least at the median of their
     * department
     */
    public record Credit(Duration credited, boolean newcomer) {}

    /**
     * Credit of these officers for posts beginning within {@code length} before {@code until}; every one asked about is
     * in the answer.
     */
    public Map<UUID, Credit> credits(Collection<UUID> officers, Instant until, Duration length) {
        var departments = db.select(OFFICER.DEPARTMENT_ID).from(OFFICER).where(OFFICER.ID.in(officers));
        Map<UUID, UUID> groups = db.select(OFFICER.ID, OFFICER.DEPARTMENT_ID).from(OFFICER)
                .where(OFFICER.DEPARTMENT_ID.in(departments))
                .and(OFFICER.STATE.eq("ACTIVE").or(OFFICER.ID.in(officers)))
                .fetchMap(OFFICER.ID, OFFICER.DEPARTMENT_ID);
        var minutes = had(groups.keySet(), until.minus(length), until);
        declined(groups.keySet(), until.minus(length), until)
                .forEach((officer, more) -> minutes.merge(officer, more, Long::sum));
        var joined = joined(groups.keySet());
        var standing = new HashMap<UUID, List<Long>>();
        groups.forEach((officer, group) -> {
            if (!newcomer(joined.get(officer), until.minus(length)))
                standing.computeIfAbsent(group, g -> new ArrayList<>()).add(minutes.getOrDefault(officer, 0L));
        });
        var medians = standing.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Inequality.median(e.getValue())));
        var credits = new LinkedHashMap<UUID, Credit>();
        for (var officer : officers) {
            boolean newcomer = newcomer(joined.get(officer), until.minus(length));
            long own = minutes.getOrDefault(officer, 0L);
            long counted = newcomer ? Math.max(own, medians.getOrDefault(groups.get(officer), 0L)) : own;
            credits.put(officer, new Credit(Duration.ofMinutes(counted), newcomer));
        }
        return credits;
    }

    /**
     * When each last had a turn: a shift accepted, a post declined or given back; the person who never had one joined
     * the list with the first post they were shown.
     */
    public Map<UUID, Instant> lastTurns(Collection<UUID> officers) {
        Map<UUID, Instant> turns = new HashMap<>(joined(officers));
        var last = DSL.max(DSL.greatest(OPPORTUNITY.ACCEPTED_AT, OPPORTUNITY.DECLINED_AT, OPPORTUNITY.GIVEN_BACK_AT));
        db.select(OPPORTUNITY.OFFICER_ID, last).from(OPPORTUNITY).where(OPPORTUNITY.OFFICER_ID.in(officers))
                .groupBy(OPPORTUNITY.OFFICER_ID)
                .having(last.isNotNull()).forEach(r -> turns.put(r.get(OPPORTUNITY.OFFICER_ID), r.get(last)));
        var lastAcceptedAt = DSL.max(SHIFT.ACCEPTED_AT);
        db.select(SHIFT.OFFICER_ID, lastAcceptedAt).from(SHIFT).where(SHIFT.OFFICER_ID.in(officers))
                .groupBy(SHIFT.OFFICER_ID)
                .forEach(r -> turns.merge(r.get(SHIFT.OFFICER_ID), r.get(lastAcceptedAt),
                        (a, b) -> a.isAfter(b) ? a : b));
        return turns;
    }

    private Map<UUID, Long> had(Collection<UUID> officers, Instant from, Instant until) {
        var minutes = new HashMap<UUID, Long>();
        db.select(SHIFT.OFFICER_ID, SHIFT.STARTS_AT, SHIFT.ENDS_AT).from(SHIFT).where(SHIFT.OFFICER_ID.in(officers))
                .and(HAS).and(SHIFT.STARTS_AT.ge(from)).and(SHIFT.STARTS_AT.lt(until))
                .forEach(r -> minutes.merge(r.get(SHIFT.OFFICER_ID),
                        Duration.between(r.get(SHIFT.STARTS_AT), r.get(SHIFT.ENDS_AT)).toMinutes(), Long::sum));
        return minutes;
    }

    /**
     * In hours they could have worked: several posts of one morning are one morning, and what they worked then is not
     * declined.
     */
    private Map<UUID, Long> declined(Collection<UUID> officers, Instant from, Instant until) {
        var first = from.atZone(java.time.ZoneOffset.UTC).toLocalDate();
        var last = until.atZone(java.time.ZoneOffset.UTC).toLocalDate();
        var no = DSL.select(OPPORTUNITY.OFFICER_ID.as("officer"), hours(POST.STARTS_AT, POST.ENDS_AT)).from(OPPORTUNITY)
                .join(POST).on(POST.AGENCY_ID.eq(OPPORTUNITY.AGENCY_ID)).and(POST.ID.eq(OPPORTUNITY.POST_ID))
                .where(OPPORTUNITY.OFFICER_ID.in(officers))
                .and(OPPORTUNITY.DAY.between(first, last)).and(DECLINED).and(POST.STATE.ne("CANCELLED"))
                .groupBy(OPPORTUNITY.OFFICER_ID).asTable("no");
        var had = DSL.select(SHIFT.OFFICER_ID.as("officer"), hours(SHIFT.STARTS_AT, SHIFT.ENDS_AT)).from(SHIFT)
                .where(SHIFT.OFFICER_ID.in(officers)).and(HAS)
                .and(SHIFT.ENDS_AT.gt(from)).and(SHIFT.STARTS_AT.lt(until)).groupBy(SHIFT.OFFICER_ID).asTable("had");
        var left = DSL.field(
                "(select coalesce(sum(extract(epoch from upper(piece) - lower(piece)) / 60), 0)::bigint from unnest({0} - coalesce({1}, tstzmultirange())) piece)",
                SQLDataType.BIGINT, no.field("during"), had.field("during"));
        var found = no.field("officer", UUID.class);
        return db.select(found, left).from(no).leftJoin(had)
                .on(had.field("officer", UUID.class).eq(no.field("officer", UUID.class)))
                .fetchMap(r -> r.get(found), r -> r.get(left));
    }

    private static Field<?> hours(Field<Instant> start, Field<Instant> end) {
        return DSL.field("range_agg(tstzrange({0}, {1}))", SQLDataType.OTHER, start, end).as("during");
    }

    private Map<UUID, Instant> joined(Collection<UUID> officers) {
        var firstShownAt = DSL.min(OPPORTUNITY.SHOWN_AT);
        return db.select(OPPORTUNITY.OFFICER_ID, firstShownAt).from(OPPORTUNITY)
                .where(OPPORTUNITY.OFFICER_ID.in(officers)).groupBy(OPPORTUNITY.OFFICER_ID)
                .fetchMap(r -> r.get(OPPORTUNITY.OFFICER_ID), r -> r.get(firstShownAt));
    }

    private static boolean newcomer(@org.jspecify.annotations.Nullable Instant joined, Instant since) {
        return joined == null || joined.isAfter(since);
    }
}
