package org.daywatch.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a school is, for a check-in. A polygon wins over the circle; without either the place is unknown.
 *
 * @param address for the officer who drives there for the first time
 */
public record CheckInPlace(UUID schoolId, String address, String phone, @Nullable Double latitude, @Nullable Double longitude,
        int radiusMetres, List<Corner> boundary) {

    private static final double EARTH_METRES = 6_371_008.8;
    /** A phone that is this unsure of itself says little; more than this is never granted to it. */
    private static final int MOST_DOUBT_METRES = 100;

    public record Corner(double latitude, double longitude) {}

    public CheckInPlace {
        boundary = List.copyOf(boundary);
    }

    public boolean known() {
        return latitude != null || boundary.size() > 2;
    }

    /** Metres from the centre; null when the centre is not known. */
    public @Nullable Integer metresFrom(double lat, double lon) {
        return latitude == null ? null : (int) Math.round(metres(latitude, longitude, lat, lon));
    }

    /** On campus, with the phone's own doubt granted up to a hundred metres. */
    public boolean contains(double lat, double lon, int accuracyMetres) {
        int doubt = Math.clamp(accuracyMetres, 0, MOST_DOUBT_METRES);
        if (boundary.size() > 2) return inside(lat, lon) || edgeWithin(lat, lon, doubt);
        return latitude != null && metres(latitude, longitude, lat, lon) <= radiusMetres + doubt;
    }

    private boolean inside(double lat, double lon) {
        boolean inside = false;
        for (int i = 0, j = boundary.size() - 1; i < boundary.size(); j = i++) {
            var a = boundary.get(i);
            var b = boundary.get(j);
            boolean crosses = a.latitude() > lat != b.latitude() > lat;
            if (crosses && lon < (b.longitude() - a.longitude()) * (lat - a.latitude()) / (b.latitude() - a.latitude()) + a.longitude()) inside = !inside;
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
            double t = length == 0 ? 0 : Math.clamp(((lon - a.longitude()) * scale * dx + (lat - a.latitude()) * dy) / length, 0, 1);
            if (metres(a.latitude() + t * dy, a.longitude() + t * dx / scale, lat, lon) <= doubt) return true;
        }
        return false;
    }

    /** Metres between two places, as the crow flies. */
    public static double metres(double lat1, double lon1, double lat2, double lon2) {
        double dLat = Math.toRadians(lat2 - lat1) / 2;
        double dLon = Math.toRadians(lon2 - lon1) / 2;
        double h = Math.pow(Math.sin(dLat), 2) + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * Math.pow(Math.sin(dLon), 2);
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(h));
    }
}
