package org.daywatch.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * Shifts that are over, for rooms that count them in money. A shift belongs to the day on which its post began, by the
 * school's clock. Asked as the agency.
 */
public interface WorkedShifts {

    /**
     * A shift that was worked, proven, and is payable.
     *
     * @param person the officer's account
     * @param role SRO, SSO or JPO: what the post asked for
     * @param minutes payable, as worked hours count them: scheduled and proven, rounded as the department's rule says;
     * above zero
     */
    record Worked(UUID shift, UUID district, UUID school, String schoolName, String officer, UUID person, String role,
            LocalDate day, Window window, int minutes) {}

    /** A shift that ended and whose check-in nobody at the school has confirmed: not payable until somebody does. */
    record Unproven(UUID shift, UUID district, String schoolName, String officer, LocalDate day) {}

    /** By day, school, officer and shift. @param district null for all; @param first and last day, both included */
    List<Worked> of(LocalDate first, LocalDate last, @Nullable UUID district);

    /** In the same order. */
    List<Unproven> unproven(LocalDate first, LocalDate last);
}
