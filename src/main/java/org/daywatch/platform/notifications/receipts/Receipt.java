package org.daywatch.platform.notifications.receipts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One gateway's word about one message.
 *
 * @param reference our own id, which went out as {@code {id}}; null where the gateway does not bring it back
 * @param providerId the gateway's id; null where it names only ours
 * @param status the gateway's own word, kept when the message was lost
 */
record Receipt(@Nullable UUID reference, @Nullable String providerId, Fate fate, String status) {

    /** UNDERWAY is every word in between, such as "queued": it changes nothing. */
    enum Fate { ARRIVED, LOST, UNDERWAY }
}
