package org.daywatch.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The demonstration's files lie in the jar; importers read files, so each is copied out first. */
public final class DemoFiles {

    private DemoFiles() {}

    public static Path copy(String name) {
        try (var in = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) throw new IllegalStateException("no demonstration file " + name);
            Path copy = Files.createTempFile("daywatch-demo", "-" + name);
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            copy.toFile().deleteOnExit();
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
