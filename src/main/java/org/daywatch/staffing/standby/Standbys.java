package org.daywatch.staffing.standby;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;
import static org.daywatch_db.staffing.Tables.STANDBY;
import static org.daywatch_db.staffing.Tables.STANDBY_CHANGE;
import static org.daywatch_db.staffing.Tables.STANDBY_PLACE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.FarthestDays;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.StaffingEvent;
import org.daywatch.staffing.standby.StandbyCandidate.Distance;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For every taken post of the coming days: who would be asked, kept ready and worked out anew when facts change. */
@Component
@Transactional
public class Standbys {

    static final int MOST = 12;
    private static final int AT_ONCE = 20;
    /** Any number, the same on every node: one of them works the lists out, the others skip it. */
    private static final long ONE_NODE_ONLY = 0x5354_414e_4442L;

    private final HomeTime home;
    private final DSLContext db;
    private final StandbyRanking ranking;
    private final ProgramRules rules;
    private final OnBehalf onBehalf;
    private final Live live;
    private final Clock clock;

    Standbys(DSLContext db, StandbyRanking ranking, ProgramRules rules, OnBehalf onBehalf, Live live, HomeTime home,
            Clock clock) {
        this.home = home;
        this.live = live;
        this.db = db;
        this.ranking = ranking;
        this.rules = rules;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    /**
     * @param computedAt when the order was worked out; facts may have changed since, and whoever is asked is judged
     * anew
     */
    public record Standby(UUID post, Instant computedAt, List<Ready> officers) {}

    public record Ready(int place, UUID officer, String name, int departmentRank, boolean outside, boolean core,
            int daysKnown, int wishes, int minutes, Distance distance) {}

    /** A line is left and nothing is waited for; what changed may concern every list. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(StaffingEvent fact) {
        onBehalf.run(fact.tenant(),
                () -> db.insertInto(STANDBY_CHANGE).set(STANDBY_CHANGE.AGENCY_ID, fact.tenant())
                        .set(STANDBY_CHANGE.ID, Ids.next())
                        .set(STANDBY_CHANGE.AT, clock.instant()).execute());
    }

    /** For the agency that is bound: when something changed, or a post has no list. @return lists worked out */
    public int refresh() {
        if (!Boolean.TRUE.equals(db.fetchValue("select pg_try_advisory_xact_lock({0})", DSL.val(ONE_NODE_ONLY))))
            return 0;
        var now = clock.instant();
        boolean changed = db.deleteFrom(STANDBY_CHANGE).execute() > 0;
        var today = earliest(now);
        var ahead = db.select(POST.ID, POST.DAY).from(POST).leftJoin(STANDBY).on(STANDBY.AGENCY_ID.eq(POST.AGENCY_ID))
                .and(STANDBY.POST_ID.eq(POST.ID))
                .where(POST.DAY.between(today, today.plusDays(days(now)))).and(POST.STATE.eq("FILLED"))
                .and(POST.ENDS_AT.gt(now))
                .and(changed ? DSL.noCondition() : STANDBY.POST_ID.isNull()).fetch();
        db.deleteFrom(STANDBY)
                .where(STANDBY.POST_ID
                        .in(db.select(POST.ID).from(POST).where(POST.STATE.ne("FILLED").or(POST.ENDS_AT.le(now)))))
                .execute();
        var days = ahead.stream().collect(Collectors.groupingBy(r -> r.get(POST.DAY),
                Collectors.mapping(r -> r.get(POST.ID), Collectors.toSet())));
        work(days, now);
        return ahead.size();
    }

    /**
     * Posts that were just taken have no list yet, or one of somebody before: a few of them are worked out without
     * waiting for all others. @return lists worked out
     */
    public int begin() {
        var now = clock.instant();
        var today = earliest(now);
        if (!Boolean.TRUE.equals(db.fetchValue("select pg_try_advisory_xact_lock({0})", DSL.val(ONE_NODE_ONLY))))
            return 0;
        var listed = DSL.exists(db.selectOne().from(STANDBY).where(STANDBY.AGENCY_ID.eq(SHIFT.AGENCY_ID))
                .and(STANDBY.POST_ID.eq(SHIFT.POST_ID)).and(STANDBY.COMPUTED_AT.gt(SHIFT.ACCEPTED_AT)));
        var without = db.select(POST.ID, POST.DAY).from(POST).join(SHIFT).on(SHIFT.AGENCY_ID.eq(POST.AGENCY_ID))
                .and(SHIFT.POST_ID.eq(POST.ID)).and(SHIFT.STATE.eq("SCHEDULED"))
                .where(POST.DAY.between(today, today.plusDays(days(now)))).and(POST.STATE.eq("FILLED"))
                .and(POST.ENDS_AT.gt(now)).andNot(listed).orderBy(POST.STARTS_AT,
                        POST.ID)
                .limit(AT_ONCE).fetch();
        work(without.stream().collect(Collectors.groupingBy(r -> r.get(POST.DAY),
                Collectors.mapping(r -> r.get(POST.ID), Collectors.toSet()))), now);
        return without.size();
    }

    private void work(Map<LocalDate, Set<UUID>> days, Instant now) {
        if (days.isEmpty()) return;
        days.forEach((day, posts) -> {
            var ranked = ranking.ofDay(day, posts, MOST);
            posts.forEach(post -> keep(post, ranked.getOrDefault(post, List.of()), now)); // an empty list is one as well: nobody is behind them
        });
        live.ring("standby");
    }

    /** The earliest day it may still be at a school. */
    private static LocalDate earliest(Instant now) {
        return FarthestDays.earliest(now);
    }

    private int days(Instant now) {
        return rules.book().get("STANDBY_DAYS", home.day(now)).number();
    }

    private void keep(UUID post, List<StandbyCandidate> officers, Instant now) {
        db.deleteFrom(STANDBY).where(STANDBY.POST_ID.eq(post)).execute();
        db.insertInto(STANDBY).set(STANDBY.AGENCY_ID, Tenancy.tenant()).set(STANDBY.POST_ID, post)
                .set(STANDBY.COMPUTED_AT, now).execute();
        var rows = new ArrayList<org.jooq.Query>();
        for (int i = 0; i < officers.size(); i++) {
            var c = officers.get(i);
            rows.add(db.insertInto(STANDBY_PLACE).set(STANDBY_PLACE.AGENCY_ID, Tenancy.tenant())
                    .set(STANDBY_PLACE.POST_ID, post).set(STANDBY_PLACE.PLACE, i + 1)
                    .set(STANDBY_PLACE.OFFICER_ID, c.officer()).set(STANDBY_PLACE.DEPARTMENT_RANK, c.departmentRank())
                    .set(STANDBY_PLACE.OUTSIDE, c.outside())
                    .set(STANDBY_PLACE.CORE, c.core()).set(STANDBY_PLACE.DAYS_KNOWN, c.daysKnown())
                    .set(STANDBY_PLACE.WISHES, c.wishes())
                    .set(STANDBY_PLACE.MINUTES, (int) c.minutes()).set(STANDBY_PLACE.DISTANCE, c.distance().name()));
        }
        if (!rows.isEmpty()) db.batch(rows).execute();
    }

    @Transactional(readOnly = true)
    public Optional<Standby> find(UUID post) {
        return db.selectFrom(STANDBY).where(STANDBY.POST_ID.eq(post)).fetchOptional().map(s -> new Standby(post,
                s.getComputedAt(),
                db.select(STANDBY_PLACE.asterisk(), OFFICER.FULL_NAME).from(STANDBY_PLACE).join(OFFICER)
                        .on(OFFICER.AGENCY_ID.eq(STANDBY_PLACE.AGENCY_ID))
                        .and(OFFICER.ID.eq(STANDBY_PLACE.OFFICER_ID)).where(STANDBY_PLACE.POST_ID.eq(post))
                        .orderBy(STANDBY_PLACE.PLACE).fetch(r -> new Ready(
                                r.get(STANDBY_PLACE.PLACE), r.get(STANDBY_PLACE.OFFICER_ID), r.get(OFFICER.FULL_NAME),
                                r.get(STANDBY_PLACE.DEPARTMENT_RANK),
                                r.get(STANDBY_PLACE.OUTSIDE), r.get(STANDBY_PLACE.CORE),
                                r.get(STANDBY_PLACE.DAYS_KNOWN), r.get(STANDBY_PLACE.WISHES),
                                r.get(STANDBY_PLACE.MINUTES), Distance.valueOf(r.get(STANDBY_PLACE.DISTANCE))))));
    }

    /** @param ready how many officers would be asked for it */
    public record Line(UUID post, UUID school, Instant startsAt, Instant endsAt, String officer, Instant computedAt,
            int ready) {}

    /** All taken posts ahead, those with the fewest officers behind them first. */
    @Transactional(readOnly = true)
    public List<Line> list() {
        var ready = DSL.field(DSL.selectCount().from(STANDBY_PLACE).where(STANDBY_PLACE.AGENCY_ID.eq(STANDBY.AGENCY_ID))
                .and(STANDBY_PLACE.POST_ID.eq(STANDBY.POST_ID)));
        return db
                .select(POST.ID, POST.SCHOOL_ID, POST.STARTS_AT, POST.ENDS_AT, SHIFT.OFFICER_NAME, STANDBY.COMPUTED_AT,
                        ready)
                .from(STANDBY)
                .join(POST).on(POST.AGENCY_ID.eq(STANDBY.AGENCY_ID)).and(POST.ID.eq(STANDBY.POST_ID))
                .join(SHIFT).on(SHIFT.AGENCY_ID.eq(POST.AGENCY_ID)).and(SHIFT.POST_ID.eq(POST.ID))
                .and(SHIFT.STATE.eq("SCHEDULED"))
                .where(POST.STARTS_AT.gt(clock.instant())).orderBy(ready, POST.STARTS_AT, POST.ID)
                .fetch(r -> new Line(r.get(POST.ID), r.get(POST.SCHOOL_ID), r.get(POST.STARTS_AT), r.get(POST.ENDS_AT),
                        r.get(SHIFT.OFFICER_NAME), r.get(STANDBY.COMPUTED_AT), r.get(ready)));
    }
}
