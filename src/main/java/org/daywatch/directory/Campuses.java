package org.daywatch.directory;

import java.util.Collection;
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
    List<Campus> list(Actor actor, Optional<Set<UUID>> only);

    /** @param only as for the list. @throws NotFound when it is none of theirs: for them it is not there */
    Campus get(Actor actor, Optional<Set<UUID>> only, UUID school);
}
