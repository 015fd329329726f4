package org.daywatch.platform.places;

/** A place in degrees. */
public record Point(double latitude, double longitude) {

    /**
     * In the states and territories, give or take the width of a border: whoever forgets a minus or swaps the numbers
     * is outside.
     */
    public boolean isInUnitedStates() {
        return isBetween(24.3, 49.5, -125.1, -66.8) || isBetween(51, 71.6, -180, -129.9) || isBetween(51, 55, 172, 180)
                || isBetween(18.7, 28.6, -178.5, -154.6)
                || isBetween(17.5, 18.7, -68, -64.4) || isBetween(13, 20.7, 144.4, 146.2)
                || isBetween(-14.7, -10.9, -171.2, -168);
    }

    private boolean isBetween(double south, double north, double west, double east) {
        return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    }
}
