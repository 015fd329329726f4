package org.daywatch.emergencies.alerts.pages;

import java.util.List;
import java.util.UUID;

/** Who is missing or unknown during an alert, as whoever keeps the roll call answers it. */
public interface PeopleUnaccounted {

    /** @param missing said to be missing; of the others nobody has said anything */
    record Named(String name, boolean missing) {}

    /** @param names worst first; none for an organization that reads numbers only */
    record Unaccounted(int missing, int unknown, List<Named> names) {

        public static final Unaccounted NOBODY = new Unaccounted(0, 0, List.of());

        private static final int SHOWN = 100;

        public int all() {
            return missing + unknown;
        }

        /** As many as a page shows. */
        public List<Named> shown() {
            return names.subList(0, Math.min(names.size(), SHOWN));
        }

        public int more() {
            return names.size() - shown().size();
        }
    }

    Unaccounted unaccounted(UUID alert);
}
