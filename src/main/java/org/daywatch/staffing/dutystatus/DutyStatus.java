package org.daywatch.staffing.dutystatus;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From one day to another an officer is not at full duty, so they stand at no school. It ends by itself after its last
 * day.
 *
 * @param lastDay still part of it; null while no end is known
 * @param source who said so
 * @param takenBack why it never held; null while it stands
 */
public record DutyStatus(UUID id, UUID officerId, Kind kind, LocalDate firstDay, @Nullable LocalDate lastDay,
        String source, String recordedBy,
        @Nullable String endedReason, @Nullable String takenBack) {

    public enum Kind {
        LIGHT_DUTY, INJURED, FIELD_TRAINING, RELIEVED_OF_DUTY, UNDER_INVESTIGATION, SUSPENDED, DISMISSED
    }

    /** It touches one of these days, both included. */
    public boolean touches(LocalDate first, LocalDate last) {
        return takenBack == null && !firstDay.isAfter(last) && (lastDay == null || !lastDay.isBefore(first));
    }

    /** Now or later. */
    public boolean matters(LocalDate today) {
        return touches(today, LocalDate.MAX);
    }

    /** One of them holds now or later. */
    public static boolean anyMatters(List<DutyStatus> statuses, LocalDate today) {
        return statuses.stream().anyMatch(status -> status.matters(today));
    }
}
