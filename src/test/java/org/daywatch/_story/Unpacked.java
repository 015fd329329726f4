package org.daywatch._story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The jar as {@code bin/prepare} lays it out, with an archive of its classes as they stood in memory after a start (JEP
 * 483, 514 and 515): a process of the whole application starts with half of the work. The first test that needs it
 * makes it, for both halves of the tests and until the jar is another one. A virtual machine sees by itself whether the
 * archive fits; where it does not, or is not there, it loads the classes as ever.
 */
final class Unpacked {

    private static final Path JAR = Path.of("target/daywatch.jar").toAbsolutePath();
    private static final Path HOME = Path.of("target/unpacked").toAbsolutePath();
    private static final Path ARCHIVE = HOME.resolve("classes.aot");
    private static final Path OF = HOME.resolve("of");
    /** What the virtual machine thinks of the archive is nothing for a console whose words are read by tests. */
    private static final String SILENTLY = "-Xlog:disable";

    private Unpacked() {}

    /**
     * @param after what stands on the class path after the jar's own. @return options of the virtual machine, the last
     * of them the class path
     */
    static List<String> options(List<String> after) {
        make();
        var options = new ArrayList<>(List.of(SILENTLY, "-XX:AOTCache=" + ARCHIVE));
        options.addAll(classPath(after));
        return options;
    }

    /** Whether somebody compiled since: then what is in the jar is not what is to be tested. */
    static boolean older(Path classes) {
        try (var files = Files.walk(classes)) {
            var jar = Files.getLastModifiedTime(JAR);
            return files.anyMatch(
                    file -> file.toString().endsWith(".class") && file.toFile().lastModified() > jar.toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean exists() {
        return Files.exists(JAR);
    }

    /** The jar names its libraries itself; those are left out of what follows. */
    private static List<String> classPath(List<String> after) {
        var all = new ArrayList<>(List.of(HOME.resolve(JAR.getFileName()).toString()));
        after.stream().filter(entry -> !Files.exists(HOME.resolve("lib").resolve(Path.of(entry).getFileName())))
                .forEach(all::add);
        return List.of("-cp", String.join(":", all));
    }

    private static synchronized void make() {
        try (var lock = FileChannel.open(Path.of("target/unpacked.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var _ = lock.lock()) {
            String jar = Files.getLastModifiedTime(JAR).to(TimeUnit.SECONDS) + " " + Files.size(JAR);
            if (Files.exists(OF) && Files.readString(OF).strip().equals(jar)) return;
            var preparing = new ProcessBuilder("bin/prepare", JAR.toString(), HOME.toString()).inheritIO().start();
            if (preparing.waitFor() != 0) throw new AssertionError("the jar cannot be unpacked");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
