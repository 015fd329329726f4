package org.daywatch.training.courses.library;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.training.courses.file.CourseFile;
import org.jspecify.annotations.Nullable;

/**
 * A course an agency or a district added.
 *
 * @param districtId for this district only; null: for all the agency serves. @param editions the newest first
 */
public record OwnCourse(String code, @Nullable UUID districtId, boolean retired, List<CourseFile> editions) {

    /** The newest edition in a language; in another one where there is none in it. */
    public Optional<CourseFile> newest(String language) {
        return newest(editions, language);
    }

    static Optional<CourseFile> newest(List<CourseFile> newestFirst, String language) {
        return newestFirst.stream().filter(f -> f.language().equals(language)).findFirst()
                .or(() -> newestFirst.stream().filter(f -> f.language().equals("en")).findFirst())
                .or(() -> newestFirst.stream().findFirst());
    }

    public boolean holds(CourseFile file) {
        return editions.stream().anyMatch(e -> e.edition() == file.edition() && e.language().equals(file.language()));
    }
}
