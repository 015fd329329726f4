package org.daywatch.planning.drills;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.planning.drills.audience.DrillAudience;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.jspecify.annotations.Nullable;

/** Everything that happens to a drill after it was scheduled. None says whether it is meant: a drill is an exercise. */
public sealed interface DrillCommand {

    record By(UUID person, String name) {}

    /** @param firstDay the earliest day the program's notice allows */
    record Move(LocalDate day, LocalTime at, LocalDate firstDay, By by) implements DrillCommand {}

    record CallOff(String why, By by) implements DrillCommand {}

    /**
     * @param zone of the school. @param officers on post at this moment, by their officer ids. @param audience whom it
     * reaches
     */
    record Start(ZoneId zone, List<UUID> officers, DrillAudience audience, By by) implements DrillCommand {}

    record Secured(By by) implements DrillCommand {}

    record Accounted(By by) implements DrillCommand {}

    /** Timed by hand. @param brokenOff it was stopped before it was over */
    record End(boolean brokenOff, ZoneId zone, List<UUID> officers, By by) implements DrillCommand {}

    /** What the emergency room measured; null for what it did not. */
    record Hear(Instant started, @Nullable Instant secured, @Nullable Instant accounted, Instant ended,
            boolean cancelled, ZoneId zone, List<UUID> officers, String by)
            implements
                DrillCommand {}

    /** Its day has passed. @param today by the school's clock */
    record Miss(LocalDate today) implements DrillCommand {}

    /** What an exercise that nobody had scheduled counts as. */
    record Confirm(DrillKind kind, ZoneId zone, List<UUID> officers, By by) implements DrillCommand {}

    /** @param rating the worst of those given. @param improvements how many were agreed */
    record Review(String rating, int improvements, By by) implements DrillCommand {}
}
