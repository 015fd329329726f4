package org.daywatch.planning;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the individual plans of students say to the adult who has them beside them while it happens. The district is
 * bound.
 */
public interface StudentPlansInAnEmergency {

    /**
     * @param now what they need in the action under way; empty where it is nothing particular
     * @param helpers who helps, and who stands in
     * @param equipment what is needed and where it is
     * @param medication what must come along and where it lies; not what for
     */
    record Need(String now, String helpers, String equipment, String medication) {

        public boolean empty() {
            return now.isEmpty() && helpers.isEmpty() && equipment.isEmpty() && medication.isEmpty();
        }
    }

    /** Which of these students have a plan, without saying what it says. */
    Set<UUID> planned(UUID school, Collection<UUID> students);

    /**
     * While an actual alert is under way at the school; empty at any other time, and in a drill. Each reading is
     * audited.
     *
     * @param action HOLD, SECURE, LOCKDOWN, EVACUATE or SHELTER; of any other word only what holds in all of them is
     * given
     */
    Map<UUID, Need> during(UUID school, Collection<UUID> students, String action);
}
