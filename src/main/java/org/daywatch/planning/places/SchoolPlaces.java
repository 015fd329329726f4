package org.daywatch.planning.places;

import java.util.Comparator;
import java.util.HashSet;
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
 * At which schools somebody plans and reads: an officer where they stand, a principal at their school, others in their
 * organization.
 */
@Component
public class SchoolPlaces {

    private final Campuses campuses;
    private final OfficerSchools officers;
    private final Organizations organizations;

    SchoolPlaces(Campuses campuses, OfficerSchools officers, Organizations organizations) {
        this.campuses = campuses;
        this.officers = officers;
        this.organizations = organizations;
    }

    /** By name. */
    public List<Campus> of(Actor actor) {
        var all = switch (actor.role().organizationKind()) {
            case "AGENCY" -> actor.role() == Role.OFFICER
                    ? campuses.list(officers.of(actor.person()).keySet())
                    : campuses.search("", null);
            case "DISTRICT" -> atOne(actor) ? at(actor.school()) : campuses.list(CalendarScope.all(actor.tenant()));
            default -> List.<Campus>of();
        };
        return all.stream().sorted(Comparator.comparing(Campus::name)).toList();
    }

    /** Whose things they may read; empty: those of all schools of the organization that is bound. */
    public Optional<Set<UUID>> only(Actor actor) {
        if (actor.role() == Role.OFFICER) return Optional.of(new HashSet<>(officers.of(actor.person()).keySet()));
        if (!atOne(actor)) return Optional.empty();
        return Optional.of(actor.school() == null ? Set.of() : Set.of(actor.school()));
    }

    /** @throws NotFound when it is none of theirs: for them it is not there */
    public Campus get(Actor actor, UUID school) {
        if (only(actor).map(schools -> !schools.contains(school)).orElse(false)) throw new NotFound("school " + school);
        return campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
    }

    /** The agency that runs the program the district is in. */
    public UUID agencyOf(UUID district) {
        return organizations.agencyOf(district);
    }

    /** A place at one school, or a role that is only given at one. */
    private static boolean atOne(Actor actor) {
        return actor.role().atOneSchool() || actor.school() != null;
    }

    private List<Campus> at(@org.jspecify.annotations.Nullable UUID school) {
        return school == null ? List.of() : campuses.find(school).stream().toList();
    }
}
