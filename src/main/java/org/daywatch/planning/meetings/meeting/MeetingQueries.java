package org.daywatch.planning.meetings.meeting;

import static org.daywatch_db.planning.Tables.MEETING_DECISION;
import static org.daywatch_db.planning.Tables.MEETING_SEAT;
import static org.daywatch_db.planning.Tables.SAFETY_MEETING;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.meetings.meeting.Quorum.SeatState;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Meetings as people look at them. */
@Component
@Transactional(readOnly = true)
public class MeetingQueries {

    public static final List<String> SORTABLE = List.of("day", "state");

    private final DSLContext db;
    private final Campuses campuses;

    MeetingQueries(DSLContext db, Campuses campuses) {
        this.db = db;
        this.campuses = campuses;
    }

    /** @param quorum null while it has not been held */
    public record Row(UUID id, String school, LocalDate day, LocalTime begins, String state, @Nullable Boolean quorum,
            int decisions) {}

    /** A seat as it was found when the meeting was closed. */
    public record KeptSeat(String rule, SeatState state, String who, String source) {}

    public long count(Paging paging, Optional<Set<UUID>> schools) {
        return db.fetchCount(SAFETY_MEETING, which(paging, schools));
    }

    public List<Row> list(Paging paging, Optional<Set<UUID>> schools, int limit) {
        var s = SAFETY_MEETING;
        SortField<?> order = paging.sort().equals("state")
                ? paging.descending() ? s.STATE.desc() : s.STATE.asc()
                : paging.descending() ? s.DAY.desc() : s.DAY.asc();
        var decisions = DSL.selectCount().from(MEETING_DECISION).where(MEETING_DECISION.AGENCY_ID.eq(s.AGENCY_ID))
                .and(MEETING_DECISION.MEETING_ID.eq(s.ID)).asField("decisions");
        var rows = db.select(s.ID, s.SCHOOL_ID, s.DAY, s.BEGINS, s.STATE, s.QUORUM, decisions).from(s)
                .where(which(paging, schools)).orderBy(order, s.BEGINS, s.ID)
                .offset(paging.offset()).limit(limit).fetch();
        var named = campuses.list(rows.stream().map(r -> r.get(s.SCHOOL_ID)).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return rows.map(r -> new Row(r.get(s.ID),
                Optional.ofNullable(named.get(r.get(s.SCHOOL_ID))).or(() -> campuses.find(r.get(s.SCHOOL_ID)))
                        .map(Campus::name).orElse(""),
                r.get(s.DAY), r.get(s.BEGINS), r.get(s.STATE), r.get(s.QUORUM), r.get("decisions", Integer.class)));
    }

    private Condition which(Paging paging, Optional<Set<UUID>> schools) {
        var s = SAFETY_MEETING;
        var which = schools.map(s.SCHOOL_ID::in).orElse(DSL.noCondition());
        if (!paging.filter("state").isEmpty()) which = which.and(s.STATE.eq(paging.filter("state")));
        if (!paging.filter("q").isEmpty())
            which = which
                    .and(s.SCHOOL_ID.in(campuses.search(paging.filter("q"), null).stream().map(Campus::id).toList()));
        return which;
    }

    /** The latest first. */
    public List<SafetyTeamMeeting> ofSchool(UUID school) {
        return db.selectFrom(SAFETY_MEETING).where(SAFETY_MEETING.SCHOOL_ID.eq(school))
                .orderBy(SAFETY_MEETING.DAY.desc(), SAFETY_MEETING.BEGINS.desc(), SAFETY_MEETING.ID)
                .fetch(MeetingStore::meeting);
    }

    /** Those of the school year around a day, by school; called off ones and schools without any are left out. */
    public Map<UUID, List<TeamQuarters.Meeting>> inYear(Collection<UUID> schools, LocalDate asOf) {
        var s = SAFETY_MEETING;
        var first = LocalDate.of(asOf.getMonthValue() >= 7 ? asOf.getYear() : asOf.getYear() - 1, 7, 1);
        var found = new HashMap<UUID, List<TeamQuarters.Meeting>>();
        db.select(s.SCHOOL_ID, s.ID, s.DAY, s.QUORUM).from(s).where(s.SCHOOL_ID.in(schools))
                .and(s.STATE.ne("CALLED_OFF")).and(s.DAY.between(first, first.plusYears(1).minusDays(1)))
                .forEach(r -> found.computeIfAbsent(r.get(s.SCHOOL_ID), k -> new java.util.ArrayList<>())
                        .add(new TeamQuarters.Meeting(r.get(s.ID), r.get(s.DAY), r.get(s.QUORUM))));
        return found;
    }

    public List<KeptSeat> seats(UUID meeting) {
        return db.selectFrom(MEETING_SEAT).where(MEETING_SEAT.MEETING_ID.eq(meeting)).orderBy(MEETING_SEAT.RULE_ID)
                .fetch(r -> new KeptSeat(r.getRuleId(), SeatState.valueOf(r.getState()), r.getWho(), r.getSource()));
    }
}
