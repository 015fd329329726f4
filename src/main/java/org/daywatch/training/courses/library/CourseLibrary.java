package org.daywatch.training.courses.library;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.Courses;
import org.daywatch.training.courses.file.CourseFile;
import org.daywatch.training.lessons.Lessons;
import org.springframework.stereotype.Component;

/** What comes with Daywatch and what was added, as one library. */
@Component
class CourseLibrary implements Courses {

    private final OwnCourseStore own;
    private final Organizations organizations;
    private final Lessons lessons;

    CourseLibrary(OwnCourseStore own, Organizations organizations, Lessons lessons) {
        this.own = own;
        this.organizations = organizations;
        this.lessons = lessons;
    }

    @Override
    public List<Course> list(Course.For audience, String language) {
        return list(Tenancy.tenant(), audience, language);
    }

    @Override
    public List<Course> list(UUID reader, Course.For audience, String language) {
        var shipped = ShippedCourses.files().stream().map(CourseFile::code).distinct()
                .flatMap(code -> shipped(code, language).stream());
        var added = own.list(agency(), reader).stream().filter(o -> !o.retired())
                .flatMap(o -> o.newest(language).stream());
        return Stream.concat(shipped, added).filter(f -> f.audience() == audience).map(f -> f.course(lessons))
                .sorted(Comparator.comparing(Course::title)).toList();
    }

    @Override
    public Optional<Course> newest(String code, String language) {
        return shipped(code, language).or(() -> own.list(agency(), Tenancy.tenant()).stream()
                .filter(o -> o.code().equals(code)).findFirst().flatMap(o -> o.newest(language)))
                .map(f -> f.course(lessons));
    }

    private static Optional<CourseFile> shipped(String code, String language) {
        return OwnCourse.newest(ShippedCourses.files().stream().filter(f -> f.code().equals(code))
                .sorted(Comparator.comparingInt(CourseFile::edition).reversed()).toList(), language);
    }

    /** The agency that is bound, or that runs the program of the district that is. */
    UUID agency() {
        var bound = organizations.find(Tenancy.tenant())
                .orElseThrow(() -> new NotFound("organization " + Tenancy.tenant()));
        return bound.kind().equals("AGENCY") || bound.parent() == null ? bound.id() : bound.parent();
    }
}
