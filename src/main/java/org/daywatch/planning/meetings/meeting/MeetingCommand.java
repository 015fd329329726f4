package org.daywatch.planning.meetings.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that changes whether a meeting takes place and whether its minutes stand. */
public sealed interface MeetingCommand {

    /** Name of whoever acts. */
    String by();

    record Move(String by, LocalDate day, LocalTime begins, String place) implements MeetingCommand {}

    /**
     * It took place and is over.
     *
     * @param startedAt the moment it began, by the school's clock; {@code endedAt} the moment it was over
     * @param today the school's day
     * @param present how many were there
     * @param duties those that were dealt with
     * @param officers who were there, by their officer ids
     */
    record Close(Hand hand, LocalDate today, LocalTime from, LocalTime to, Instant startedAt, Instant endedAt,
            int present, Quorum quorum, List<Duty> duties, List<UUID> officers)
            implements
                MeetingCommand {

        @Override
        public String by() {
            return hand.name();
        }
    }

    /**
     * @param member who was there and says that it was so; null where nobody who may
     * @param onPaper none of those there but the one who closed it has an account: another writes down who approved
     * @param unwritten items that were dealt with and have no minutes yet
     */
    record Approve(Hand hand, @Nullable Hand member, boolean onPaper, int unwritten) implements MeetingCommand {

        @Override
        public String by() {
            return hand.name();
        }
    }

    record CallOff(String by, String reason) implements MeetingCommand {}
}
