package org.daywatch.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lessons that are planned, for rooms that lead to them. */
public interface PlannedLessons {

    /** @param label the class or the audience. @param href its page */
    record Planned(UUID id, UUID schoolId, String title, String label, Instant from, String href) {}

    /**
     * What this person is to teach today by each school's own clock, or has begun and not written down, the first
     * first.
     */
    List<Planned> today(UUID person);
}
