package org.daywatch.prevention.places;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.ClockRecords;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;

/**
 * At which schools somebody walks and follows up: an officer where they stand, staff at their school, others in their
 * organization.
 */
@Component
public class PreventionPlaces {

    private final Campuses campuses;
    private final OfficerSchools officers;
    private final ClockRecords clocks;
    private final Organizations organizations;
    private final Clock clock;

    PreventionPlaces(Campuses campuses, OfficerSchools officers, ClockRecords clocks, Organizations organizations,
            Clock clock) {
        this.campuses = campuses;
        this.officers = officers;
        this.clocks = clocks;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** By name. */
    public List<Campus> of(Actor actor) {
        return campuses.list(actor, only(actor));
    }

    /** At which schools they may read; empty: at all schools of the organization that is bound. */
    public Optional<Set<UUID>> only(Actor actor) {
        return OfficerSchools.only(officers, actor);
    }

    /** @throws NotFound when it is none of theirs: for them it is not there */
    public Campus get(Actor actor, UUID school) {
        return campuses.get(actor, only(actor), school);
    }

    /**
     * Where they are now, or where the clock saw them on the day of this moment: a phone may send in the evening what
     * it kept at noon.
     */
    public Campus walked(Actor actor, UUID school, Instant at) {
        var campus = campus(school);
        var day = LocalDate.ofInstant(at, campus.zone());
        var then = new Window(day.atStartOfDay(campus.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(campus.zone()).toInstant());
        boolean clocked = actor.role() == Role.OFFICER
                && clocks.of(actor.person(), then).stream().anyMatch(record -> record.schoolId().equals(school));
        return clocked ? campus : get(actor, school);
    }

    /** A school by its id, whoever asks. */
    public Campus campus(UUID school) {
        return campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
    }

    /** The agency that runs the program the school is in. */
    public UUID agency(Campus school) {
        return organizations.agencyOf(school.districtId());
    }

    /** By the school's clock. */
    public LocalDate today(Campus school) {
        return LocalDate.now(clock.withZone(school.zone()));
    }
}
