package org.daywatch.training.lessons.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.file.LessonReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files in lessons/ of the jar, every edition and language; read once. */
final class ShippedLessons {

    static final List<Lesson> ALL = read();

    private ShippedLessons() {}

    private static List<Lesson> read() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver(ShippedLessons.class.getClassLoader()).getResources("classpath*:lessons/*.json")).map(ShippedLessons::lesson).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The lessons in the jar cannot be read", unreadable);
        }
    }

    private static Lesson lesson(Resource file) {
        try {
            return LessonReader.read(file.getContentAsByteArray());
        } catch (InvalidInput | IOException broken) {
            throw new IllegalStateException("The shipped lesson " + file.getFilename() + " cannot be read: " + broken.getMessage(), broken);
        }
    }
}
