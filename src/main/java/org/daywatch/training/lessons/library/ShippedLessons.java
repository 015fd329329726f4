package org.daywatch.training.lessons.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.file.LessonReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files in lessons/ of the jar, every edition and language; read once. */
final class ShippedLessons {

    /** @param file its very text */
    record Shipped(Lesson lesson, String file) {}

    static final List<Shipped> FILES = read();
    static final List<Lesson> ALL = FILES.stream().map(Shipped::lesson).toList();

    private ShippedLessons() {}

    private static List<Shipped> read() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver(ShippedLessons.class.getClassLoader())
                    .getResources("classpath*:lessons/*.json")).map(ShippedLessons::lesson).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The lessons in the jar cannot be read", unreadable);
        }
    }

    private static Shipped lesson(Resource file) {
        try {
            var bytes = file.getContentAsByteArray();
            return new Shipped(LessonReader.read(bytes), new String(bytes, StandardCharsets.UTF_8));
        } catch (InvalidInput | IOException broken) {
            throw new IllegalStateException(
                    "The shipped lesson " + file.getFilename() + " cannot be read: " + broken.getMessage(), broken);
        }
    }
}
