package org.daywatch.planning.meetings.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who did something to a meeting. @param person their account; null where they have none */
public record Hand(@Nullable UUID person, String name) {

    public static final Hand UNKNOWN = new Hand(null, "");

    /** By the account, or where one of the two has none by the name. */
    public boolean same(Hand other) {
        if (person != null && other.person != null) return person.equals(other.person);
        return !name.isBlank() && name.strip().equalsIgnoreCase(other.name.strip());
    }
}
