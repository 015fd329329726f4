package org.daywatch.emergencies.lane.spool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.daywatch.platform.database.Ballast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An append-only log in files of a folder. {@link #append} returns when its lines are on the disk; whoever killed the
 * process before has told nobody "accepted". A file goes when everything in it has been in the database for a while;
 * the newest one and the one before it stay, so that a press that is sent again after a restart gets the answer it got
 * before.
 *
 * <p>When the disk is full the {@link Ballast} is given up once; when that is used up, lines are refused and nothing
 * half stays.
 */
public final class Spool implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Spool.class);

    private final Path folder;
    private final long segmentBytes;
    private final SpoolFile.Disk disk;
    private final Ballast ballast;
    private final StoredMark mark;
    private final SettledMark settledMark;
    private final Deque<Old> closed = new ArrayDeque<>();
    private Segment current;
    private long next;
    private long settled;
    private Set<Long> excepted = Set.of();
    private volatile boolean full;

    private record Old(Path file, long first, long last) {

        boolean holds(long line) {
            return first <= line && line <= last;
        }
    }

    /**
     * @param lines in order
     * @param stored so far all is in the database for certain
     * @param except but for these lines, which it refuses
     * @param settled so far also another server than that one would have it
     * @param server that one; blank where none was ever named
     */
    public record Left(List<SpoolLine> lines, long stored, Set<Long> except, long settled, String server) {

        public boolean isStored(SpoolLine line) {
            return line.sequence() <= stored && !except.contains(line.sequence());
        }

        public boolean isSettled(SpoolLine line) {
            return isStored(line) && line.sequence() <= settled;
        }
    }

    Spool(Path folder, long segmentBytes, SpoolFile.Disk disk, Ballast ballast) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.disk = disk;
        this.ballast = ballast;
        this.mark = new StoredMark(folder.resolve("stored"));
        this.settledMark = new SettledMark(folder.resolve("settled"));
    }

    public static Spool in(Path folder, long segmentBytes, long ballastBytes) {
        return new Spool(folder, segmentBytes, SpoolFile::open, new Ballast(folder.resolve("ballast"), ballastBytes));
    }

    /** Reads what an earlier run left; call once, before anything is appended. */
    public synchronized Left open() {
        try {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var lines = new ArrayList<SpoolLine>();
            for (var file : files()) {
                var left = Segment.read(file);
                if (left.cutBytes() > 0)
                    log.info("the last {} bytes of {} were cut: nobody had been told of them", left.cutBytes(), file);
                if (left.damaged() > 0) log.error("{} lines of {} are damaged and left out", left.damaged(), file);
                lines.addAll(left.lines());
                closed.add(left.lines().isEmpty()
                        ? new Old(file, 0, 0)
                        : new Old(file, left.lines().getFirst().sequence(), left.lines().getLast().sequence()));
            }
            var stored = mark.read();
            var settledBefore = settledMark.read(stored.sequence());
            settled = settledBefore.sequence();
            excepted = stored.except();
            next = Math.max(stored.sequence(), lines.isEmpty() ? 0 : lines.getLast().sequence()) + 1;
            begin();
            ballast.lay();
            return new Left(lines, stored.sequence(), stored.except(), settled, settledBefore.server());
        } catch (IOException e) {
            throw new UncheckedIOException("The lane's log in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().endsWith(".log")).sorted().toList();
        }
    }

    private void begin() throws IOException {
        current = Segment.create(folder, next, disk);
        try (var itself = FileChannel.open(folder, StandardOpenOption.READ)) {
            itself.force(true); // the name of the new file is on the disk too
        }
    }

    /**
     * @return the lines, numbered; all are on the disk
     * @throws IOException none of them is accepted
     */
    public synchronized List<SpoolLine> append(List<String> texts) throws IOException {
        if (current.size() >= segmentBytes) turnOver();
        var lines = new ArrayList<SpoolLine>(texts.size());
        var bytes = new ByteArrayOutputStream(texts.size() * 512);
        long number = next;
        for (String text : texts) {
            var line = new SpoolLine(number++, text);
            lines.add(line);
            bytes.writeBytes(line.bytes());
        }
        try {
            current.append(bytes.toByteArray(), number - 1);
        } catch (IOException e) {
            again(e, bytes.toByteArray(), number - 1);
        }
        next = number;
        full = false;
        return lines;
    }

    /** Once more in a new file, with the ballast thrown off: after a failed fsync the old file is not to be trusted. */
    private void again(IOException first, byte[] bytes, long last) throws IOException {
        log.error("the lane's log cannot be written: {}", first.toString());
        try {
            ballast.drop();
            if (current.size() > 0) turnOver();
            current.append(bytes, last);
        } catch (IOException e) {
            full = true;
            e.addSuppressed(first);
            throw e;
        }
    }

    private void turnOver() throws IOException {
        var old = current;
        begin();
        closed.add(new Old(old.file, old.first, old.last));
        old.close();
    }

    /** Everything up to this line is in the database, but for those that it refuses. */
    public synchronized void stored(long sequence, Set<Long> except) {
        try {
            excepted = Set.copyOf(except);
            mark.write(sequence, except);
            ballast.lay(); // again, once there is room
        } catch (IOException e) {
            log.warn("how far the lane's log is stored could not be written: {}", e.toString());
        }
    }

    /**
     * Everything up to this line has been there for so long that no file need keep it. That of a line which was refused
     * stays, and others go.
     */
    public synchronized void settled(long sequence, String server) {
        try {
            settledMark.write(sequence, server);
            settled = sequence;
            var gone = closed.stream().limit(Math.max(0, closed.size() - 1L))
                    .filter(old -> old.last() <= settled && excepted.stream().noneMatch(old::holds)).toList();
            for (var old : gone) {
                Files.deleteIfExists(old.file());
                closed.remove(old);
            }
            ballast.lay();
        } catch (IOException e) {
            log.warn("the lane's log could not be tidied: {}", e.toString());
        }
    }

    /** Whether the last attempt failed for want of room or of a working disk. */
    public boolean full() {
        return full;
    }

    /** Whether the reserve has been used: presses are still accepted, but not for long. */
    public boolean low() {
        return ballast.gone();
    }

    /** @return of the disk it lies on, in percent, rounded up; empty where the system does not say */
    public OptionalInt diskUsed() {
        try {
            var store = Files.getFileStore(folder);
            long total = store.getTotalSpace();
            return total <= 0
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) Math.ceil(100.0 * (total - store.getUsableSpace()) / total));
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        current.close();
    }
}
