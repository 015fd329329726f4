package org.daywatch.emergencies.lane.streams;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an event is about, as far as the lane reads it: its {@code "alert"} and whether that alert is over.
 *
 * @param key empty where the event names no alert: it is told once and does not stand
 * @param version as the event says, 0 where it says none
 * @param over the alert has ended; whoever comes anew need not hear of it
 */
record Subject(String key, boolean over, long version) {

    private static final Pattern ALERT = Pattern.compile("\"alert\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern INTO = Pattern.compile("\"into\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Za-z_]+)\"");
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*([0-9]{1,18})");
    private static final Pattern SIGNATURE = Pattern.compile("\"signature\"\\s*:\\s*\"[^\"]*\"");
    private static final Set<String> OVER = Set.of("ENDED", "CANCELLED");

    /** The event that says: what was told as this alert is another one. */
    static final String MERGED = "merged";

    static Subject of(String event, String json) {
        var alert = ALERT.matcher(json);
        if (!alert.find()) return new Subject("", false, 0);
        var state = STATE.matcher(json);
        var version = VERSION.matcher(json);
        return new Subject(event + " " + alert.group(1),
                state.find() && OVER.contains(state.group(1).toUpperCase(Locale.ROOT)),
                version.find() ? Long.parseLong(version.group(1)) : 0);
    }

    /** Of a {@link #MERGED} event the alert that it is. */
    static Optional<UUID> into(String json) {
        var into = INTO.matcher(json);
        return into.find() ? Optional.of(UUID.fromString(into.group(1))) : Optional.empty();
    }

    boolean is(String event) {
        return key.startsWith(event + " ");
    }

    Optional<UUID> alert() {
        return key.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(key.substring(key.length() - 36)));
    }

    /** Two nodes say the same in the same words but for their signatures. */
    static String unsigned(String json) {
        return SIGNATURE.matcher(json).replaceFirst("");
    }
}
