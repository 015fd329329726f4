package org.daywatch.platform.cli;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Why a command failed, for whoever typed it: one sentence that says what to do. The trace, which helps whoever looks
 * for the fault, goes into a file.
 */
public final class PlainFailure {
    /** Enough to start in. Less ends in the middle of something, and slowly. */
    private static final long LEAST_MEMORY = 112L << 20;
    private static final String MEMORY = "Start it with more, such as JAVA_TOOL_OPTIONS=-Xmx512m before the command.";
    public static final String NO_MEMORY = "The memory given to Java is not enough. " + MEMORY;
    private static final String FILE = "failure.log";

    private PlainFailure() {}

    /** @throws InvalidInput when Java was given less memory than an installation needs to open */
    static void refuseTooLittleMemory() {
        long most = Runtime.getRuntime().maxMemory();
        if (most < LEAST_MEMORY)
            throw new InvalidInput("memory", (most >> 20) + " MB",
                    "Daywatch needs 128 MB at least, and 512 MB to work in. " + MEMORY);
    }

    /**
     * @param folder of the installation, where the trace is written if it is there; else it is among the temporary
     * files
     * @return the code the command ends with
     */
    public static int say(Throwable failure, PrintWriter err, @Nullable Path folder) {
        var chain = chain(failure);
        for (Throwable cause : chain) {
            if (cause instanceof InvalidInput wrong) {
                wrong.errors().forEach(e -> err.println(e.field() + " " + e.value() + ": " + e.message()));
                return ExitCodes.REFUSED;
            }
            if (cause instanceof Problem problem) {
                err.println(problem.getMessage());
                return ExitCodes.REFUSED;
            }
        }
        var known = chain.stream().map(PlainFailure::known).flatMap(Optional::stream).findFirst();
        Throwable last = chain.getLast();
        err.println(known.orElseGet(() -> last.getMessage() == null ? last.toString() : last.getMessage()));
        keep(failure, folder).ifPresent(file -> err.println("Details: " + file));
        return ExitCodes.INTERNAL;
    }

    private static Optional<String> known(Throwable cause) {
        return switch (cause) {
            case OutOfMemoryError e -> Optional.of(NO_MEMORY);
            case PortInUseException e -> Optional.of("Port " + e.getPort()
                    + " is used by another program. End that one, or name another port with --port.");
            case BindException e -> Optional.of(
                    "The address or port cannot be listened on (" + e.getMessage() + "). Check --address and --port.");
            case SQLException e -> database(e);
            default -> Optional.empty();
        };
    }

    private static Optional<String> database(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals("53100"))
            return Optional.of(
                    "The disk of the database is full. Make room there and give the same command again; what was done until then stands.");
        boolean gone = state.startsWith("08") || state.startsWith("57P")
                || e instanceof java.sql.SQLTransientConnectionException;
        return gone
                ? Optional.of(
                        "The database does not answer any more. Steps that were finished stand; when it is back, give the same command again, and it does the rest.")
                : Optional.empty();
    }

    /** From the outermost to the innermost, with what was suppressed on the way. */
    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var chain = new ArrayList<Throwable>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            chain.addAll(chain.size(), List.of(cause));
            chain.addAll(0, List.of(cause.getSuppressed()));
        }
        return chain;
    }

    private static Optional<Path> keep(Throwable failure, @Nullable Path folder) {
        try {
            Path file = folder != null && Files.isDirectory(folder) && Files.isWritable(folder)
                    ? folder.resolve(FILE)
                    : Files.createTempFile("daywatch-failure", ".log");
            if (!Files.exists(file))
                Files.createFile(file,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))); // a message may name what was being written
            Files.writeString(file, ThrowableProxyUtil.asString(new ThrowableProxy(failure)),
                    StandardOpenOption.TRUNCATE_EXISTING);
            return Optional.of(file);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // a disk that is full must not hide the sentence
        }
    }
}
