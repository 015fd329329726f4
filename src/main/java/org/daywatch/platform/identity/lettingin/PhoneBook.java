package org.daywatch.platform.identity.lettingin;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Telephone numbers of an organization's people. A room that keeps some answers; the tenant is bound. */
public interface PhoneBook {

    /** Only those with a number. */
    Map<UUID, String> of(Collection<UUID> people);
}
