package org.daywatch.planning.meetings.team;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat that law or program demands of a safety team, in force between two dates.
 *
 * @param roles one of these fills it
 * @param seats how many people of these roles
 */
public record SeatRule(String id, String state, List<TeamRole> roles, int seats, Needed needed, Place place,
        LocalDate validFrom, @Nullable LocalDate validTo, String source,
        boolean toConfirm) {

    public enum Needed {
        ALWAYS,
        /** If the program pays for somebody in one of the roles. */
        IF_FUNDED,
        /** If there is anybody in one of the roles at all. */
        IF_ANY
    }

    public enum Place { MEETING, TEAM }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public String version() {
        return id + "@" + validFrom;
    }
}
