package org.daywatch.platform.time;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The clocks of the United States, as people choose among them, and the one most of a state goes by: a proposal that a person may change. */
public final class StateZones {

    public static final List<ZoneId> ALL = List.of("America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
            "Pacific/Honolulu", "America/Puerto_Rico").stream().map(ZoneId::of).toList();

    private static final Map<String, List<String>> STATES = Map.of(
            "America/New_York", List.of("CT", "DC", "DE", "FL", "GA", "IN", "KY", "MA", "MD", "ME", "MI", "NC", "NH", "NJ", "NY", "OH", "PA", "RI", "SC", "VA", "VT", "WV"),
            "America/Chicago", List.of("AL", "AR", "IA", "IL", "KS", "LA", "MN", "MO", "MS", "ND", "NE", "OK", "SD", "TN", "TX", "WI"),
            "America/Denver", List.of("CO", "ID", "MT", "NM", "UT", "WY"), "America/Phoenix", List.of("AZ"), "America/Los_Angeles", List.of("CA", "NV", "OR", "WA"),
            "America/Anchorage", List.of("AK"), "Pacific/Honolulu", List.of("HI"), "America/Puerto_Rico", List.of("PR", "VI"));

    private StateZones() {}

    /** Where most people of a state live; several states have more than one. */
    public static Optional<ZoneId> ofState(String state) {
        String code = state.strip().toUpperCase(Locale.ROOT);
        return STATES.entrySet().stream().filter(e -> e.getValue().contains(code)).map(e -> ZoneId.of(e.getKey())).findFirst();
    }

    /** One that is written as the time-zone database names it: a region and a place. */
    public static Optional<ZoneId> read(String text) {
        String name = text.strip();
        return name.contains("/") && ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
