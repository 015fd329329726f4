package org.daywatch.staffing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Officers by name, for rooms that write about them. Asked as the agency. */
public interface OfficerNames {

    /** @param person the account he signs in with; null while he has none */
    record Named(UUID officer, @Nullable UUID person, String name) {}

    /** Whoever is not known is left out. */
    Map<UUID, Named> of(Collection<UUID> officers);

    Optional<Named> ofPerson(UUID person);
}
