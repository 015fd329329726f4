package org.daywatch.emergencies.tips;

import static org.daywatch_db.emergencies.Tables.TIP;
import static org.daywatch_db.emergencies.Tables.TIP_GROUP;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.tips.TipWordStore.Words;
import org.daywatch.emergencies.tips.Tips.Decided;
import org.daywatch.emergencies.tips.Tips.Decision;
import org.daywatch.emergencies.tips.Tips.How;
import org.daywatch.emergencies.tips.Tips.Row;
import org.daywatch.emergencies.tips.Tips.Tip;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch_db.emergencies.tables.records.TipGroupRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tips as people look at them. */
@Component
@Transactional(readOnly = true)
class TipQueries {

    static final List<String> SORTABLE = List.of("opened", "tips");

    private static final Field<Integer> COUNT = DSL.field(DSL.selectCount().from(TIP)
            .where(TIP.AGENCY_ID.eq(TIP_GROUP.AGENCY_ID)).and(TIP.GROUP_ID.eq(TIP_GROUP.ID)));
    private static final Field<Instant> LAST = DSL.field(DSL.select(DSL.max(TIP.SAID_AT)).from(TIP)
            .where(TIP.AGENCY_ID.eq(TIP_GROUP.AGENCY_ID)).and(TIP.GROUP_ID.eq(TIP_GROUP.ID)));

    private final DSLContext db;
    private final Campuses campuses;
    private final TipWordStore words;

    TipQueries(DSLContext db, Campuses campuses, TipWordStore words) {
        this.words = words;
        this.db = db;
        this.campuses = campuses;
    }

    /** Without a reason: that is read by {@link #reason}. */
    Optional<Tips> find(UUID id) {
        return db.selectFrom(TIP_GROUP).where(TIP_GROUP.ID.eq(id)).fetchOptional().map(TipQueries::tips);
    }

    /** With why it was decided so, for somebody who may read it. */
    Tips reason(Tips group) {
        var decided = group.decided();
        if (decided == null) return group;
        var why = words.reasonOf(group.districtId(), group.id())
                .orElseGet(() -> db.select(TIP_GROUP.REASON).from(TIP_GROUP).where(TIP_GROUP.ID.eq(group.id()))
                        .fetchSingle(TIP_GROUP.REASON));
        return new Tips(group.agencyId(), group.id(), group.districtId(), group.schoolId(), group.openedAt(),
                new Decided(decided.decision(), why, decided.at(), decided.by()));
    }

    /**
     * The newest first: what was said last is what people ask about.
     *
     * @param most so many at the most; {@code reads} with what was said
     */
    List<Tip> tips(Tips group, int most, boolean reads) {
        var rows = db.selectFrom(TIP).where(TIP.GROUP_ID.eq(group.id())).orderBy(TIP.SAID_AT.desc(), TIP.ID.desc())
                .limit(most).fetch();
        var said = reads ? words.of(group.districtId(), rows.map(r -> r.getId())) : Map.<UUID, Words>of();
        return rows.map(r -> {
            // What an older release kept is read where it stands until it has moved.
            var one = said.getOrDefault(r.getId(), reads
                    ? new Words(r.getRoom(), r.getWords(), List.of(r.getFindings()))
                    : new Words("", "", List.of()));
            return new Tip(r.getId(), How.valueOf(r.getHow()), one.room(), one.words(), one.findings(), r.getSaidAt(),
                    r.getByName());
        });
    }

    int count(UUID group) {
        return db.fetchCount(TIP, TIP.GROUP_ID.eq(group));
    }

    long count(Paging paging, Optional<Set<UUID>> schools) {
        return db.fetchCount(TIP_GROUP, which(paging, schools));
    }

    List<Row> list(Paging paging, Optional<Set<UUID>> schools, int limit) {
        Field<?> column = paging.sort().equals("tips") ? COUNT : TIP_GROUP.OPENED_AT;
        var count = COUNT.as("tips");
        var last = LAST.as("last_at");
        var rows = db.select(TIP_GROUP.asterisk(), count, last).from(TIP_GROUP).where(which(paging, schools))
                .orderBy(paging.descending() ? column.desc() : column.asc(), TIP_GROUP.OPENED_AT.desc())
                .offset(paging.offset()).limit(limit).fetch();
        Map<UUID, Campus> named = campuses.list(rows.stream().map(r -> r.get(TIP_GROUP.SCHOOL_ID)).distinct().toList())
                .stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        return rows.map(r -> {
            var campus = Optional.ofNullable(named.get(r.get(TIP_GROUP.SCHOOL_ID)));
            return new Row(r.get(TIP_GROUP.ID), campus.map(Campus::name).orElse(""),
                    campus.map(Campus::zone).orElse(ZoneId.of("UTC")), r.get(TIP_GROUP.OPENED_AT), r.get(last),
                    r.get(count),
                    Optional.ofNullable(r.get(TIP_GROUP.DECISION)).orElse(""),
                    Optional.ofNullable(r.get(TIP_GROUP.DECIDED_NAME)).orElse(""));
        });
    }

    private Condition which(Paging paging, Optional<Set<UUID>> schools) {
        var which = schools.map(TIP_GROUP.SCHOOL_ID::in).orElse(DSL.noCondition());
        if (paging.filter("state").equals("WAITING")) which = which.and(TIP_GROUP.DECISION.isNull());
        else if (!paging.filter("state").isEmpty()) which = which.and(TIP_GROUP.DECISION.eq(paging.filter("state")));
        if (paging.filter("q").isEmpty()) return which;
        var found = campuses.search(paging.filter("q"), null).stream().map(Campus::id).toList();
        return which.and(TIP_GROUP.SCHOOL_ID.in(found));
    }

    private static Tips tips(TipGroupRecord r) {
        var decided = r.getDecision() == null
                ? null
                : new Decided(Decision.valueOf(r.getDecision()), "", r.getDecidedAt(), r.getDecidedName());
        return new Tips(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getOpenedAt(), decided);
    }
}
