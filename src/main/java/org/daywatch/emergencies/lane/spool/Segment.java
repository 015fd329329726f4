package org.daywatch.emergencies.lane.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One file of the log. */
final class Segment {

    final Path file;
    final long first;
    /** The highest sequence in it; 0 while it is empty. */
    long last;
    private final SpoolFile open;
    private long size;

    private Segment(Path file, SpoolFile open, long size, long first, long last) {
        this.file = file;
        this.first = first;
        this.open = open;
        this.size = size;
        this.last = last;
    }

    static Segment create(Path folder, long first, SpoolFile.Disk disk) throws IOException {
        var file = folder.resolve(String.format("%018d.log", first));
        return new Segment(file, disk.open(file), 0, first, 0);
    }

    /**
     * What a file left by an earlier run holds. A torn end is cut; a damaged line in the middle is left out, and said.
     */
    record Left(List<SpoolLine> lines, long cutBytes, int damaged) {}

    static Left read(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        var lines = new ArrayList<SpoolLine>();
        int damaged = 0;
        int sinceGood = 0;
        int good = 0;
        for (int from = 0; from < all.length;) {
            int end = from;
            while (end < all.length && all[end] != '\n') end++;
            var line = end == all.length
                    ? java.util.Optional.<SpoolLine>empty()
                    : SpoolLine.read(new String(all, from, end - from, StandardCharsets.UTF_8));
            from = end + 1;
            if (line.isEmpty()) {
                sinceGood++;
                continue;
            }
            lines.add(line.get());
            damaged += sinceGood;
            sinceGood = 0;
            good = from;
        }
        if (good < all.length) {
            try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
                channel.truncate(good);
                channel.force(true);
            }
        }
        return new Left(lines, all.length - good, damaged);
    }

    /** All or nothing: after a failure the file is as it was. */
    void append(byte[] bytes, long lastSequence) throws IOException {
        try {
            open.append(ByteBuffer.wrap(bytes));
            open.force();
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        size += bytes.length;
        last = lastSequence;
    }

    private void takeBack(IOException cause) {
        try {
            open.truncate(size);
        } catch (IOException e) {
            cause.addSuppressed(e); // what was written half fails its checksum or belongs to nobody who was told
        }
    }

    long size() {
        return size;
    }

    void close() throws IOException {
        open.close();
    }
}
