package org.daywatch.planning.drills.kinds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a drill counts as, and what the school is told while it is held. */
public enum DrillKind {
    HOLD("HOLD", ""), SECURE("SECURE", ""), LOCKDOWN("LOCKDOWN", ""), EVACUATE("EVACUATE", ""),
    /** Out of the building by the fire routes. */
    FIRE("EVACUATE", ""),
    SHELTER_HAZMAT("SHELTER", "HAZMAT/SEAL_ROOM"), SHELTER_WEATHER("SHELTER", "TORNADO/SHELTER_AREA"),
    /** A lockdown drill that is held for an attack; without anybody playing one. */
    ACTIVE_THREAT("LOCKDOWN", ""),
    /** Any drill beyond fire, where a rule leaves open which. */
    EMERGENCY("SECURE", "");

    private final String action;
    private final String detail;

    DrillKind(String action, String detail) {
        this.action = action;
        this.detail = detail;
    }

    /** A word of ProtocolAction. */
    public String action() {
        return action;
    }

    /** For SHELTER against what and how, else empty. */
    public String detail() {
        return detail;
    }

    /** As requirements and facts name it, such as DRILL:LOCKDOWN. */
    public String subject() {
        return "DRILL:" + name();
    }

    /** Whether it reminds students of an attack: such drills are counted per class. */
    public boolean lockdownLike() {
        return this == LOCKDOWN || this == ACTIVE_THREAT;
    }

    public static Optional<DrillKind> of(String subject) {
        String word = subject.startsWith("DRILL:") ? subject.substring(6) : subject;
        return Arrays.stream(values()).filter(k -> k.name().equals(word)).findFirst();
    }

    /**
     * What an exercise pressed without a schedule most likely was; empty for a call for help, which is no drill of the
     * school.
     */
    public static Optional<DrillKind> ofAction(String action, String detail) {
        return switch (action.toUpperCase(Locale.ROOT)) {
            case "HOLD" -> Optional.of(HOLD);
            case "SECURE" -> Optional.of(SECURE);
            case "LOCKDOWN" -> Optional.of(LOCKDOWN);
            case "EVACUATE" -> Optional.of(EVACUATE);
            case "SHELTER" -> Optional.of(detail.startsWith("HAZMAT") ? SHELTER_HAZMAT : SHELTER_WEATHER);
            default -> Optional.empty();
        };
    }
}
