package org.daywatch.platform.places;

import com.fasterxml.jackson.annotation.JsonValue;

/** A way in meters, as it is stored and exchanged; people read feet, and miles where it is far. */
public record Distance(int meters) {

    private static final double FOOT = 0.3048;
    private static final int FEET_A_MILE = 5280;

    /** As others than people get it. */
    @JsonValue
    @Override
    public String toString() {
        return String.valueOf(meters);
    }

    public static Distance ofFeet(double feet) {
        return new Distance((int) Math.round(feet * FOOT));
    }

    /** Whole feet; every whole number of meters comes back from them. */
    public long feet() {
        return Math.round(meters / FOOT);
    }

    public double miles() {
        return meters / FOOT / FEET_A_MILE;
    }

    /** More than a few blocks: nobody counts that in feet. */
    public boolean isFar() {
        return feet() > FEET_A_MILE / 2;
    }
}
