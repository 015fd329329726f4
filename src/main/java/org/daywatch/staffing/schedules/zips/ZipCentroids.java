package org.daywatch.staffing.schedules.zips;

import org.daywatch.platform.places.Point;
import org.daywatch.platform.places.ZipCodes;
import org.daywatch.scheduling.problem.ScheduleProblem.Home;
import org.jspecify.annotations.Nullable;

/** Homes are not kept more exactly than the middle of their ZIP code. */
public final class ZipCentroids {

    private ZipCentroids() {}

    /** The ZIP code with its middle, where it is known; {@link Home#UNKNOWN} for none. */
    public static Home home(@Nullable String zip) {
        String five = ZipCodes.five(zip);
        if (five.isEmpty()) return Home.UNKNOWN;
        var middle = ZipCodes.middle(five);
        return new Home(five, null, middle.map(Point::latitude).orElse(null),
                middle.map(Point::longitude).orElse(null));
    }
}
