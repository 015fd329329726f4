package org.daywatch.planning.places;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
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
        var all = only(actor).map(campuses::list)
                .orElseGet(() -> actor.role() == Role.SAFETY_DIRECTOR
                        ? campuses.list(CalendarScope.all(actor.tenant()))
                        : campuses.search("", null));
        return all.stream().sorted(Comparator.comparing(Campus::name).thenComparing(Campus::id)).toList();
    }

    /** Whose drills they may read; empty: those of all schools of the organization that is bound. */
    public Optional<Set<UUID>> only(Actor actor) {
        if (actor.role() == Role.OFFICER) return Optional.of(Set.copyOf(officers.of(actor.person()).keySet()));
        if (!actor.role().atOneSchool()) return Optional.empty();
        return Optional.of(actor.school() == null ? Set.of() : Set.of(actor.school()));
    }

    /** @throws NotFound when it is none of theirs: for them it is not there */
    public Campus get(Actor actor, UUID school) {
        if (only(actor).map(schools -> !schools.contains(school)).orElse(false)) throw new NotFound("school " + school);
        var campus = campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
        if (actor.role().organizationKind().equals("DISTRICT") && !campus.districtId().equals(actor.tenant()))
            throw new NotFound("school " + school);
        return campus;
    }

    /** The agency that runs the program the school is in. */
    public UUID agency(Actor actor) {
        if (!actor.role().organizationKind().equals("DISTRICT")) return actor.tenant();
        return organizations.find(actor.tenant()).map(Organizations.Organization::parent)
                .orElseThrow(() -> new NotFound("the program of district " + actor.tenant()));
    }
}
