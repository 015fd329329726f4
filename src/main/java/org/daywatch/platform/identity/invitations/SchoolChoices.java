package org.daywatch.platform.identity.invitations;

import java.util.List;
import java.util.UUID;

/** The schools of a district, asked when a principal is invited. The room that keeps schools answers. */
public interface SchoolChoices {

    record School(UUID id, String name) {}

    /** Bound to the district or to its agency. */
    List<School> of(UUID district);
}
