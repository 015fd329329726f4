package org.daywatch._story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * An empty folder for the embedded database of each application the tests start; those of the run before are removed
 * first.
 */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path HOME = Path.of("target", "it-" + ProcessHandle.current().pid());

    static {
        try (var before = Files.newDirectoryStream(Path.of("target"), "it-*")) {
            for (var old : before) {
                long pid = Long.parseLong(old.getFileName().toString().substring(3));
                if (ProcessHandle.of(pid).isEmpty()) remove(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path old) throws IOException {
        try {
            FileSystemUtils.deleteRecursively(old);
        } catch (NoSuchFileException e) {
            // the other half of the tests began at the same moment and is removing it
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var database = Files.createTempDirectory(Files.createDirectories(HOME), "database").toAbsolutePath();
            TestPropertyValues.of("daywatch.database.directory=" + database).applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
