package org.daywatch.training.courses.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.training.courses.file.CourseFile;
import org.daywatch.training.courses.file.CourseReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files in courses/ of the jar, every edition and language; read once. */
public final class ShippedCourses {

    private static final List<CourseFile> FILES = read();

    private ShippedCourses() {}

    public static List<CourseFile> files() {
        return FILES;
    }

    private static List<CourseFile> read() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver(ShippedCourses.class.getClassLoader())
                    .getResources("classpath*:courses/*.json")).map(ShippedCourses::file).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The courses in the jar cannot be read", unreadable);
        }
    }

    private static CourseFile file(Resource resource) {
        try {
            return CourseReader.read(resource.getContentAsByteArray());
        } catch (InvalidInput | IOException broken) {
            throw new IllegalStateException(
                    "The shipped course " + resource.getFilename() + " cannot be read: " + broken.getMessage(), broken);
        }
    }
}
