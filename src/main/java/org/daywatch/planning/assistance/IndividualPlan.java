package org.daywatch.planning.assistance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** One student's plan as it stands. */
public record IndividualPlan(UUID id, UUID schoolId, UUID studentId, Words words, UUID writtenBy, String writer,
        Instant writtenAt) {

    /** The five actions of the school's response. */
    public enum Action { HOLD, SECURE, LOCKDOWN, EVACUATE, SHELTER }

    /**
     * @param needs what they need in an action; one that needs nothing particular is left out
     * @param helpers who helps, and who stands in
     * @param equipment what is needed and where it is
     * @param medication what must come along and where it lies; not what for
     */
    public record Words(Map<Action, String> needs, String helpers, String equipment, String medication) {

        public Words {
            var all = new EnumMap<Action, String>(Action.class);
            needs.forEach((action, text) -> {
                if (!text.isBlank()) all.put(action, text);
            });
            needs = java.util.Collections.unmodifiableMap(all);
        }

        public String in(Action action) {
            return needs.getOrDefault(action, "");
        }

        public boolean empty() {
            return needs.isEmpty() && helpers.isBlank() && equipment.isBlank() && medication.isBlank();
        }
    }
}
