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
import org.daywatch.platform.time.StateZones;
import org.jspecify.annotations.Nullable;

/**
 * The time zone of a school: a town that differs from its county, else the county, else the state. In Florida, Kentucky
 * and Tennessee many districts are named like their county, which helps where the county is not given.
 */
public final class SchoolZones {
    /**
     * The zone, and what it was told by: TOWN, COUNTY, DISTRICT (a district named like a county) or STATE.
     *
     * @param toConfirm the line between two zones does not follow counties there, or the rule was not checked
     */
    public record Found(ZoneId zone, By by, boolean toConfirm) {}

    /** One row of the table. */
    private record Rule(ZoneId zone, boolean toConfirm) {}

    public enum By {
        TOWN, COUNTY, DISTRICT, STATE
    }

    private final Map<String, ZoneId> states = new HashMap<>();
    private final Map<String, String> stateOfFips = new HashMap<>();
    private final Map<String, Rule> counties = new HashMap<>();
    private final Map<String, Rule> towns = new HashMap<>();

    public SchoolZones() {
        StateZones.ALL.forEach(s -> {
            states.put(s.state(), s.zone());
            stateOfFips.put(s.fips(), s.state());
        });
        each("data/zones.csv", row -> {
            String state = row.getField("state");
            var rule = new Rule(ZoneId.of(row.getField("zone")), row.getField("confirmed").equals("no"));
            if (row.getField("city").isEmpty()) counties.put(key(state, row.getField("county")), rule);
            else towns.put(key(state, row.getField("city")), rule);
        });
    }

    public boolean isState(String state) {
        return states.containsKey(state);
    }

    /** The zone most of a state lives by. */
    public ZoneId usual(String state) {
        return Objects.requireNonNull(states.get(state), state);
    }

    /** The state that lists a school: the first two digits of its national number. */
    public @Nullable String listedBy(String ncesId) {
        return stateOfFips.get(ncesId.substring(0, 2));
    }

    public Found of(String state, @Nullable String county, String district, String city) {
        Rule town = towns.get(key(state, city));
        if (town != null) return found(town, By.TOWN);
        var usual = new Rule(usual(state), false);
        if (county != null) return found(counties.getOrDefault(key(state, county), usual), By.COUNTY);
        Rule named = counties.get(key(state, district));
        return named != null ? found(named, By.DISTRICT) : found(usual, By.STATE);
    }

    private static Found found(Rule rule, By by) {
        return new Found(rule.zone(), by, rule.toConfirm());
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
