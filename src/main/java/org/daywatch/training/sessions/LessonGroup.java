package org.daywatch.training.sessions;

import java.util.UUID;
import org.daywatch.training.TrainingEvent.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Who is taught in one school year: a class over several lessons, any students, staff or parents.
 *
 * @param year in which the school year begins
 * @param label the class or the audience; no student
 * @param study a comparison it is part of; empty where it is in none
 * @param arm null where it is in no study
 */
public record LessonGroup(UUID agencyId, UUID id, UUID districtId, UUID schoolId, int year, Audience audience,
        String label, String study, @Nullable Arm arm, int version) {

    /** Those who wait are taught later and measured at the same times. */
    public enum Arm { TAUGHT_NOW, WAIT_LIST }

    LessonGroup inStudy(String name, @Nullable Arm as) {
        return new LessonGroup(agencyId, id, districtId, schoolId, year, audience, label, as == null ? "" : name, as,
                version + 1);
    }
}
