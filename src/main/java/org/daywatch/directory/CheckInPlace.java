package org.daywatch.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a school is, for a check-in. A polygon wins over the circle; without either the place is unknown.
 *
 * @param address for the officer who drives there for the first time
 */
public record CheckInPlace(UUID schoolId, String address, String phone, @Nullable Double latitude,
        @Nullable Double longitude,
        int radiusMeters, List<Corner> boundary) {

    private static final double EARTH_METERS = 6_371_008.8;
    /** A phone that is this unsure of itself says little; more than this is never granted to it. */
    private static final int MOST_DOUBT_METERS = 100;

    public record Corner(double latitude, double longitude) {}

    public CheckInPlace {
        boundary = List.copyOf(boundary);
    }

    public boolean known() {
        return latitude != null || boundary.size() > 2;
    }

    /** Meters from the center; null when the center is not known. */
    public @Nullable Integer metersFrom(double lat, double lon) {
        return latitude == null ? null : (int) Math.round(meters(latitude, longitude, lat, lon));
    }

    /** On campus, with the phone's own doubt granted up to a hundred meters. */
    public boolean contains(double lat, double lon, int accuracyMeters) {
        int doubt = Math.clamp(accuracyMeters, 0, MOST_DOUBT_METERS);
        if (boundary.size() > 2) return inside(lat, lon) || edgeWithin(lat, lon, doubt);
        return latitude != null && meters(latitude, longitude, lat, lon) <= radiusMeters + doubt;
    }

    private boolean inside(double lat, double lon) {
        boolean inside = false;
        for (int i = 0, j = boundary.size() - 1; i < boundary.size(); j = i++) {
            var a = boundary.get(i);
            var b = boundary.get(j);
            boolean crosses = a.latitude() > lat != b.latitude() > lat;
            if (crosses && lon < (b.longitude() - a.longitude()) * (lat - a.latitude()) / (b.latitude() - a.latitude())
                    + a.longitude())
                inside = !inside;
        }
        return inside;
    }

    private boolean edgeWithin(double lat, double lon, int doubt) {
        double scale = Math.cos(Math.toRadians(lat));
        for (int i = 0, j = boundary.size() - 1; i < boundary.size(); j = i++) {
            var a = boundary.get(j);
            var b = boundary.get(i);
            double dx = (b.longitude() - a.longitude()) * scale;
            double dy = b.latitude() - a.latitude();
            double length = dx * dx + dy * dy;
            double t = length == 0
                    ? 0
                    : Math.clamp(((lon - a.longitude()) * scale * dx + (lat - a.latitude()) * dy) / length, 0, 1);
            if (meters(a.latitude() + t * dy, a.longitude() + t * dx / scale, lat, lon) <= doubt) return true;
        }
        return false;
    }

    /** Meters between two places, as the crow flies. */
    public static double meters(double lat1, double lon1, double lat2, double lon2) {
        double dLat = Math.toRadians(lat2 - lat1) / 2;
        double dLon = Math.toRadians(lon2 - lon1) / 2;
        double h = Math.pow(Math.sin(dLat), 2)
                + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * Math.pow(Math.sin(dLon), 2);
        return 2 * EARTH_METERS * Math.asin(Math.sqrt(h));
    }
}
