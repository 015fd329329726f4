package org.daywatch.directory.imports.nces;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The time zone of a school: a town that differs from its county, else the county, else the state. In Florida, Kentucky and
 * Tennessee many districts are named like their county, which helps where the county is not given.
 */
public final class SchoolZones {
    /** The zone, and what it was told by: TOWN, COUNTY, DISTRICT (a district named like a county) or STATE. */
    record Found(ZoneId zone, By by) {}

    enum By {
        TOWN, COUNTY, DISTRICT, STATE
    }

    private final Map<String, ZoneId> states = new HashMap<>();
    private final Map<String, String> stateOfFips = new HashMap<>();
    private final Map<String, ZoneId> counties = new HashMap<>();
    private final Map<String, ZoneId> towns = new HashMap<>();

    public SchoolZones() {
        each("data/states.csv", row -> {
            states.put(row.getField("state"), ZoneId.of(row.getField("zone")));
            stateOfFips.put(row.getField("fips"), row.getField("state"));
        });
        each("data/zones.csv", row -> {
            String state = row.getField("state");
            ZoneId zone = ZoneId.of(row.getField("zone"));
            if (row.getField("city").isEmpty()) counties.put(key(state, row.getField("county")), zone);
            else towns.put(key(state, row.getField("city")), zone);
        });
    }

    boolean isState(String state) {
        return states.containsKey(state);
    }

    /** The zone most of a state lives by. */
    public ZoneId usual(String state) {
        return Objects.requireNonNull(states.get(state), state);
    }

    /** The state that lists a school: the first two digits of its national number. */
    @Nullable String stateOf(String ncesId) {
        return stateOfFips.get(ncesId.substring(0, 2));
    }

    Found of(String state, @Nullable String county, String district, String city) {
        ZoneId town = towns.get(key(state, city));
        if (town != null) return new Found(town, By.TOWN);
        ZoneId usual = Objects.requireNonNull(states.get(state), state);
        if (county != null) return new Found(counties.getOrDefault(key(state, county), usual), By.COUNTY);
        ZoneId named = counties.get(key(state, district));
        return named != null ? new Found(named, By.DISTRICT) : new Found(usual, By.STATE);
    }

    /** "Port St. Joe", "PORT ST JOE" and "Santa Rosa County" as one would say them. */
    private static String key(String state, String place) {
        String plain = place.toLowerCase(Locale.ROOT).replaceAll("\\b(county|parish|borough)\\b", "");
        return state + "|" + plain.replaceAll("[^a-z]", "");
    }

    private static void each(String resource, Consumer<NamedCsvRecord> take) {
        try (InputStream in = Objects.requireNonNull(SchoolZones.class.getResourceAsStream(resource), resource);
                var rows = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            rows.forEach(take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
