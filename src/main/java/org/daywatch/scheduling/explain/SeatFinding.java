package org.daywatch.scheduling.explain;

import java.time.Duration;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * One rule that keeps an officer from a seat, with its figures.
 *
 * @param code as docs/formats/roster.md names it
 * @param policy the limit, for {@code CAP_…}
 * @param other what stands in the way: a credential, role, school, kind of work or hours, department, or another shift
 * @param reached,limit minutes; null where the rule counts nothing
 * @param period in which they are counted; null likewise
 * @param mend minutes by which the rule would have to give way; 0 where it counts nothing
 * @param words what is so
 * @param takes what would mend it
 */
public record SeatFinding(String code, @Nullable String policy, @Nullable String other, @Nullable Long reached,
        @Nullable Long limit,
        @Nullable Window period, long mend, String words, String takes) {

    static SeatFinding plain(String code, @Nullable String other, String words, String takes) {
        return new SeatFinding(code, null, other, null, null, null, 0, words, takes);
    }

    static String hm(long minutes) {
        var length = Duration.ofMinutes(minutes);
        return String.format("%02d:%02d", length.toHours(), length.toMinutesPart());
    }
}
