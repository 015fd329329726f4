package org.daywatch.emergencies.reunification;

import static org.daywatch_db.emergencies.Tables.REUNIFICATION;
import static org.daywatch_db.emergencies.Tables.REUNION_DUTY;
import static org.daywatch_db.emergencies.Tables.REUNION_PUPIL;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.PeopleEvent.PupilsGathered;
import org.daywatch.emergencies.PeopleEvent.ReunificationClosed;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.accountability.RollUp.Line;
import org.daywatch.emergencies.accountability.RollUp.Standing;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.PupilPlace;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Begins and closes a reunification, says where each pupil is and who does what. The district is bound. */
@Repository
@Transactional
class Reunifications {

    private final DSLContext db;
    private final ClassRosters rosters;
    private final RollQueries rolls;
    private final ReunionQueries queries;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    Reunifications(DSLContext db, ClassRosters rosters, RollQueries rolls, ReunionQueries queries, Facts facts, Live live, Clock clock) {
        this.db = db;
        this.rosters = rosters;
        this.rolls = rolls;
        this.queries = queries;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Every pupil of the school gets one place. With a roll call: whoever is injured is with the medics, whoever is missing or
     * unknown is looked for. Without one all are looked for until somebody has seen them at the assembly place.
     */
    UUID begin(UUID person, Campus school, AlertStatus status, String site, @Nullable RollCall call) {
        if (site.strip().length() < 2 || site.length() > 120) throw new InvalidInput("site", site, "reunification.error.site");
        if (status == AlertStatus.TEST) throw new InvalidInput("status", status.name(), "reunification.error.status");
        var now = clock.instant();
        var id = Ids.next();
        try {
            db.insertInto(REUNIFICATION).set(REUNIFICATION.DISTRICT_ID, school.districtId()).set(REUNIFICATION.ID, id).set(REUNIFICATION.SCHOOL_ID, school.id())
                    .set(REUNIFICATION.ALERT_ID, call == null ? null : call.alertId()).set(REUNIFICATION.STATUS, status.name()).set(REUNIFICATION.SITE, site.strip())
                    .set(REUNIFICATION.BEGUN_AT, now).set(REUNIFICATION.BEGUN_BY, person).execute();
        } catch (DuplicateKeyException e) {
            throw new Refused(PeopleRefusal.REUNIFICATION_UNDER_WAY);
        }
        var where = call == null ? Map.<UUID, Standing>of() : rolls.rollUp(call).lines().values().stream().filter(l -> l.person().kind() == RollCall.Kind.PUPIL && l.person().personId() != null)
                .collect(java.util.stream.Collectors.toMap(l -> l.person().personId(), Line::standing, (a, b) -> a));
        var pupils = rosters.pupils(school.id());
        db.batchInsert(pupils.stream().map(p -> {
            var row = REUNION_PUPIL.newRecord();
            row.setDistrictId(school.districtId());
            row.setId(Ids.next());
            row.setReunificationId(id);
            row.setPupilId(p.id());
            row.setName(p.name());
            row.setPlace(placeOf(where.getOrDefault(p.id(), Standing.UNKNOWN)).name());
            row.setSince(now);
            return row;
        }).toList()).execute();
        facts.tell(new PupilsGathered(school.districtId(), id, now, school.id(), status, pupils.size()));
        return id;
    }

    /** Unknown is never safe: it is looked for like whoever is missing. */
    private static PupilPlace placeOf(Standing standing) {
        return switch (standing) {
            case PRESENT, NEEDS_HELP -> PupilPlace.ASSEMBLY;
            case INJURED -> PupilPlace.MEDICAL;
            case MISSING, UNKNOWN -> PupilPlace.MISSING;
        };
    }

    /** Seen at the assembly place, brought to the medics, absent today, drove himself. Released is said by the matched halves only. */
    void place(Reunification reunification, UUID pupil, PupilPlace place) {
        open(reunification);
        if (place == PupilPlace.RELEASED) throw new InvalidInput("place", place.name(), "reunification.error.place");
        int moved = db.update(REUNION_PUPIL).set(REUNION_PUPIL.PLACE, place.name()).set(REUNION_PUPIL.SINCE, clock.instant()).where(REUNION_PUPIL.ID.eq(pupil))
                .and(REUNION_PUPIL.REUNIFICATION_ID.eq(reunification.id())).and(REUNION_PUPIL.PLACE.ne(PupilPlace.RELEASED.name())).execute();
        if (moved == 0) throw new Refused(PeopleRefusal.PUPIL_NOT_AT_ASSEMBLY);
        ring(reunification);
    }

    /** All who are looked for were brought to the assembly place, as its list says. @return how many */
    int allAtAssembly(Reunification reunification) {
        open(reunification);
        int moved = db.update(REUNION_PUPIL).set(REUNION_PUPIL.PLACE, PupilPlace.ASSEMBLY.name()).set(REUNION_PUPIL.SINCE, clock.instant())
                .where(REUNION_PUPIL.REUNIFICATION_ID.eq(reunification.id())).and(REUNION_PUPIL.PLACE.eq(PupilPlace.MISSING.name())).execute();
        ring(reunification);
        return moved;
    }

    void take(Actor actor, Reunification reunification, Duty duty) {
        open(reunification);
        db.insertInto(REUNION_DUTY).set(REUNION_DUTY.DISTRICT_ID, reunification.districtId()).set(REUNION_DUTY.ID, Ids.next()).set(REUNION_DUTY.REUNIFICATION_ID, reunification.id())
                .set(REUNION_DUTY.PERSON_ID, actor.person()).set(REUNION_DUTY.NAME, actor.name()).set(REUNION_DUTY.DUTY, duty.name()).set(REUNION_DUTY.SINCE, clock.instant())
                .onConflictDoNothing().execute();
        ring(reunification);
    }

    void leave(Actor actor, Reunification reunification, Duty duty) {
        db.update(REUNION_DUTY).set(REUNION_DUTY.UNTIL, clock.instant()).where(REUNION_DUTY.REUNIFICATION_ID.eq(reunification.id())).and(REUNION_DUTY.PERSON_ID.eq(actor.person()))
                .and(REUNION_DUTY.DUTY.eq(duty.name())).and(REUNION_DUTY.UNTIL.isNull()).execute();
        ring(reunification);
    }

    /** Nobody is lost: it closes when every pupil has gone home, driven himself or was absent. */
    void close(Reunification reunification) {
        open(reunification);
        var places = queries.counts(reunification.id());
        int left = places.entrySet().stream().filter(e -> !e.getKey().done()).mapToInt(Map.Entry::getValue).sum();
        if (left > 0) throw new Refused(PeopleRefusal.PUPILS_NOT_ALL_GONE, Map.of("left", left));
        Instant now = clock.instant();
        db.update(REUNIFICATION).set(REUNIFICATION.CLOSED_AT, now).where(REUNIFICATION.ID.eq(reunification.id())).execute();
        facts.tell(new ReunificationClosed(reunification.districtId(), reunification.id(), now, reunification.schoolId(), reunification.status(),
                Optional.ofNullable(places.get(PupilPlace.RELEASED)).orElse(0)));
        ring(reunification);
    }

    private static void open(Reunification reunification) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
    }

    private void ring(Reunification reunification) {
        live.ring("reunification", reunification.districtId());
    }
}
