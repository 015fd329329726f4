package org.daywatch.staffing.hoursleft;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import org.daywatch.platform.time.When;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.caps.CapReading;
import org.jspecify.annotations.Nullable;

/**
 * How one limit stands for one officer, planned hours included.
 *
 * @param atWorkUntil of a rest only: they are at the work now that they must rest from, so there is no rest to measure
 * yet
 */
public record HoursLeft(CapPolicy policy, CapReading reading, ZoneId zone, @Nullable Instant atWorkUntil) {

    private static final double NEARLY = 0.85;

    /** The one with the least room first; limits on rest after those on hours. */
    public static final Comparator<HoursLeft> TIGHTEST_FIRST = Comparator.comparing((HoursLeft s) -> s.isRest())
            .thenComparing(s -> s.reading().left()).thenComparing(s -> s.policy().id());

    public boolean isRest() { return policy.shape().measuresRest(); }

    public String shape() {
        return policy.shape().name();
    }

    public Duration left() {
        return reading.left();
    }

    /** Hours over the limit, or rest short of it. */
    public boolean isBroken() {
        return reading.broken() && atWorkUntil == null;
    }

    public long reachedMinutes() {
        return Math.min(reading.reached().toMinutes(), reading.limit().toMinutes());
    }

    public long limitMinutes() {
        return reading.limit().toMinutes();
    }

    public Chip.Tone tone() {
        if (atWorkUntil != null) return Chip.Tone.INFO;
        if (isBroken()) return Chip.Tone.BAD;
        if (isRest()) return Chip.Tone.GOOD;
        return reachedMinutes() > NEARLY * limitMinutes() ? Chip.Tone.WARN : Chip.Tone.GOOD;
    }

    public String from(String language) {
        return moment(reading.period().start(), language);
    }

    public String to(String language) {
        return moment(reading.period().end(), language);
    }

    public String freeFrom(String language) {
        return atWorkUntil == null ? "" : moment(atWorkUntil, language);
    }

    private String moment(Instant at, String language) {
        return When.in(language).moment(at, zone);
    }
}
