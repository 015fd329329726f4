package org.daywatch.emergencies.reunification;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.guardians.CustodyAnswer;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.jspecify.annotations.Nullable;

/** What may be done with a card. */
public sealed interface PickupCommand {

    /** Whoever does it has one of these duties. */
    default Set<Duty> duties() {
        return switch (this) {
            case FillCard _ -> EnumSet.of(Duty.GREETER, Duty.CHECKER);
            case Check _,ComparePhoto _ -> EnumSet.of(Duty.CHECKER);
            case Fetch _ -> EnumSet.of(Duty.RUNNER);
            case StudentAnswers _ -> EnumSet.of(Duty.REUNIFIER);
            case MatchHalves _ -> EnumSet.of(Duty.ACCOUNTANT);
            case GoOn _ -> EnumSet.of(Duty.LEAD, Duty.CHECKER);
            case Close _ -> EnumSet.of(Duty.LEAD);
            case ToPrivateRoom _ -> EnumSet.allOf(Duty.class);
        };
    }

    /** @param guardianId as chosen from the student's list; null: they are not on it */
    record FillCard(UUID student, @Nullable UUID guardianId) implements PickupCommand {}

    /** @param custody what the list says for today. @param where the student is, as the assembly place has it */
    record Check(UUID by, boolean idSeen, CustodyAnswer custody, StudentPlace where) implements PickupCommand {}

    /** By another member of staff than the first. */
    record ComparePhoto(UUID by, boolean matches) implements PickupCommand {}

    record Fetch(UUID by) implements PickupCommand {}

    /** Asked away from the adult: is the student comfortable to leave with them? */
    record StudentAnswers(UUID by, boolean yes) implements PickupCommand {}

    /** @param half as it stands on the bottom half that came back */
    record MatchHalves(UUID by, String half) implements PickupCommand {}

    /**
     * Somebody has looked into what stopped it; another person still compares the photo.
     *
     * @param custody what the list says now, of whom they have made out the adult to be
     * @param named for it, before the emergency began
     */
    record GoOn(UUID by, String name, String why, CustodyAnswer custody, boolean named) implements PickupCommand {}

    record ToPrivateRoom(UUID by) implements PickupCommand {}

    /** The guardian leaves without the student. */
    record Close(UUID by, String why) implements PickupCommand {}
}
