package org.daywatch.staffing.availability;

import java.time.ZoneId;
import java.util.List;
import org.daywatch.platform.time.Window;

/** When an officer is glad to be asked: a week as it usually is, and the days that differ from it. */
public record Availability(List<WeeklyTime> week, List<DatedTime> dates) {

    public static final Availability ANY_TIME = new Availability(List.of(), List.of());

    public Availability {
        week = List.copyOf(week);
        dates = dates.stream().sorted().toList();
    }

    /**
     * Anyone who states no times may be asked at any. A day away wins over everything, a day they are free over the
     * week.
     */
    public boolean covers(Window window, ZoneId zone) {
        var that = dates.stream().filter(d -> d.touches(window, zone)).toList();
        if (that.stream().anyMatch(DatedTime::away)) return false;
        if (!that.isEmpty()) return that.stream().anyMatch(d -> d.holds(window, zone));
        return week.isEmpty() || week.stream().anyMatch(t -> t.holds(window, zone));
    }
}
