package org.daywatch.platform.time;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The states and territories, and the zone most of each lives by. */
public final class StateZones {

    /** @param fips the first two digits of the national number of its schools @param state two letters */
    public record State(String fips, String state, ZoneId zone) {}

    public static final List<State> ALL = read();

    /** Every zone most of some state lives by, and Mountain time without and with a clock change. */
    public static final List<ZoneId> ZONES = ALL.stream().map(State::zone).distinct().sorted(java.util.Comparator.comparing(ZoneId::getId)).toList();

    private StateZones() {}

    public static Optional<ZoneId> usual(String state) {
        return ALL.stream().filter(s -> s.state().equalsIgnoreCase(state.strip())).map(State::zone).findFirst();
    }

    /** One that is written as the time-zone database names it: a region and a place. */
    public static Optional<ZoneId> read(String text) {
        String name = text.strip();
        return name.contains("/") && ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    private static List<State> read() {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(StateZones.class.getResourceAsStream("data/states.csv"), StandardCharsets.UTF_8))) {
            return rows.stream().map((NamedCsvRecord row) -> new State(row.getField("fips"), row.getField("state"), ZoneId.of(row.getField("zone")))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
