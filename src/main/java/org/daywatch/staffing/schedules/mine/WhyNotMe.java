package org.daywatch.staffing.schedules.mine;

import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.ROSTER;
import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.PostFacts;
import org.daywatch.staffing.eligibility.Verdict;
import org.daywatch.staffing.officers.OfficerAccounts.OfficerFile;
import org.daywatch.staffing.schedules.pages.ScheduleGrid;
import org.daywatch.staffing.schedules.pages.WhyQueries;
import org.daywatch.staffing.schedules.weeks.ScheduleStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts that went to somebody else, and why: the rules about the officer who asks, and points compared. Nobody else is
 * named.
 */
@Component
@Transactional(readOnly = true)
public class WhyNotMe {

    private static final int DAYS = 14;
    private static final int MOST = 60;

    private final HomeTime home;
    private final DSLContext db;
    private final EligibilityQueries eligibility;
    private final ScheduleStore rosters;
    private final ScheduleGrid grid;
    private final WhyQueries why;
    private final Clock clock;

    WhyNotMe(DSLContext db, EligibilityQueries eligibility, ScheduleStore rosters, ScheduleGrid grid, WhyQueries why,
            HomeTime home, Clock clock) {
        this.home = home;
        this.db = db;
        this.eligibility = eligibility;
        this.rosters = rosters;
        this.grid = grid;
        this.why = why;
        this.clock = clock;
    }

    /** @param kept for somebody who has not answered yet */
    public record Gone(PostFacts post, boolean kept) {}

    /**
     * @param proposed whoever has it stands there by a schedule
     * @param ahead their points less the asker's by rule, zero ones left out; null where they cannot be compared
     */
    public record Answer(Gone gone, Verdict verdict, boolean proposed, @Nullable SortedMap<String, Long> ahead) {}

    List<Gone> list(OfficerFile officer) {
        int rank = eligibility.department(officer.departmentId()).rank();
        var today = home.today();
        return db.select(POST.ID, POST.STATE).from(POST).where(gone(officer)).and(POST.POSTED_RANK.ge(rank))
                .and(POST.DAY.between(today, today.plusDays(DAYS)))
                .orderBy(POST.STARTS_AT, POST.ID).limit(MOST)
                .fetch(r -> new Gone(eligibility.post(r.get(POST.ID)), r.get(POST.STATE).equals("HELD")));
    }

    private Condition gone(OfficerFile officer) {
        var theirs = DSL.exists(DSL.selectOne().from(SHIFT).where(SHIFT.POST_ID.eq(POST.ID))
                .and(SHIFT.OFFICER_ID.eq(officer.id())).and(SHIFT.STATE.in("SCHEDULED", "ON_POST", "ENDED")));
        return POST.STATE.in("HELD", "FILLED").and(POST.ENDS_AT.gt(clock.instant()))
                .and(POST.HELD_FOR.isNull().or(POST.HELD_FOR.ne(officer.id()))).and(DSL.not(theirs));
    }

    Answer answer(OfficerFile officer, UUID post) {
        var state = db.select(POST.STATE).from(POST).where(POST.ID.eq(post)).and(gone(officer))
                .fetchOptional(POST.STATE).orElseThrow(() -> new NotFound("post " + post));
        var judged = eligibility.describe(officer.id(), post);
        var gone = new Gone(judged.post(), state.equals("HELD"));
        var roster = proposing(post);
        if (roster.isEmpty()) return new Answer(gone, judged.verdict(), false, null);
        return new Answer(gone, judged.verdict(), true,
                judged.verdict().reasons().isEmpty() ? ahead(roster.get(), post, officer.id()) : null);
    }

    /** The newest schedule that published somebody there. */
    private Optional<UUID> proposing(UUID post) {
        return db.select(ROSTER.ID).from(ROSTER_PLACE).join(ROSTER).on(ROSTER.AGENCY_ID.eq(ROSTER_PLACE.AGENCY_ID))
                .and(ROSTER.ID.eq(ROSTER_PLACE.ROSTER_ID))
                .where(ROSTER_PLACE.POST_ID.eq(post)).and(ROSTER_PLACE.PUBLISHED_AT.isNotNull())
                .and(ROSTER_PLACE.DECLINED_AT.isNull())
                .orderBy(ROSTER.ASKED_AT.desc()).limit(1).fetchOptional(ROSTER.ID);
    }

    private @Nullable SortedMap<String, Long> ahead(UUID id, UUID post, UUID asker) {
        var place = grid.place(id, post).orElseThrow(() -> new NotFound("place " + post));
        var explained = why.explain(rosters.get(id), place, null);
        var holder = explained.flatMap(e -> e.holders().stream().findFirst());
        var own = explained
                .flatMap(e -> e.others().stream().filter(o -> o.officer().equals(asker.toString())).findFirst());
        if (holder.isEmpty() || own.isEmpty() || !own.get().lacks().isEmpty()) return null;
        var ahead = new TreeMap<>(holder.get().terms());
        own.get().terms().forEach((term, points) -> ahead.merge(term, -points, Long::sum));
        ahead.values().removeIf(points -> points == 0);
        return ahead;
    }
}
