package org.daywatch.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of no use but its size: thrown off when the disk is full, so that what must not fail finds room while somebody
 * is called.
 */
public class Ballast {

    private static final Logger log = LoggerFactory.getLogger(Ballast.class);
    private static final int BLOCK = 1 << 16;
    /** Laid again only where twice its size is free: else it would take the very room it gave. */
    private static final int SPARE = 2;

    private final Path file;
    private final long bytes;
    private volatile boolean gone;

    public Ballast(Path file, long bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Also again once it was thrown off, where there is room enough. */
    public void lay() {
        try {
            write();
        } catch (IOException e) {
            gone = true;
            log.warn("no reserve could be laid for a full disk: {}", e.toString());
        }
    }

    private void write() throws IOException {
        if (bytes == 0 || Files.exists(file) && Files.size(file) >= bytes) return;
        if (Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < bytes * (gone ? SPARE : 1)) {
            gone = true;
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (long written = 0; written < bytes;)
                written += channel.write(ByteBuffer.allocate((int) Math.min(BLOCK, bytes - written)));
            channel.force(true);
        }
        gone = false;
    }

    public void drop() throws IOException {
        if (!Files.deleteIfExists(file)) return;
        gone = true;
        log.error("the disk is full: the reserve of {} bytes in {} is given up. Make room now.", bytes, file);
    }

    public boolean gone() {
        return gone;
    }
}
