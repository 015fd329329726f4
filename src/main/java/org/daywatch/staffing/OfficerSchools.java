package org.daywatch.staffing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;

/** Where an officer stands now, for rooms in which that decides what they may do. */
public interface OfficerSchools {

    /**
     * Schools at which this person is on post, or has a shift that covers this moment (half an hour before and after
     * counted in), each with its district.
     */
    Map<UUID, UUID> of(UUID person);

    /** The same for many people at once; whoever is nowhere now is left out. Asked as the agency. */
    Map<UUID, Map<UUID, UUID>> of(Collection<UUID> people);

    /** Officers on post at this school now, name by person. Asked as the agency. */
    Map<UUID, String> at(UUID school);

    record OnPost(UUID district, UUID school, UUID person, String name) {}

    /** The same for all schools at once. */
    List<OnPost> onPost();

    /**
     * Of which schools somebody may read: an officer where they stand, people of one school there; empty: of all
     * schools of the organization that is bound. Only an officer is looked up.
     */
    static Optional<Set<UUID>> only(OfficerSchools officers, Actor actor) {
        if (actor.role() == Role.OFFICER) return Optional.of(Set.copyOf(officers.of(actor.person()).keySet()));
        if (!actor.role().atOneSchool()) return Optional.empty();
        return Optional.of(actor.school() == null ? Set.of() : Set.of(actor.school()));
    }
}
