package org.daywatch.emergencies.alerts;

import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.ProtocolAction;
import org.jspecify.annotations.Nullable;

/** Everything that happens to an alert after its first press. None carries the status: it cannot change. */
public sealed interface AlertCommand {

    /** @param leads may lead an alert ({@code ALERT_LEAD}) */
    record By(UUID person, String name, boolean leads) {}

    /** One more press of the same event. @param person null for a device that belongs to nobody */
    record Press(@Nullable UUID person, String name, ProtocolAction action, String detail) implements AlertCommand {}

    record Change(By by, ProtocolAction action, String detail, String why) implements AlertCommand {}

    /** @param rooms every room of the school; the school's own id alone where it has no list of rooms */
    record ReleaseRoom(By by, UUID room, Set<UUID> rooms) implements AlertCommand {}

    /** @param forced he is made to say so: it looks like success on his screen and is not. @param waiting pupils who have not been given back yet */
    record SayOver(By by, AlertEnding how, Set<UUID> rooms, String why, boolean forced, int waiting) implements AlertCommand {

        public SayOver(By by, AlertEnding how, Set<UUID> rooms, String why, boolean forced) {
            this(by, how, rooms, why, forced, 0);
        }
    }

    record SayOut(By by) implements AlertCommand {}

    record BeginReunification(By by) implements AlertCommand {}
}
