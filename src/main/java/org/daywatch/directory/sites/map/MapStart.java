package org.daywatch.directory.sites.map;

import org.daywatch.platform.places.Point;

/**
 * What the map shows at first.
 *
 * @param zoom no closer than this
 */
record MapStart(double south, double west, double north, double east, int zoom) {

    private static final int LIKE_A_COUNTRY = 5;
    static final int LIKE_A_STATE = 7;
    static final int LIKE_A_TOWN = 14;

    static final MapStart LOWER_48 = new MapStart(24.5, -124.8, 49.4, -66.9, LIKE_A_COUNTRY);

    static MapStart around(Point point, int zoom) {
        return new MapStart(point.latitude(), point.longitude(), point.latitude(), point.longitude(), zoom);
    }
}
