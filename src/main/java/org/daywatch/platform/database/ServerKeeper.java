package org.daywatch.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the embedded server alive. One that fell is started again, sooner or later: on a full disk a reserve is given
 * up first, since the server needs room to bring its files in order, and where even that is too little it waits until
 * there is room. Nobody has to repair anything; presses are accepted meanwhile, on the lane's own disk or reserve.
 */
final class ServerKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServerKeeper.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Three files of the write-ahead log, of 16 MB each: with less a server ends as soon as it begins. */
    private static final long ROOM = 48L << 20;
    private static final int LAY_AGAIN_EVERY = 120; // looks, a minute

    private final EmbeddedPostgres server;
    private final Ballast ballast;
    private final LongSupplier room;
    private final Thread thread;
    private volatile boolean closed;
    private int failures;
    private long nextTryNanos = System.nanoTime();
    private boolean waitsForRoom;

    ServerKeeper(EmbeddedPostgres server, long ballastBytes) {
        this(server, ballastBytes, () -> free(server.home()));
    }

    /** @param room bytes that are free on the server's disk */
    ServerKeeper(EmbeddedPostgres server, long ballastBytes, LongSupplier room) {
        this.server = server;
        this.room = room;
        this.ballast = new Ballast(server.home().resolve("ballast"), ballastBytes);
        ballast.lay();
        this.thread = Thread.ofPlatform().name("database-keeper").daemon().start(this::keep);
    }

    private void keep() {
        for (int look = 1; !closed; look++) {
            try {
                if (server.fell()) startAgain();
                else if (look % LAY_AGAIN_EVERY == 0) ballast.lay();
                server.awaitEnd(LOOK);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                log.error("the database could not be started again, and will be tried once more: {}", e.getMessage());
                nextTryNanos = System.nanoTime() + pause().toNanos();
            }
        }
    }

    private Duration pause() {
        var pause = Duration.ofSeconds(1L << Math.min(failures++, 5));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void startAgain() throws IOException {
        if (System.nanoTime() - nextTryNanos < 0) return;
        if (room.getAsLong() < ROOM) ballast.drop();
        if (room.getAsLong() < ROOM) {
            if (!waitsForRoom)
                log.error(
                        "the database has ended and waits for room in {}: {} MB are free, {} MB are needed; presses are accepted meanwhile",
                        server.home(), room.getAsLong() >> 20, ROOM >> 20);
            waitsForRoom = true;
            return;
        }
        log.error("the database has ended by itself and is started again; why stands in {}",
                server.home().resolve("postgres.log"));
        server.revive();
        log.warn("the database is back");
        failures = 0;
        waitsForRoom = false;
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before the server is stopped: else it would be taken for one that fell. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
