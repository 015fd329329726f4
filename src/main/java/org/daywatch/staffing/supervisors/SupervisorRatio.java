package org.daywatch.staffing.supervisors;

import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import org.daywatch.platform.time.Window;

/**
 * From so many officers at one place and time on, one supervisor to so many; the supervisor is one of them.
 *
 * @param rule the texts and the days on which they began
 */
public record SupervisorRatio(int from, int per, String rule) {

    public int needed(int officers) {
        return officers < from ? 0 : (officers + per - 1) / per;
    }

    /** The most that stand there at one moment; who leaves when another comes does not stand there with them. */
    public static int atOnce(Collection<Window> windows) {
        var steps = new TreeMap<Instant, Integer>();
        for (var w : windows) {
            steps.merge(w.start(), 1, Integer::sum);
            steps.merge(w.end(), -1, Integer::sum);
        }
        int now = 0;
        int most = 0;
        for (int step : steps.values()) most = Math.max(most, now += step);
        return most;
    }
}
