package org.daywatch.platform.identity;

import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.tenancy.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for exactly one organization, in one role. Handed to commands as a value, never read from a global there.
 *
 * @param school the school a principal belongs to; null where the role covers the whole organization
 */
public record Actor(UUID person, String name, UUID tenant, String organization, Role role, Set<Permission> permissions,
        @Nullable UUID school,
        Capacity capacity, UUID session, String language) {

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public void need(Permission permission) {
        if (!may(permission)) throw new Forbidden(role + " does not include " + permission);
    }

    /**
     * The same person where this must not count: what lies on a phone is worth less than what is open before its owner.
     */
    public Actor without(Permission permission) {
        var fewer = permissions.stream().filter(held -> held != permission)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        return new Actor(person, name, tenant, organization, role, fewer, school, capacity, session, language);
    }

    /** The same person where something else gives them what their role does not. */
    public Actor with(Permission permission) {
        var more = java.util.stream.Stream.concat(permissions.stream(), java.util.stream.Stream.of(permission))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        return new Actor(person, name, tenant, organization, role, more, school, capacity, session, language);
    }

    public Scope scope() {
        return new Scope(tenant, person);
    }
}
