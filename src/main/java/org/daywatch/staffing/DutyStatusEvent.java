package org.daywatch.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every fact about officers' duty statuses; the id is the officer's. A new field is optional, a new meaning is a new
 * record.
 */
public sealed interface DutyStatusEvent extends StaffingEvent.OfDutyStatus {

    @Override
    default String subject() {
        return "officer " + id();
    }

    /**
     * An officer is not at full duty on these days. {@code shifts}: accepted ones that fall into them and stand until a
     * coordinator decides.
     */
    record DutyStatusRecorded(UUID tenant, UUID id, Instant at, UUID departmentId, String kind, LocalDate firstDay,
            @Nullable LocalDate lastDay, String by,
            boolean byDepartment, int shifts) implements DutyStatusEvent {}

    /** Its last day became known, or another one. */
    record DutyStatusEnded(UUID tenant, UUID id, Instant at, UUID departmentId, String kind, LocalDate lastDay,
            String reason, String by, boolean byDepartment)
            implements
                DutyStatusEvent {}

    /** It was recorded by mistake. */
    record DutyStatusTakenBack(UUID tenant, UUID id, Instant at, UUID departmentId, String kind, LocalDate firstDay,
            String reason, String by, boolean byDepartment)
            implements
                DutyStatusEvent {}
}
