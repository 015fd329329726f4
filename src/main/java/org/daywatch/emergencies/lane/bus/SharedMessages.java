package org.daywatch.emergencies.lane.bus;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where nodes leave word for each other besides the bus. */
public interface SharedMessages {

    /** @param person only this person's screens; null for everybody at the school */
    record Message(UUID agency, UUID id, UUID district, UUID school, @Nullable UUID person, String node, String event,
            String body) {}

    /** Bound as this district; a message that is there already stays as it is. */
    void save(UUID district, List<Message> messages);

    /** What other nodes wrote within the last so many seconds, oldest first. */
    List<Message> recent(UUID agency, String notOf, int seconds);

    /** What is older than a day. */
    void forgetOld(UUID agency);
}
