package org.daywatch.directory.rosters;

import java.util.List;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;

/**
 * Of which school a page of the district speaks: one's own, or the one in the address. What belongs to a district is
 * not shown to its agency.
 */
@Component
public class AtSchool {

    private final Campuses campuses;

    AtSchool(Campuses campuses) {
        this.campuses = campuses;
    }

    /**
     * @param asked id of a school as it stands in the address; empty: one's own, or the district's first. @throws
     * NotFound for any other school
     */
    public Campus of(Actor actor, String asked) {
        var all = all(actor);
        if (asked.isEmpty())
            return all.stream().findFirst().orElseThrow(() -> new NotFound("a school of " + actor.organization()));
        UUID id = Ids.find(asked).orElseThrow(() -> new NotFound("school " + asked));
        return all.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("school " + id));
    }

    public Campus of(Actor actor, UUID school) {
        return of(actor, school.toString());
    }

    /** The schools the actor may choose among, by name. */
    public List<Campus> all(Actor actor) {
        if (!actor.role().organizationKind().equals("DISTRICT"))
            throw new NotFound("what belongs to a district, for " + actor.role());
        if (actor.school() != null)
            return campuses.find(actor.school()).filter(c -> c.districtId().equals(actor.tenant())).stream().toList();
        return campuses.list(CalendarScope.all(actor.tenant()));
    }
}
