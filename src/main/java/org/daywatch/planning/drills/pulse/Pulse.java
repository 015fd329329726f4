package org.daywatch.planning.drills.pulse;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.daywatch.planning.drills.Drill;
import org.jspecify.annotations.Nullable;

/**
 * How people felt after a drill about an attack, in numbers. Pure. Nothing is shown while answers come in: whoever
 * looked twice could tell who answered in between.
 */
public final class Pulse {

    /** So many days from the drill on the question is open. */
    public static final int OPEN_DAYS = 7;
    /** Fewer answers than these are not shown at all. */
    public static final int FEWEST = 10;
    /** A number under this is said as "fewer than". */
    public static final int SMALLEST = 3;

    private Pulse() {}

    public enum Who { STAFF, STUDENTS }

    public enum Answer { CALM, UNEASY, UPSET }

    /** Asked after drills that remind of an attack, once they were held. */
    public static boolean asked(Drill drill) {
        return drill.kind().lockdownLike() && drill.counts();
    }

    public static boolean open(Drill drill, LocalDate today) {
        return asked(drill) && !today.isBefore(drill.day()) && !today.isAfter(drill.day().plusDays(OPEN_DAYS));
    }

    /** @param people null: fewer than {@link #SMALLEST}, and not none */
    public record Shown(Answer answer, @Nullable Integer people) {}

    /** What may be read of one group; empty where too few answered. @param counts what was answered */
    public static Map<Answer, Shown> shown(Map<Answer, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        var shown = new EnumMap<Answer, Shown>(Answer.class);
        if (all < FEWEST) return shown;
        for (var answer : Answer.values()) {
            int people = counts.getOrDefault(answer, 0);
            shown.put(answer, new Shown(answer, people > 0 && people < SMALLEST ? null : people));
        }
        // With one number withheld it could be reckoned from the others and their sum: the sum is never said.
        return shown;
    }
}
