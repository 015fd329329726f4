package org.daywatch.staffing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Officers by name, for rooms that write about them. Asked as the agency. */
public interface OfficerNames {

    /** @param person the account they sign in with; null while they have none */
    record Named(UUID officer, @Nullable UUID person, String name) {}

    /** Whoever is not known is left out. */
    Map<UUID, Named> of(Collection<UUID> officers);

    Optional<Named> ofPerson(UUID person);

    /** The police department an officer belongs to. */
    Optional<UUID> departmentOf(UUID person);
}
