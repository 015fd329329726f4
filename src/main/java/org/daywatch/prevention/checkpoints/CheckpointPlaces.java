package org.daywatch.prevention.checkpoints;

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

/** At which schools somebody walks and reads: an officer where he stands, people of a school at theirs, others in their organisation. */
@Component
public class CheckpointPlaces {

    private final Campuses campuses;
    private final OfficerSchools officers;
    private final Organizations organizations;

    CheckpointPlaces(Campuses campuses, OfficerSchools officers, Organizations organizations) {
        this.campuses = campuses;
        this.officers = officers;
        this.organizations = organizations;
    }

    /** By name. */
    public List<Campus> of(Actor actor) {
        var all = only(actor).map(campuses::list).orElseGet(() -> actor.role().organizationKind().equals("DISTRICT") ? campuses.list(CalendarScope.all(actor.tenant())) : campuses.search("", null));
        return all.stream().sorted(Comparator.comparing(Campus::name).thenComparing(Campus::id)).toList();
    }

    /** Whose things he may read; empty: those of all schools of the organisation that is bound. */
    public Optional<Set<UUID>> only(Actor actor) {
        if (actor.role() == Role.OFFICER) return Optional.of(new HashSet<>(officers.of(actor.person()).keySet()));
        if (!actor.role().atOneSchool() && actor.school() == null) return Optional.empty();
        return Optional.of(actor.school() == null ? Set.of() : Set.of(actor.school()));
    }

    /** @throws NotFound when it is none of his: for him it is not there */
    public Campus get(Actor actor, UUID school) {
        if (only(actor).map(schools -> !schools.contains(school)).orElse(false)) throw new NotFound("school " + school);
        return there(actor, school);
    }

    /** The same without asking whether he stands there now. */
    public Campus there(Actor actor, UUID school) {
        var campus = campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
        if (actor.role().organizationKind().equals("DISTRICT") && !campus.districtId().equals(actor.tenant())) throw new NotFound("school " + school);
        return campus;
    }

    /** The agency that runs the programme the actor's organisation is in. */
    public UUID agency(Actor actor) {
        if (!actor.role().organizationKind().equals("DISTRICT")) return actor.tenant();
        return organizations.find(actor.tenant()).map(Organizations.Organization::parent).orElseThrow(() -> new NotFound("the programme of district " + actor.tenant()));
    }
}
