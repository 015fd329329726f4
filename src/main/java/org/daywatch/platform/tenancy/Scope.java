package org.daywatch.platform.tenancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom the current work is done.
 *
 * @param tenant the organization acted for; null while a person has signed in but not yet chosen one
 * @param person who acts; null for the system's own work
 */
public record Scope(@Nullable UUID tenant, @Nullable UUID person) {

    /** The system working for a tenant: timers, workers, commands. */
    public static Scope system(UUID tenant) {
        return new Scope(tenant, null);
    }
}
