package org.daywatch.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a check-in asks of a school. The code of the front desk is compared here and never handed out. */
public interface CheckInPlaces {

    Optional<CheckInPlace> find(UUID schoolId);

    /** The center of each school, and its ZIP code: how far it is for whoever goes there. */
    Map<UUID, Center> centers(Collection<UUID> schoolIds);

    /** @param latitude,longitude both null where the center is not known; @param zip empty where it is not known */
    record Center(String zip, @Nullable Double latitude, @Nullable Double longitude) {}

    /** Compares what was typed, without regard to case, blanks and dashes. */
    boolean isDeskCode(UUID schoolId, String typed);
}
