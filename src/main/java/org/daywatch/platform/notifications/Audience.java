package org.daywatch.platform.notifications;

import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/** To whom: named people of an organization, or whoever holds a role there now. */
public sealed interface Audience {

    UUID organization();

    record People(UUID organization, Set<UUID> persons) implements Audience {}

    /** @param school only holders whose place is this school, or the whole organization; null: all holders */
    record Holders(UUID organization, Role role, @Nullable UUID school) implements Audience {}

    static Audience person(UUID organization, UUID person) {
        return new People(organization, Set.of(person));
    }

    static Audience holders(UUID organization, Role role) {
        return new Holders(organization, role, null);
    }
}
