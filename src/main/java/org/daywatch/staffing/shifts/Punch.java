package org.daywatch.staffing.shifts;

import java.time.Instant;
import java.util.List;
import org.daywatch.staffing.punches.Doubt;
import org.jspecify.annotations.Nullable;

/**
 * A check-in: when, and what proves that they stood there.
 *
 * @param position read at the punch only, never afterward; null when the phone gave none
 * @param doubts what did not fit; for people to look at
 */
public record Punch(Instant at, Proof proof, @Nullable Position position, List<Doubt> doubts) {

    public Punch {
        doubts = List.copyOf(doubts);
    }

    /** A position alone proves nothing; the desk's code, the desk's word or the coordinator's does. */
    public boolean proven() {
        return proof != Proof.POSITION;
    }

    /** What the check-in rests on. */
    public enum Proof { POSITION, DESK_CODE, DESK_PERSON, COORDINATOR }

    /** Where a position lies, seen from the school. */
    public enum Place { ON_CAMPUS, OFF_CAMPUS, SCHOOL_UNKNOWN }

    /**
     * @param latitude forgotten, with longitude and accuracy, when its keeping time is over; what it said stays
     * @param meters from the center of the school; null when the school's place is unknown
     */
    public record Position(@Nullable Double latitude, @Nullable Double longitude, @Nullable Integer accuracyMeters,
            Place place, @Nullable Integer meters) {}
}
