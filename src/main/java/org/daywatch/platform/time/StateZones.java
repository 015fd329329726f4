package org.daywatch.platform.time;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The states and territories, and the zone most of each lives by. */
public final class StateZones {

    /** @param fips the first two digits of the national number of its schools @param state two letters */
    public record State(String fips, String state, ZoneId zone) {}

    public static final List<State> ALL = rows("data/states.csv",
            row -> new State(row.getField("fips"), row.getField("state"), ZoneId.of(row.getField("zone"))));

    private static final Map<String, ZoneId> NAMED = named();

    /** Every zone most of some state lives by, and Mountain time without and with a clock change. */
    public static final List<ZoneId> ZONES = ALL.stream().map(State::zone).distinct()
            .sorted(java.util.Comparator.comparing(ZoneId::getId)).toList();

    /** The other zones of places in the states and territories, for the towns that keep one of their own. */
    public static final List<ZoneId> OTHERS = NAMED.values().stream().distinct().filter(z -> !ZONES.contains(z))
            .sorted(java.util.Comparator.comparing(ZoneId::getId)).toList();

    private StateZones() {}

    public static Optional<ZoneId> usual(String state) {
        return ALL.stream().filter(s -> s.state().equalsIgnoreCase(state.strip())).map(State::zone).findFirst();
    }

    /** One that is written as the time-zone database names it: a region and a place. */
    public static Optional<ZoneId> read(String text) {
        String name = text.strip();
        return name.contains("/") && ZoneId.getAvailableZoneIds().contains(name)
                ? Optional.of(ZoneId.of(name))
                : Optional.empty();
    }

    /**
     * A zone of the states and territories, as the time-zone database names it (America/Chicago) or in a word:
     * "Central", "Central time".
     */
    public static Optional<ZoneId> inUnitedStates(String text) {
        String asked = text.strip().replaceFirst("(?i) time$", "");
        return Optional.ofNullable(NAMED.get(asked));
    }

    private static Map<String, ZoneId> named() {
        var named = new TreeMap<String, ZoneId>(String.CASE_INSENSITIVE_ORDER);
        rows("data/us-zones.csv", row -> row).forEach(row -> {
            var zone = ZoneId.of(row.getField("zone"));
            named.put(zone.getId(), zone);
            if (!row.getField("word").isEmpty()) named.put(row.getField("word"), zone);
        });
        return named;
    }

    private static <T> List<T> rows(String data, Function<NamedCsvRecord, T> read) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(
                new InputStreamReader(StateZones.class.getResourceAsStream(data), StandardCharsets.UTF_8))) {
            return rows.stream().map(read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
