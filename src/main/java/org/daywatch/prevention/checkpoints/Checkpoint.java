package org.daywatch.prevention.checkpoints;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a round looks at.
 *
 * @param position in the order in which one walks
 * @param outer part of the week's door sweep
 * @param everyDays looked at so often; null: as the rule of its kind says
 * @param seen the last time somebody stood there; null where nobody ever did
 */
public record Checkpoint(UUID agencyId, UUID id, UUID districtId, UUID schoolId, Kind kind, String name, String place,
        @Nullable UUID roomId, @Nullable Mark mark, int position,
        boolean outer, @Nullable Integer everyDays, Instant addedAt, @Nullable Retired retired, @Nullable Seen seen,
        int version) {

    public enum Kind {
        DOOR, GATE, FENCE, LOCK, CAMERA, RADIO, OTHER;

        /** Only these can be part of a door sweep. */
        public boolean opens() {
            return this == DOOR || this == GATE;
        }

        /** The dated rule that says how often one of this kind is looked at. */
        public String rule() {
            return "INSPECT_" + name();
        }
    }

    /** Where it stands on a site plan, in percent from the left and upper edge. */
    public record Mark(UUID plan, double across, double down) {}

    public record Retired(Instant at, String by, String why) {}

    public record Seen(Instant at, String result) {
    }

    public boolean active() {
        return retired == null;
    }

    /** Whether it was there to be looked at. */
    public boolean stoodAt(Instant at) {
        return !addedAt.isAfter(at) && (retired == null || retired.at().isAfter(at));
    }

    /** "Gym door 4, north side". */
    public String where() {
        return place.isEmpty() ? name : name + ", " + place;
    }

    /**
     * The day from which it counts when it is looked at again; one that was never seen counts from the day it was
     * added.
     */
    LocalDate last(ZoneId zone) {
        return LocalDate.ofInstant(seen == null ? addedAt : seen.at(), zone);
    }
}
