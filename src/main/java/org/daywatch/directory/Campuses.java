package org.daywatch.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Schools, as other rooms may ask for them. Archived schools are found by id and never listed. */
public interface Campuses {

    Optional<Campus> find(UUID schoolId);

    List<Campus> list(Collection<UUID> schoolIds);

    List<Campus> list(CalendarScope scope);

    /** By school, for telling near from far; empty where no address is known. */
    Map<UUID, String> zips(Collection<UUID> schoolIds);

    /** By name, those of one district or of all, whose name or city holds every word; no words: all of them. */
    List<Campus> search(String words, @Nullable UUID districtId);

    /** An actor's, by name. @param only where they may go; empty: to all schools of the organization that is bound */
    default List<Campus> list(Actor actor, Optional<Set<UUID>> only) {
        var all = only.map(this::list)
                .orElseGet(() -> ofDistrict(actor) ? list(CalendarScope.all(actor.tenant())) : search("", null));
        return all.stream().sorted(Comparator.comparing(Campus::name).thenComparing(Campus::id)).toList();
    }

    /** @param only as for the list. @throws NotFound when it is none of theirs: for them it is not there */
    default Campus get(Actor actor, Optional<Set<UUID>> only, UUID school) {
        return find(school).filter(campus -> only.map(schools -> schools.contains(school)).orElse(true))
                .filter(campus -> !ofDistrict(actor) || campus.districtId().equals(actor.tenant()))
                .orElseThrow(() -> new NotFound("school " + school));
    }

    private static boolean ofDistrict(Actor actor) {
        return actor.role().organizationKind().equals("DISTRICT");
    }
}
