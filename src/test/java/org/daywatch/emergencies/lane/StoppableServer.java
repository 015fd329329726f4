package org.daywatch.emergencies.lane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL of an application under test, which an administrator stops in order and starts again. */
public final class StoppableServer implements AutoCloseable {

    private final Path data;
    private final List<String> command;
    private @Nullable Process again;

    /** @param data the application's folder */
    public StoppableServer(Path data) throws IOException {
        this.data = data;
        var process = process();
        command = new ArrayList<>(
                System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of()); // as it was started, in a user namespace where the test is root
        command.addAll(Arrays.asList(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).split("\0")));
    }

    private ProcessHandle process() throws IOException {
        return ProcessHandle
                .of(Long.parseLong(Files.readAllLines(data.resolve("data/postmaster.pid")).getFirst().strip()))
                .orElseThrow();
    }

    public void stop() throws Exception {
        var process = process();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    public void start() throws IOException {
        if (again != null && again.isAlive()) return;
        again = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("again.log").toFile()).start();
    }

    @Override
    public void close() throws InterruptedException {
        if (again == null) return;
        again.descendants().forEach(ProcessHandle::destroy);
        again.destroy();
        again.waitFor();
    }
}
