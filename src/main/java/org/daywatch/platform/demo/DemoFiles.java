package org.daywatch.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demonstration's files lie in the jar; importers read files, so each is copied out until the process ends. */
public final class DemoFiles {

    private DemoFiles() {}

    /** A folder with these files in it. */
    public static Path folder(String name, String... files) {
        var folder = folder();
        for (String file : files) copy(name + "/" + file, folder.resolve(file));
        return folder;
    }

    public static Path copy(String name) {
        return copy(name, folder().resolve(Path.of(name).getFileName().toString()));
    }

    /** Readable by this user only. */
    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("daywatch-demo");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(String name, Path copy) {
        try (var in = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) throw new IllegalStateException("no demonstration file " + name);
            Files.copy(in, copy);
            copy.toFile().deleteOnExit();
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
