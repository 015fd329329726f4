package org.daywatch.emergencies.cap.intake;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.CheckInPlace;
import org.daywatch.directory.CheckInPlaces.Center;
import org.daywatch.emergencies.cap.CapMessage;
import org.daywatch.emergencies.cap.CapMessage.Area;
import org.jspecify.annotations.Nullable;

/**
 * Which schools a message concerns. Where that cannot be known, it may: a school told too much is better off than one
 * told nothing.
 */
final class NoticeArea {

    private NoticeArea() {}

    /** Named in its addresses, else inside its area. @param center null where it is not known */
    static boolean concerns(CapMessage message, Campus school, @Nullable Center center, boolean anyAddressed) {
        if (anyAddressed) return addressed(message, school);
        var areas = message.infos().stream().flatMap(i -> i.areas().stream()).toList();
        boolean drawn = areas.stream().anyMatch(a -> !a.polygons().isEmpty() || !a.circles().isEmpty());
        boolean someUndrawn = areas.isEmpty()
                || areas.stream().anyMatch(a -> a.polygons().isEmpty() && a.circles().isEmpty());
        if (!drawn || someUndrawn || center == null || center.latitude() == null || center.longitude() == null)
            return true;
        return covers(areas, center.latitude(), center.longitude());
    }

    /** By its name or by "urn:uuid:" and its id. */
    static boolean addressed(CapMessage message, Campus school) {
        return message.addresses().stream().map(a -> a.toLowerCase(Locale.ROOT))
                .anyMatch(a -> a.equals(school.name().toLowerCase(Locale.ROOT)) || a.equals(urn(school.id())));
    }

    private static String urn(UUID school) {
        return "urn:uuid:" + school;
    }

    static boolean covers(List<Area> areas, double latitude, double longitude) {
        return areas.stream().anyMatch(a -> a.polygons().stream().anyMatch(p -> inPolygon(p, latitude, longitude))
                || a.circles().stream().anyMatch(c -> inCircle(c, latitude, longitude)));
    }

    /** @param circle "lat,lon km" */
    private static boolean inCircle(String circle, double latitude, double longitude) {
        String[] part = circle.strip().split("[,\\s]+");
        return CheckInPlace.meters(Double.parseDouble(part[0]), Double.parseDouble(part[1]), latitude,
                longitude) <= Double.parseDouble(part[2]) * 1000;
    }

    /** @param polygon "lat,lon lat,lon …", closed */
    private static boolean inPolygon(String polygon, double latitude, double longitude) {
        String[] corner = polygon.strip().split("\\s+");
        boolean inside = false;
        for (int i = 0, j = corner.length - 1; i < corner.length; j = i++) {
            double[] a = point(corner[i]);
            double[] b = point(corner[j]);
            if (a[0] > latitude != b[0] > latitude
                    && longitude < (b[1] - a[1]) * (latitude - a[0]) / (b[0] - a[0]) + a[1])
                inside = !inside;
        }
        return inside;
    }

    private static double[] point(String pair) {
        String[] part = pair.split(",");
        return new double[] {Double.parseDouble(part[0]), Double.parseDouble(part[1])};
    }
}
