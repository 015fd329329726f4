package org.daywatch.staffing.punches;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.CheckInPlace;
import org.daywatch.staffing.punches.Doubt.Kind;
import org.jspecify.annotations.Nullable;

/** Judges one punch. Pure: what it must know of the school, the clock and earlier punches is handed in. */
public final class PunchDoubts {

    private PunchDoubts() {}

    /**
     * @param before where the officer was last, as far as their punches tell; {@code repeated}: how often they gave
     * this very position before
     */
    public record Earlier(@Nullable Whereabouts before, int repeated) {}

    public static List<Doubt> of(@Nullable PhoneReading phone, boolean deskCode, CheckInPlace school, Earlier earlier,
            DoubtLimits limits, Instant now) {
        var doubts = new ArrayList<Doubt>();
        if (phone != null) {
            int accuracy = (int) Math.min(100_000, Math.round(phone.accuracyMeters()));
            if (accuracy > limits.vagueMeters()) doubts.add(new Doubt(Kind.VAGUE, accuracy, limits.vagueMeters()));
            if (accuracy < limits.exactMeters()) doubts.add(new Doubt(Kind.TOO_EXACT, accuracy, limits.exactMeters()));
            // A phone whose clock is wrong, either way, says as little about now as an old position does.
            long age = phone.takenAt() == null
                    ? 0
                    : Math.min(1_000_000, Duration.between(phone.takenAt(), now).abs().toSeconds());
            if (age > limits.staleSeconds()) doubts.add(new Doubt(Kind.STALE, (int) age, limits.staleSeconds()));
            if (earlier.repeated() > 0) doubts.add(new Doubt(Kind.REPEATED, earlier.repeated(), 0));
            if (deskCode && school.known() && !school.contains(phone.latitude(), phone.longitude(), accuracy)) {
                var meters = school.metersFrom(phone.latitude(), phone.longitude());
                doubts.add(new Doubt(Kind.ELSEWHERE, meters == null ? 0 : meters, school.radiusMeters()));
            }
        }
        var here = here(phone, school, now);
        if (here != null && earlier.before() != null) {
            int speed = speed(earlier.before(), here);
            if (speed > limits.kilometersAnHour())
                doubts.add(new Doubt(Kind.TOO_FAST, speed, limits.kilometersAnHour()));
        }
        return List.copyOf(doubts);
    }

    /** Where the phone says it is; without a phone, the school whose code was given. */
    private static @Nullable Whereabouts here(@Nullable PhoneReading phone, CheckInPlace school, Instant now) {
        if (phone != null) return new Whereabouts(phone.latitude(), phone.longitude(), phone.accuracyMeters(), now);
        return school.latitude() == null
                ? null
                : new Whereabouts(school.latitude(), school.longitude(), school.radiusMeters(), now);
    }

    /**
     * Kilometers an hour at least, with what both places are unsure of taken off the way, and no time shorter than a
     * minute.
     */
    static int speed(Whereabouts from, Whereabouts to) {
        double meters = CheckInPlace.meters(from.latitude(), from.longitude(), to.latitude(), to.longitude())
                - from.doubtMeters() - to.doubtMeters();
        double minutes = Math.max(1, Duration.between(from.at(), to.at()).toSeconds() / 60.0);
        return (int) Math.min(100_000, Math.max(0, Math.round(meters / minutes * 60 / 1000)));
    }
}
