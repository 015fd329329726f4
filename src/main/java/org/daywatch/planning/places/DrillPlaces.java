package org.daywatch.planning.places;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;

/**
 * At which schools somebody plans, runs and reads: an officer where they stand, a teacher at their school, others in
 * their organization.
 */
@Component
public class DrillPlaces {

    private final Campuses campuses;
    private final OfficerSchools officers;
    private final Organizations organizations;

    DrillPlaces(Campuses campuses, OfficerSchools officers, Organizations organizations) {
        this.campuses = campuses;
        this.officers = officers;
        this.organizations = organizations;
    }

    /** By name. */
    public List<Campus> of(Actor actor) {
        return campuses.list(actor, only(actor));
    }

    /** Whose drills they may read; empty: those of all schools of the organization that is bound. */
    public Optional<Set<UUID>> only(Actor actor) {
        return OfficerSchools.only(officers, actor);
    }

    /** @throws NotFound when it is none of theirs: for them it is not there */
    public Campus get(Actor actor, UUID school) {
        return campuses.get(actor, only(actor), school);
    }

    /** The agency that runs the program the school is in. */
    public UUID agency(Actor actor) {
        return organizations.agencyOf(actor);
    }
}
