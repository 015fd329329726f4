package org.daywatch.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * Asked by the calendar page before a change is made, answered by the room that plans from calendars. The directory
 * owns the question so that it need not know who answers.
 */
public interface CalendarConsequences {

    Preview preview(Proposal proposal);

    /** The days of some schools as they would be. */
    record Proposal(List<UUID> schoolIds, LocalDate from, LocalDate to, List<BellDay> after) {}

    enum Effect { ADDED, MOVED, REMOVED }

    /** @param officer who has already accepted it; null while nobody has */
    record Line(String school, LocalDate day, int seat, Effect effect, @Nullable Window before, @Nullable Window after,
            String zone, @Nullable String officer) {}

    /** @param lines those with an officer first, at most as many as a page can show; the counts are complete */
    record Preview(int added, int moved, int removed, int untouched, int movedFilled, int removedFilled,
            List<Line> lines) {

        public static final Preview NOTHING = new Preview(0, 0, 0, 0, 0, 0, List.of());

        public boolean changesAnything() {
            return added + moved + removed > 0;
        }
    }

    /** How many schools whoever follows a change has done: heard where somebody waits for it. */
    final class Followed {

        private static final ScopedValue<IntConsumer> LISTENER = ScopedValue.newInstance();

        private Followed() {}

        public static void heardBy(IntConsumer listener, Runnable change) {
            ScopedValue.where(LISTENER, listener).run(change);
        }

        public static void schools(int more) {
            if (LISTENER.isBound()) LISTENER.get().accept(more);
        }
    }
}
