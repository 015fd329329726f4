package org.daywatch.transparency.activitylog.phone;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.staffing.ClockRecords.ClockRecord;
import org.daywatch.staffing.ClockRecords.Stretch;
import org.daywatch.transparency.TransparencyRefusal;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.Kept;
import org.jspecify.annotations.Nullable;

/**
 * Whether the time an officer types is theirs to give. Pure. What counts for a program is counted once: lessons lie
 * inside the time on campus, and neither lessons nor absences overlap. Anything else may overlap as days do; nobody is
 * asked to tell lunch and hallway apart to the minute.
 *
 * @param why the refusal; {@code from} and {@code to} are of whatever stands in the way
 * @param what it is called in the officer's words; empty where it has no name
 */
record TimeTaken(TransparencyRefusal why, Instant from, Instant to, String what) {

    /**
     * @param there their clock records at the school that day. @param typed what they typed that day, at any school,
     * and stands
     */
    static Optional<TimeTaken> of(ActivityKind kind, Instant from, Instant to, Collection<ClockRecord> there,
            Collection<Activity> typed) {
        if (!counts(kind) || !from.isBefore(to)) return Optional.empty();
        if (there.stream().noneMatch(record -> holds(record, from, to))) {
            return there.stream().filter(r -> r.from() != null).findFirst()
                    .map(r -> new TimeTaken(TransparencyRefusal.LOG_OUTSIDE_SHIFT, r.from(), end(r.to(), to), ""));
        }
        return there.stream().flatMap(record -> record.away().stream()).filter(away -> overlaps(away, from, to))
                .findFirst()
                .map(away -> new TimeTaken(TransparencyRefusal.LOG_WHILE_AWAY, away.from(), end(away.to(), to),
                        away.reason()))
                .or(() -> typed.stream()
                        .filter(a -> counts(a.kind()) && a.from() != null && a.to() != null && a.from().isBefore(to)
                                && a.to().isAfter(from))
                        .findFirst()
                        .map(a -> new TimeTaken(TransparencyRefusal.LOG_TIME_TAKEN, a.from(), a.to(),
                                a.kind().lesson() ? a.details().label() : a.reason())));
    }

    private static boolean counts(ActivityKind kind) {
        return kind.lesson() || kind == ActivityKind.OFF_CAMPUS;
    }

    /** To the minute: seconds of a punch make nobody a liar. */
    private static boolean holds(ClockRecord record, Instant from, Instant to) {
        return record.from() != null && !minute(from).isBefore(minute(record.from()))
                && (record.to() == null || !minute(to).isAfter(minute(record.to())));
    }

    private static boolean overlaps(Stretch away, Instant from, Instant to) {
        return minute(away.from()).isBefore(minute(to))
                && (away.to() == null || minute(away.to()).isAfter(minute(from)));
    }

    private static Instant end(@Nullable Instant to, Instant otherwise) {
        return to == null ? otherwise : to;
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    /** What stands beside the line that is written or corrected. */
    static List<Activity> others(List<Kept> typed, UUID line) {
        return typed.stream().filter(k -> k.stands() && !k.id().equals(line)).map(Kept::what).toList();
    }
}
