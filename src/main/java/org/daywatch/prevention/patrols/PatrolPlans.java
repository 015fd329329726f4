package org.daywatch.prevention.patrols;

import static org.daywatch_db.prevention.Tables.PATROL_PLAN;
import static org.daywatch_db.prevention.Tables.PATROL_STOP;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.prevention.patrols.PatrolDraw.Reason;
import org.daywatch.prevention.patrols.PatrolDraw.Route;
import org.daywatch.prevention.patrols.PatrolDraw.Stop;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Patrol plans as made and walked. A week is drawn once. */
@Component
@Transactional
public class PatrolPlans {

    private static final SecureRandom SEEDS = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext db;
    private final PatrolMaking making;
    private final PreventionPlaces places;
    private final AuditLog audit;
    private final Live live;
    private final Clock clock;

    PatrolPlans(DSLContext db, PatrolMaking making, PreventionPlaces places, AuditLog audit, Live live, Clock clock) {
        this.db = db;
        this.making = making;
        this.places = places;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /** @param seenAt null: nobody has said that they were there */
    public record Planned(Stop stop, int position, @Nullable Instant seenAt, @Nullable String seenBy,
            @Nullable UUID round) {}

    public record Walk(LocalDate day, int fromHour, List<Planned> stops) {}

    /** @param again whether it comes out the same when it is drawn again from its number */
    public record Plan(UUID id, UUID school, LocalDate monday, long seed, String madeBy, Instant madeAt,
            List<Walk> walks, boolean again) {}

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** @return false where the week has a plan, no school day, or the school no zones */
    public boolean make(Campus school, LocalDate monday, String by) {
        return make(school, monday, by, SEEDS.nextLong());
    }

    boolean make(Campus school, LocalDate monday, String by, long seed) {
        if (find(school.id(), monday).isPresent()) return false;
        var draw = making.draw(school, monday, seed, lastOrder(school.id(), monday));
        var week = draw.week();
        if (week.isEmpty()) return false;
        UUID id = Ids.next();
        UUID agency = places.agency(school);
        int made = db.insertInto(PATROL_PLAN).set(PATROL_PLAN.AGENCY_ID, agency).set(PATROL_PLAN.ID, id)
                .set(PATROL_PLAN.DISTRICT_ID, school.districtId()).set(PATROL_PLAN.SCHOOL_ID, school.id())
                .set(PATROL_PLAN.MONDAY, monday).set(PATROL_PLAN.SEED, seed)
                .set(PATROL_PLAN.MADE_FROM, JSON.writeValueAsString(draw)).set(PATROL_PLAN.MADE_AT, clock.instant())
                .set(PATROL_PLAN.MADE_BY, by).onConflictDoNothing().execute();
        if (made == 0) return false;
        for (var route : week) store(agency, id, school, route);
        audit.act("PatrolPlanMade", "school " + school.id(), Map.of("week", monday, "seed", seed));
        return true;
    }

    private void store(UUID agency, UUID plan, Campus school, Route route) {
        for (int i = 0; i < route.stops().size(); i++) {
            var stop = route.stops().get(i);
            db.insertInto(PATROL_STOP).set(PATROL_STOP.AGENCY_ID, agency).set(PATROL_STOP.PLAN_ID, plan)
                    .set(PATROL_STOP.DAY, route.day()).set(PATROL_STOP.POSITION, i + 1)
                    .set(PATROL_STOP.DISTRICT_ID, school.districtId()).set(PATROL_STOP.SCHOOL_ID, school.id())
                    .set(PATROL_STOP.FROM_HOUR, route.fromHour()).set(PATROL_STOP.ZONE_ID, stop.zone())
                    .set(PATROL_STOP.REASON, stop.reason().name()).execute();
        }
    }

    private List<UUID> lastOrder(UUID school, LocalDate before) {
        var last = db.select(PATROL_STOP.DAY).from(PATROL_STOP).where(PATROL_STOP.SCHOOL_ID.eq(school))
                .and(PATROL_STOP.DAY.lt(before)).orderBy(PATROL_STOP.DAY.desc()).limit(1)
                .fetchOptional(PATROL_STOP.DAY);
        return last.map(day -> db.select(PATROL_STOP.ZONE_ID).from(PATROL_STOP).where(PATROL_STOP.SCHOOL_ID.eq(school))
                .and(PATROL_STOP.DAY.eq(day)).orderBy(PATROL_STOP.POSITION)
                .fetch(PATROL_STOP.ZONE_ID)).orElse(List.of());
    }

    @Transactional(readOnly = true)
    Optional<Plan> find(UUID school, LocalDate monday) {
        return db.selectFrom(PATROL_PLAN).where(PATROL_PLAN.SCHOOL_ID.eq(school)).and(PATROL_PLAN.MONDAY.eq(monday))
                .fetchOptional().map(p -> {
                    var walks = walks(p.getId());
                    var draw = JSON.readValue(p.getMadeFrom(), PatrolDraw.class);
                    boolean again = draw.seed() == p.getSeed() && draw.week().equals(walks.stream()
                            .map(w -> new Route(w.day(), w.fromHour(), w.stops().stream().map(Planned::stop).toList()))
                            .toList());
                    return new Plan(p.getId(), school, monday, p.getSeed(), p.getMadeBy(), p.getMadeAt(), walks, again);
                });
    }

    private List<Walk> walks(UUID plan) {
        var days = new LinkedHashMap<LocalDate, Walk>();
        db.selectFrom(PATROL_STOP).where(PATROL_STOP.PLAN_ID.eq(plan)).orderBy(PATROL_STOP.DAY, PATROL_STOP.POSITION)
                .forEach(s -> days.computeIfAbsent(s.getDay(), day -> new Walk(day, s.getFromHour(), new ArrayList<>()))
                        .stops()
                        .add(new Planned(new Stop(s.getZoneId(), Reason.valueOf(s.getReason())), s.getPosition(),
                                s.getSeenAt(), s.getSeenBy(), s.getRoundId())));
        return List.copyOf(days.values());
    }

    /** On a round of that day. The first word counts: who was there, and when. */
    public void see(Round round, UUID plan, int position, Instant at) {
        var stop = PATROL_STOP.PLAN_ID.eq(plan).and(PATROL_STOP.SCHOOL_ID.eq(round.schoolId()))
                .and(PATROL_STOP.DAY.eq(round.day())).and(PATROL_STOP.POSITION.eq(position));
        if (!db.fetchExists(PATROL_STOP, stop))
            throw new NotFound("stop " + position + " of patrol plan " + plan + " on " + round.day());
        db.update(PATROL_STOP).set(PATROL_STOP.SEEN_AT, at).set(PATROL_STOP.SEEN_BY, round.by())
                .set(PATROL_STOP.ROUND_ID, round.id()).where(stop).and(PATROL_STOP.SEEN_AT.isNull()).execute();
        live.ring("patrols", Tenancy.tenant());
    }

    /** It was seen on this round before: sent again, it changes nothing. */
    @Transactional(readOnly = true)
    public boolean known(UUID round, UUID plan, int position) {
        return db.fetchExists(PATROL_STOP, PATROL_STOP.ROUND_ID.eq(round).and(PATROL_STOP.PLAN_ID.eq(plan))
                .and(PATROL_STOP.POSITION.eq(position)));
    }

    /** Whose walk it is, and of which day. */
    public record Round(UUID id, UUID schoolId, LocalDate day, String by) {}

    public record SeenStop(UUID zone, Instant at) {}

    /** Parts of the school that were seen on a round, in that order. */
    @Transactional(readOnly = true)
    public List<SeenStop> seenOn(UUID round) {
        return db.select(PATROL_STOP.ZONE_ID, PATROL_STOP.SEEN_AT).from(PATROL_STOP)
                .where(PATROL_STOP.ROUND_ID.eq(round)).orderBy(PATROL_STOP.SEEN_AT, PATROL_STOP.POSITION)
                .fetch(r -> new SeenStop(r.get(PATROL_STOP.ZONE_ID), r.get(PATROL_STOP.SEEN_AT)));
    }

    int forget(LocalDate before) {
        return db.deleteFrom(PATROL_PLAN).where(PATROL_PLAN.AGENCY_ID.eq(Tenancy.tenant()))
                .and(PATROL_PLAN.MONDAY.lt(before)).execute();
    }
}
