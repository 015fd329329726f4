package org.daywatch.prevention.patterns;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something happened: when, in which part of the school, of which kind. No person, no words about one, no minute.
 * Calls for a nurse and calls about a student's behavior are not among them: they are about one child and no reason to
 * walk anywhere.
 *
 * @param hour 0 to 23, by the school's clock
 * @param zone null: nobody has said where
 */
public record Happening(UUID agencyId, UUID id, UUID districtId, UUID schoolId, LocalDate day, int hour, Kind kind,
        Source source, String place, @Nullable UUID zone) {

    public enum Kind { FIGHT, WEAPON, TRESPASS, VANDALISM, THEFT, SUBSTANCES, TRAFFIC, PROTECTION, OTHER }

    public enum Source { ALERT, INCIDENT, BY_HAND }

    Happening nowhere() {
        return new Happening(agencyId, id, districtId, schoolId, day, hour, kind, source, place, null);
    }
}
