package org.daywatch.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The demonstration's files lie in the jar; importers read files, so each is copied out first. */
public final class DemoFiles {

    private DemoFiles() {}

    /** A folder with these files in it. */
    public static Path folder(String name, String... files) {
        try {
            Path folder = Files.createTempDirectory("daywatch-demo");
            folder.toFile().deleteOnExit();
            for (String file : files) {
                Path copy = Files.move(copy(name + "/" + file), folder.resolve(file));
                copy.toFile().deleteOnExit();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path copy(String name) {
        try (var in = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) throw new IllegalStateException("no demonstration file " + name);
            Path copy = Files.createTempFile("daywatch-demo", "-" + Path.of(name).getFileName());
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            copy.toFile().deleteOnExit();
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
