package org.daywatch.staffing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who officers are and what they hold, for rooms that report it. */
public interface OfficerFiles {

    /**
     * A certificate, course or card that is valid.
     *
     * @param kind in the words of the officer's file, such as SCHOOL_CERTIFICATE
     * @param expiresOn its last day; null where it has none
     * @param hours of a course; null where nobody counts them
     */
    record Paper(String kind, LocalDate issuedOn, @Nullable LocalDate expiresOn, @Nullable BigDecimal hours) {

        public boolean holds(LocalDate day) {
            return !issuedOn.isAfter(day) && (expiresOn == null || !expiresOn.isBefore(day));
        }
    }

    /** Names by officer; whoever never had a shift the reader may see is left out. */
    Map<UUID, String> names(Collection<UUID> officers);

    /** The officer behind an account. */
    Optional<UUID> ofPerson(UUID person);

    /**
     * Valid papers by officer. Asked as the agency: nobody else reads them, and for everybody else the answer is empty.
     */
    Map<UUID, List<Paper>> papers(Collection<UUID> officers);

    /** First day in schools by officer, where it is known. Asked as the agency. */
    Map<UUID, LocalDate> started(Collection<UUID> officers);
}
