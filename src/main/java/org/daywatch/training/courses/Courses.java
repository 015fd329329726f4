package org.daywatch.training.courses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daywatch.training.lessons.Lessons;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The courses that come with Daywatch, each in its newest edition. */
@Component
public class Courses {

    private static final List<CourseFile> FILES = read();

    private final Lessons lessons;

    Courses(Lessons lessons) {
        this.lessons = lessons;
    }

    /** In a language, or in English where there is none in it; by title. */
    public List<Course> list(Course.For audience, String language) {
        return FILES.stream().filter(f -> f.audience() == audience).map(CourseFile::code).distinct().flatMap(code -> newest(code, language).stream())
                .sorted(Comparator.comparing(Course::title)).toList();
    }

    public Optional<Course> newest(String code, String language) {
        var editions = FILES.stream().filter(f -> f.code().equals(code)).sorted(Comparator.comparingInt(CourseFile::edition).reversed()).toList();
        return editions.stream().filter(f -> f.language().equals(language)).findFirst().or(() -> editions.stream().filter(f -> f.language().equals("en")).findFirst()).map(f -> f.course(lessons));
    }

    static List<CourseFile> files() {
        return FILES;
    }

    private static List<CourseFile> read() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver(Courses.class.getClassLoader()).getResources("classpath*:courses/*.json")).map(Courses::file).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The courses in the jar cannot be read", unreadable);
        }
    }

    private static CourseFile file(Resource resource) {
        try {
            return CourseFile.read(resource.getContentAsByteArray());
        } catch (IOException | RuntimeException broken) {
            throw new IllegalStateException("The course " + resource.getFilename() + " cannot be read", broken);
        }
    }
}
