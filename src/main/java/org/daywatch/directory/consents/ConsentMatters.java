package org.daywatch.directory.consents;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.consents.Consent.Matter;
import org.daywatch.platform.identity.Actor;

/** A room that asks for consents: what each of its ids is about, for whoever may ask. */
public interface ConsentMatters {

    /**
     * @param back the page of the room to which one returns
     */
    record Asking(UUID about, Matter matter, Campus school, UUID student, String back) {}

    /** @return empty for what is not this room's, and for what this person may not read */
    Optional<Asking> of(Actor actor, UUID about);
}
