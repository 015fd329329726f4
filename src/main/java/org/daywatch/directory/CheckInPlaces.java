package org.daywatch.directory;

import java.util.Optional;
import java.util.UUID;

/** What a check-in asks of a school. The code of the front desk is compared here and never handed out. */
public interface CheckInPlaces {

    Optional<CheckInPlace> find(UUID schoolId);

    /** Compares what was typed, without regard to case, blanks and dashes. */
    boolean isDeskCode(UUID schoolId, String typed);
}
