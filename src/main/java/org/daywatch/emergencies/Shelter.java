package org.daywatch.emergencies;

import java.util.Arrays;
import java.util.List;

/** Against what people shelter, and how: pairs, in our words. The detail of a SHELTER alert is "HAZARD/STRATEGY". */
public enum Shelter {
    TORNADO("SHELTER_AREA"), DUST_STORM("INSIDE"), LIGHTNING("INSIDE"), HAZMAT("SEAL_ROOM"),
    EARTHQUAKE("DROP_COVER_HOLD"), FLOOD("HIGH_GROUND");

    private final String strategy;

    Shelter(String strategy) {
        this.strategy = strategy;
    }

    public String pair() {
        return name() + "/" + strategy;
    }

    public static List<String> pairs() {
        return Arrays.stream(values()).map(Shelter::pair).toList();
    }
}
