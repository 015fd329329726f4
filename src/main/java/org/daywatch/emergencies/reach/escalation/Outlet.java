package org.daywatch.emergencies.reach.escalation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.reach.Way;
import org.daywatch.platform.notifications.Notice;

/**
 * A way out to people whose screens are dark. Called inside a transaction bound to the agency; nothing here waits for a
 * gateway.
 */
public interface Outlet {

    /** @param organization to which the person belongs */
    record Offer(UUID attempt, UUID agency, UUID organization, UUID person, UUID alert, Notice notice) {}

    /** @param error empty where nothing went wrong. @param read a person has said so */
    record News(Attempt.Fate fate, String error, boolean read) {

        public News(Attempt.Fate fate, String error) {
            this(fate, error, false);
        }
    }

    Way way();

    /** @return the message that will carry it; empty where this person cannot be reached so */
    Optional<UUID> offer(Offer offer);

    /** What became of messages, as far as this outlet is asked for it and does not write it down itself. */
    Map<UUID, News> news(UUID organization, Collection<UUID> deliveries);

    /** They are no news any more: what has not left is not sent. */
    void expire(UUID organization, Collection<UUID> deliveries);
}
