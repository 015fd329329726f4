package org.daywatch.planning.drills;

import static org.daywatch_db.planning.Tables.DRILL;
import static org.daywatch_db.planning.Tables.DRILL_NOTICE;
import static org.daywatch_db.planning.Tables.DRILL_OBSERVATION;
import static org.daywatch_db.planning.Tables.DRILL_OFFICER;
import static org.daywatch_db.planning.Tables.DRILL_RATING;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.ExerciseRoll;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.DrillCommand.By;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.persistence.Ids;
import org.daywatch_db.planning.tables.records.DrillRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people write about a drill, beside its lifecycle; once it is reviewed it stands as it is. */
@Repository
@Transactional
public class DrillRecords {

    private static final String REVIEWED = "REVIEWED";

    private final DSLContext db;
    private final Clock clock;

    DrillRecords(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param population people in the building; null where nobody counted. @param obstructed the exit that was closed
     * on purpose; empty where none was. @param agency who came to watch
     */
    public record Words(@Nullable Integer population, String weather, String obstructed, String agency,
            String accommodations, String alternative, String problems, String strengths) {}

    public record Rated(Capability.Rating rating, String words, String by) {}

    /** @param yes points seen to be so, {@code no} those that were not; the others were not seen */
    public record Observation(UUID person, String name, String place, List<String> yes, List<String> no, String words,
            Instant at) {}

    /** @param audience STAFF or FAMILIES. @param told through Daywatch; 0 for a sheet */
    public record Told(String audience, String how, int told, Instant at, String by) {}

    /** @param roll what its rooms said; null where no roll was called */
    public record Full(Words words, List<String> officers, List<Observation> observations,
            Map<Capability, Rated> ratings, List<Told> notices, String scheduledBy, @Nullable ExerciseRoll roll) {

        /** As if its rooms had said this. */
        public Full with(@Nullable ExerciseRoll said) {
            return new Full(words, officers, observations, ratings, notices, scheduledBy, said);
        }

        /** The worst, empty where nothing was rated. */
        public String worst() {
            return ratings.values().stream().map(Rated::rating).max(java.util.Comparator.naturalOrder()).map(Enum::name)
                    .orElse("");
        }
    }

    @Transactional(readOnly = true)
    public Full of(UUID drill) {
        var found = of(List.of(drill)).get(drill);
        if (found == null) throw new NotFound("drill " + drill);
        return found;
    }

    /** Of many at once, by drill: five reads for any number. */
    @Transactional(readOnly = true)
    public Map<UUID, Full> of(Collection<UUID> drills) {
        var ratings = new HashMap<UUID, Map<Capability, Rated>>();
        db.selectFrom(DRILL_RATING).where(DRILL_RATING.DRILL_ID.in(drills))
                .forEach(r -> ratings.computeIfAbsent(r.getDrillId(), d -> new EnumMap<>(Capability.class))
                        .put(Capability.valueOf(r.getCapability()),
                                new Rated(Capability.Rating.valueOf(r.getRating()), r.getWords(), r.getRatedBy())));
        var officers = db.selectFrom(DRILL_OFFICER).where(DRILL_OFFICER.DRILL_ID.in(drills)).orderBy(DRILL_OFFICER.NAME)
                .fetchGroups(DRILL_OFFICER.DRILL_ID, DRILL_OFFICER.NAME);
        var observations = db.selectFrom(DRILL_OBSERVATION).where(DRILL_OBSERVATION.DRILL_ID.in(drills))
                .orderBy(DRILL_OBSERVATION.NAME)
                .fetchGroups(DRILL_OBSERVATION.DRILL_ID,
                        o -> new Observation(o.get(DRILL_OBSERVATION.PERSON_ID), o.get(DRILL_OBSERVATION.NAME),
                                o.get(DRILL_OBSERVATION.PLACE), List.of(o.get(DRILL_OBSERVATION.YES)),
                                List.of(o.get(DRILL_OBSERVATION.NO)), o.get(DRILL_OBSERVATION.WORDS),
                                o.get(DRILL_OBSERVATION.AT)));
        var notices = db.selectFrom(DRILL_NOTICE).where(DRILL_NOTICE.DRILL_ID.in(drills)).orderBy(DRILL_NOTICE.AT)
                .fetchGroups(DRILL_NOTICE.DRILL_ID, n -> new Told(n.get(DRILL_NOTICE.AUDIENCE),
                        n.get(DRILL_NOTICE.HOW), n.get(DRILL_NOTICE.TOLD), n.get(DRILL_NOTICE.AT),
                        n.get(DRILL_NOTICE.BY_NAME)));
        var all = new HashMap<UUID, Full>();
        db.selectFrom(DRILL).where(DRILL.ID.in(drills))
                .forEach(row -> all.put(row.getId(),
                        new Full(new Words(row.getPopulation(), row.getWeather(), row.getObstructed(), row.getAgency(),
                                row.getAccommodations(), row.getAlternative(), row.getProblems(), row.getStrengths()),
                                officers.getOrDefault(row.getId(), List.of()),
                                observations.getOrDefault(row.getId(), List.of()),
                                ratings.getOrDefault(row.getId(), Map.of()),
                                notices.getOrDefault(row.getId(), List.of()), row.getScheduledBy(), roll(row))));
        return all;
    }

    private static @Nullable ExerciseRoll roll(DrillRecord row) {
        return row.getRollExpected() == null
                ? null
                : new ExerciseRoll(row.getRollExpected(), row.getRollFound(), row.getRollMissing(),
                        row.getRollUnknown(), row.getRollRooms(),
                        row.getRollAnswered(), row.getRollFullAt());
    }

    /** @throws Refused once the drill was reviewed */
    public void write(UUID drill, Words w) {
        int written = db.update(DRILL).set(DRILL.POPULATION, w.population()).set(DRILL.WEATHER, w.weather())
                .set(DRILL.OBSTRUCTED, w.obstructed()).set(DRILL.AGENCY, w.agency())
                .set(DRILL.ACCOMMODATIONS, w.accommodations()).set(DRILL.ALTERNATIVE, w.alternative())
                .set(DRILL.PROBLEMS, w.problems()).set(DRILL.STRENGTHS, w.strengths())
                .where(DRILL.ID.eq(drill)).and(DRILL.STATE.ne(REVIEWED)).execute();
        if (written == 0) throw new Refused(PlanningRefusal.DRILL_REVIEWED, Map.of());
    }

    /** Written before the drill as a rule, so that families can be told. */
    public void support(UUID drill, String alternative, String accommodations) {
        int written = db.update(DRILL).set(DRILL.ALTERNATIVE, alternative).set(DRILL.ACCOMMODATIONS, accommodations)
                .where(DRILL.ID.eq(drill)).and(DRILL.STATE.ne(REVIEWED)).execute();
        if (written == 0) throw new Refused(PlanningRefusal.DRILL_REVIEWED, Map.of());
    }

    public void rate(Drill drill, Map<Capability, Rated> rated, By by) {
        rated.forEach((capability, r) -> rate(drill, capability, r.rating(), r.words(), by));
    }

    public void rate(Drill drill, Capability capability, Capability.Rating rating, String words, By by) {
        open(drill);
        db.insertInto(DRILL_RATING).set(DRILL_RATING.AGENCY_ID, drill.agencyId()).set(DRILL_RATING.DRILL_ID, drill.id())
                .set(DRILL_RATING.CAPABILITY, capability.name())
                .set(DRILL_RATING.DISTRICT_ID, drill.districtId()).set(DRILL_RATING.RATING, rating.name())
                .set(DRILL_RATING.WORDS, words).set(DRILL_RATING.RATED_BY, by.name())
                .onConflict(DRILL_RATING.AGENCY_ID, DRILL_RATING.DRILL_ID, DRILL_RATING.CAPABILITY).doUpdate()
                .set(DRILL_RATING.RATING, rating.name()).set(DRILL_RATING.WORDS, words)
                .set(DRILL_RATING.RATED_BY, by.name()).execute();
    }

    /** One sheet per observer; sent again it is the later one. */
    public void observe(Drill drill, String place, List<String> yes, List<String> no, String words, By by) {
        open(drill);
        var o = DRILL_OBSERVATION;
        db.insertInto(o).set(o.AGENCY_ID, drill.agencyId()).set(o.DRILL_ID, drill.id()).set(o.PERSON_ID, by.person())
                .set(o.DISTRICT_ID, drill.districtId()).set(o.NAME, by.name())
                .set(o.PLACE, place).set(o.YES, yes.toArray(String[]::new)).set(o.NO, no.toArray(String[]::new))
                .set(o.WORDS, words).set(o.AT, clock.instant())
                .onConflict(o.AGENCY_ID, o.DRILL_ID, o.PERSON_ID).doUpdate().set(o.PLACE, place)
                .set(o.YES, yes.toArray(String[]::new)).set(o.NO, no.toArray(String[]::new))
                .set(o.WORDS, words).set(o.AT, clock.instant()).execute();
    }

    private static void open(Drill drill) {
        if (drill.state().code().equals(REVIEWED)) throw new Refused(PlanningRefusal.DRILL_REVIEWED, Map.of());
    }

    public void noticed(Drill drill, String audience, String how, int told, By by) {
        db.insertInto(DRILL_NOTICE).set(DRILL_NOTICE.AGENCY_ID, drill.agencyId()).set(DRILL_NOTICE.ID, Ids.next())
                .set(DRILL_NOTICE.DRILL_ID, drill.id())
                .set(DRILL_NOTICE.DISTRICT_ID, drill.districtId()).set(DRILL_NOTICE.AUDIENCE, audience)
                .set(DRILL_NOTICE.HOW, how).set(DRILL_NOTICE.TOLD, told)
                .set(DRILL_NOTICE.AT, clock.instant()).set(DRILL_NOTICE.BY_NAME, by.name()).execute();
    }
}
