package org.daywatch.planning.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Everything that changes whether a meeting takes place and whether its minutes stand. */
public sealed interface MeetingCommand {

    /** Name of whoever acts. */
    String by();

    record Move(String by, LocalDate day, LocalTime begins, String place) implements MeetingCommand {}

    /**
     * It took place and is over.
     *
     * @param startedAt the moment it began, by the school's clock
     * @param today the school's day
     * @param present how many were there
     * @param duties those that were dealt with
     * @param officers who were there, by their officer ids
     */
    record Close(String by, LocalDate today, LocalTime from, LocalTime to, Instant startedAt, int present, Quorum quorum, List<Duty> duties, List<UUID> officers)
            implements MeetingCommand {}

    /** @param unwritten items that were dealt with and have no minutes yet */
    record Approve(String by, int unwritten) implements MeetingCommand {}

    record CallOff(String by, String reason) implements MeetingCommand {}
}
