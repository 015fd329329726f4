package org.daywatch._story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * The jar laid out as files, and beside it an archive of its classes as they stood in memory after a start, linked and
 * with what was seen of them (JEP 483, 514 and 515): a process of the whole application starts with less work, half of
 * that of the jar without, a quarter less than with shared class data alone. The first test that needs it makes it, for
 * both halves of the tests and until the jar is another one. A virtual machine sees by itself whether the archive fits;
 * where it does not, or is not there, it loads the classes as ever.
 */
final class Unpacked {

    private static final Path JAR = Path.of("target/daywatch.jar").toAbsolutePath();
    private static final Path HOME = Path.of("target/unpacked").toAbsolutePath();
    private static final Path ARCHIVE = HOME.resolve("classes.aot");
    private static final Path MADE = HOME.resolve("made");
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
            String jar = Files.getLastModifiedTime(JAR) + " " + Files.size(JAR);
            if (Files.exists(MADE) && Files.readString(MADE).equals(jar)) return;
            FileSystemUtils.deleteRecursively(HOME);
            var unpacking = new ProcessBuilder(Installed.JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                    "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", HOME.toString())
                    .inheritIO().start();
            if (unpacking.waitFor() != 0) throw new AssertionError("the jar cannot be unpacked");
            startAndStopOnce();
            Files.writeString(MADE, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was loaded until it answered goes into the archive when it ends. */
    private static void startAndStopOnce() throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of(SILENTLY, "-XX:AOTCacheOutput=" + ARCHIVE));
        options.addAll(classPath(List.of()));
        var serving = Installed.serve(HOME, Map.of(), Installed.java(options, "serve", "--data", "data", "--port",
                "" + Installed.freePort(), "--lane-port", "" + Installed.freePort(), "--management-port", "-1"));
        serving.process().destroy();
        if (!serving.process().waitFor(3, TimeUnit.MINUTES)) serving.process().destroyForcibly().waitFor();
        FileSystemUtils.deleteRecursively(HOME.resolve("data"));
    }
}
