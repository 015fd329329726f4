package org.daywatch.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * What the clock says of officers at schools, for rooms that count what they did there. Corrections are in it already.
 */
public interface ClockRecords {

    /** @param to null while it goes on */
    record Stretch(Instant from, @Nullable Instant to, String reason) {}

    /**
     * One shift as it was clocked.
     *
     * @param from check-in; null while there is none, or none any more
     * @param to check-out; null while they are on post. A check-out forgotten for hours counts to the end of the post
     * @param away off campus during it
     * @param peaceOfficer while they acted as peace officer; they check in as the school's
     */
    record ClockRecord(UUID shift, UUID districtId, UUID schoolId, UUID officerId, UUID person, String name,
            @Nullable Instant from, @Nullable Instant to,
            List<Stretch> away, List<Stretch> peaceOfficer) {

        public boolean onPost() {
            return from != null && to == null;
        }
    }

    /** Whatever its state; empty where there is no such shift, or it is not yours. */
    Optional<ClockRecord> find(UUID shift);

    /** Who was clocked in at a school at some moment of this time, in the order in which they came. */
    List<ClockRecord> at(UUID school, Window during);

    /**
     * Of which kinds (SRO, SSO, JPO) the posts were on which this officer was clocked in at the school that day, each
     * once.
     */
    Set<String> kindsOfPost(UUID officer, UUID school, LocalDate day);

    /** Where this person was clocked in at some moment of this time. */
    List<ClockRecord> of(UUID person, Window during);
}
