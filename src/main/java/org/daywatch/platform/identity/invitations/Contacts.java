package org.daywatch.platform.identity.invitations;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a room that keeps files of people knows of them when they are let in; the tenant is bound. */
public interface Contacts {

    /** Telephone numbers, of those who have one. */
    Map<UUID, String> phones(Collection<UUID> people);

    /** Those of them who shall not be let in, whatever their membership says: who left, say, or is suspended. */
    Set<UUID> gone(Collection<UUID> people);
}
