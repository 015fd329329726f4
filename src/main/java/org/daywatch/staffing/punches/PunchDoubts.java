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

    /** @param before where the officer was last, as far as his punches tell; {@code repeated}: how often he gave this very position before */
    public record Earlier(@Nullable Whereabouts before, int repeated) {}

    public static List<Doubt> of(@Nullable Reading phone, boolean deskCode, CheckInPlace school, Earlier earlier, DoubtLimits limits, Instant now) {
        var doubts = new ArrayList<Doubt>();
        if (phone != null) {
            int accuracy = (int) Math.min(100_000, Math.round(phone.accuracyMetres()));
            if (accuracy > limits.vagueMetres()) doubts.add(new Doubt(Kind.VAGUE, accuracy, limits.vagueMetres()));
            if (accuracy < limits.exactMetres()) doubts.add(new Doubt(Kind.TOO_EXACT, accuracy, limits.exactMetres()));
            // A phone whose clock is wrong, either way, says as little about now as an old position does.
            long age = phone.takenAt() == null ? 0 : Math.min(1_000_000, Duration.between(phone.takenAt(), now).abs().toSeconds());
            if (age > limits.staleSeconds()) doubts.add(new Doubt(Kind.STALE, (int) age, limits.staleSeconds()));
            if (earlier.repeated() > 0) doubts.add(new Doubt(Kind.REPEATED, earlier.repeated(), 0));
            if (deskCode && school.known() && !school.contains(phone.latitude(), phone.longitude(), accuracy)) {
                var metres = school.metresFrom(phone.latitude(), phone.longitude());
                doubts.add(new Doubt(Kind.ELSEWHERE, metres == null ? 0 : metres, school.radiusMetres()));
            }
        }
        var here = here(phone, school, now);
        if (here != null && earlier.before() != null) {
            int speed = speed(earlier.before(), here);
            if (speed > limits.kilometresAnHour()) doubts.add(new Doubt(Kind.TOO_FAST, speed, limits.kilometresAnHour()));
        }
        return List.copyOf(doubts);
    }

    /** Where the phone says it is; without a phone, the school whose code was given. */
    private static @Nullable Whereabouts here(@Nullable Reading phone, CheckInPlace school, Instant now) {
        if (phone != null) return new Whereabouts(phone.latitude(), phone.longitude(), phone.accuracyMetres(), now);
        return school.latitude() == null ? null
                : new Whereabouts(school.latitude(), school.longitude(), school.radiusMetres(), now);
    }

    /** Kilometres an hour at least, with what both places are unsure of taken off the way, and no time shorter than a minute. */
    static int speed(Whereabouts from, Whereabouts to) {
        double metres = CheckInPlace.metres(from.latitude(), from.longitude(), to.latitude(), to.longitude())
                - from.doubtMetres() - to.doubtMetres();
        double minutes = Math.max(1, Duration.between(from.at(), to.at()).toSeconds() / 60.0);
        return (int) Math.min(100_000, Math.max(0, Math.round(metres / minutes * 60 / 1000)));
    }
}
