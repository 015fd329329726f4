package org.daywatch.staffing.days;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** On which days which officer was or will be at a school, for rooms that plan with them. */
public interface OfficerDays {

    /** A shift that stands: to come, on post, or over. @param person the officer's account */
    record OfficerDay(UUID person, Instant startsAt, Instant endsAt) {}

    /** By time. Seen by the agency and by the school's district. */
    List<OfficerDay> at(UUID school, Instant from, Instant to);

    record OfDistrict(UUID district, UUID officer, UUID person, String name) {}

    /** Officers by the districts at whose schools they have shifts since a moment, by name. Asked as the agency. */
    List<OfDistrict> officers(Instant since);
}
