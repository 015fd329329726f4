package org.daywatch.training.courses;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The courses there are for the organization that is bound: those that come with Daywatch, and those it or its agency
 * added.
 */
public interface Courses {

    /** Not retired, in a language or in another one where there is none in it; by title. */
    List<Course> list(Course.For audience, String language);

    /** The same, as this district has them. */
    List<Course> list(UUID district, Course.For audience, String language);

    /** Retired ones too: what was completed keeps its title. */
    Optional<Course> newest(String code, String language);
}
