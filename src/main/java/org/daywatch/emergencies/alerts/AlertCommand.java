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

    /** What somebody does about it by name. They may be made to. */
    sealed interface Act extends AlertCommand {
        By by();
    }

    /** The act of somebody who is made to: it looks like success on their screen and is not. */
    record UnderForce(Act act) implements AlertCommand {}

    record Change(By by, ProtocolAction action, String detail, String why) implements Act {}

    /**
     * The second of two who want a school in a lockdown told something less. @param action what they have read, so that
     * they agree to nothing else
     */
    record Agree(By by, ProtocolAction action, String detail) implements Act {}

    /** @param rooms every room of the school; the school's own id alone where it has no list of rooms */
    record ReleaseRoom(By by, UUID room, Set<UUID> rooms) implements Act {}

    /**
     * @param waiting students who have not been given back yet. @param enders one of whom must be one of the two
     * @param caller nobody but them called for this help: they may take it back
     * @param unaccounted how many are missing or unknown, as long as they have not been asked whether it is over all
     * the same
     */
    record SayOver(By by, AlertEnding how, Set<UUID> rooms, String why, int waiting, Enders enders,
            boolean caller, int unaccounted) implements Act {

        public SayOver(By by, AlertEnding how, Set<UUID> rooms, String why) {
            this(by, how, rooms, why, 0);
        }

        public SayOver(By by, AlertEnding how, Set<UUID> rooms, String why, int waiting) {
            this(by, how, rooms, why, waiting, Enders.WHO_LEADS, false, 0);
        }

        SayOver under(Enders then, boolean byCaller) {
            return new SayOver(by, how, rooms, why, waiting, then, byCaller, unaccounted);
        }

        public SayOver asked(int stillUnaccounted) {
            return new SayOver(by, how, rooms, why, waiting, enders, caller, stillUnaccounted);
        }
    }

    record SayOut(By by) implements Act {}

    record BeginReunification(By by) implements Act {}
}
