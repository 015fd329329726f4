package org.daywatch.emergencies.alerts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;

/**
 * At which schools somebody presses and reads: an officer where they stand, a teacher at their school, others in their
 * organization.
 */
@Component
public class AlertPlaces {

    private final Campuses campuses;
    private final OfficerSchools officers;
    private final SchoolRooms rooms;
    private final Organizations organizations;

    AlertPlaces(Campuses campuses, OfficerSchools officers, SchoolRooms rooms, Organizations organizations) {
        this.campuses = campuses;
        this.officers = officers;
        this.rooms = rooms;
        this.organizations = organizations;
    }

    /** By name. */
    public List<Campus> of(Actor actor) {
        var all = switch (actor.role()) {
            case OFFICER -> campuses.list(officers.of(actor.person()).keySet());
            case AGENCY_ADMIN, COORDINATOR -> campuses.search("", null);
            case DEPARTMENT_SUPERVISOR, DEPARTMENT_ADMIN -> List.<Campus>of();
            case PRINCIPAL, TEACHER, COUNSELOR, FRONT_OFFICE ->
                actor.school() == null ? List.<Campus>of() : campuses.find(actor.school()).stream().toList();
            case SAFETY_DIRECTOR -> campuses.list(CalendarScope.all(actor.tenant()));
            case TIP_ANALYST, RECORDS_KEEPER, POLICE_RECEIVER -> List.<Campus>of();
        };
        return all.stream().sorted(Comparator.comparing(Campus::name)).toList();
    }

    /** Whose alerts they may read; empty: those of all schools of the organization that is bound. */
    public Optional<Set<UUID>> only(Actor actor) {
        return OfficerSchools.only(officers, actor);
    }

    /** @throws NotFound when it is none of theirs: for them it is not there */
    public Campus get(Actor actor, UUID school) {
        if (only(actor).map(schools -> !schools.contains(school)).orElse(false)) throw new NotFound("school " + school);
        return campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
    }

    public List<Room> rooms(UUID school) {
        return rooms.of(school);
    }

    /**
     * What must be released before a lockdown is over: every room, or the school as one where it has no list of rooms.
     */
    public Set<UUID> toRelease(UUID school) {
        var all = rooms.of(school).stream().map(Room::id).collect(Collectors.toSet());
        return all.isEmpty() ? Set.of(school) : all;
    }

    /** The agency that runs the program the school is in. */
    public UUID agency(Actor actor) {
        return organizations.agencyOf(actor);
    }

    /** School and district, for a token that opens the lane; empty where the role itself says enough. */
    public Map<UUID, UUID> named(Actor actor) {
        return actor.role() == Role.OFFICER ? officers.of(actor.person()) : Map.of();
    }
}
