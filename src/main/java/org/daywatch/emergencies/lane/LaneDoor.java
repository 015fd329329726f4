package org.daywatch.emergencies.lane;

import java.util.Optional;
import org.daywatch.platform.errors.InvalidInput;

/**
 * Another way than a token to prove who one is: the key of a device, the secret of a hook. Every bean of this type is
 * asked.
 */
public interface LaneDoor {

    /** Whether the request claims to come through this door, by its headers; then no other is asked. */
    boolean claimed(LaneRequest request);

    /**
     * On an event loop: in memory only, no database, no waiting. Empty where the claim is false, too old or revoked.
     */
    Optional<LaneSender> open(LaneRequest request);

    /**
     * What was posted, in the words of the lane's own addresses, for a door whose senders use others. Asked after the
     * door was opened.
     *
     * @throws InvalidInput naming the field as the sender knows it; its message is a key
     */
    default byte[] inOurWords(LaneRequest request) {
        return request.body();
    }
}
