package org.daywatch.directory.sites;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Where a school is, for check-in. A polygon wins over the circle. Unknown is a valid answer: then the front-desk code
 * alone proves presence.
 */
public record Position(@Nullable Double latitude, @Nullable Double longitude, int radiusMeters, List<Corner> boundary) {

    /** In meters, where nobody said another one. */
    static final int USUAL_RADIUS = 150;

    public record Corner(double latitude, double longitude) {}

    public Position {
        boundary = List.copyOf(boundary);
        if ((latitude == null) != (longitude == null)) {
            throw new InvalidInput(latitude == null ? "latitude" : "longitude", "", "schools.wrong.together");
        }
        if (latitude != null && (latitude < -90 || latitude > 90)) {
            throw new InvalidInput("latitude", "" + latitude, "schools.wrong.latitude");
        }
        if (longitude != null && (longitude < -180 || longitude > 180)) {
            throw new InvalidInput("longitude", "" + longitude, "schools.wrong.longitude");
        }
        if (radiusMeters < 20 || radiusMeters > 5000) {
            throw new InvalidInput("radius", "" + radiusMeters, "schools.wrong.radius");
        }
        if (!boundary.isEmpty() && boundary.size() < 3) {
            throw new InvalidInput("boundary", boundary.size() + " corners", "schools.wrong.corners");
        }
    }

    /**
     * Online maps copy both numbers at once, "33.6310, -112.4390": pasted into the first field they are taken apart.
     */
    static Map<String, String> pasted(Map<String, String> form) {
        String[] both = form.getOrDefault("latitude", "").split(",");
        if (both.length != 2 || !form.getOrDefault("longitude", "").isBlank()) return form;
        var apart = new HashMap<>(form);
        apart.put("latitude", both[0].strip());
        apart.put("longitude", both[1].strip());
        return apart;
    }

    /** As many digits as a place on the ground has, without the last one a computer made up. */
    private static @Nullable Double shown(@Nullable Double degrees) {
        return degrees == null ? null : Math.round(degrees * 1e6) / 1e6;
    }

    public @Nullable Double shownLatitude() {
        return shown(latitude);
    }

    public @Nullable Double shownLongitude() {
        return shown(longitude);
    }

    public boolean known() {
        return latitude != null;
    }

    /** One corner per line, "latitude, longitude", as copied from a map. */
    public static List<Corner> corners(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(Position::corner).toList();
    }

    private static Corner corner(String line) {
        var parts = line.split("[,;\\s]+");
        try {
            if (parts.length == 2) return new Corner(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        } catch (NumberFormatException e) {
            // answered below, with the line as it was typed
        }
        throw new InvalidInput("boundary", line, "schools.wrong.corners");
    }
}
