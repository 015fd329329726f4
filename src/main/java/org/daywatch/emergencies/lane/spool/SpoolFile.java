package org.daywatch.emergencies.lane.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The few things a log needs of a file, so that a test can let the disk run full. */
interface SpoolFile extends AutoCloseable {

    long size() throws IOException;

    /** Writes all of it at the end. */
    void append(ByteBuffer bytes) throws IOException;

    /** Returns once the content is on the disk itself (fdatasync). */
    void force() throws IOException;

    void truncate(long size) throws IOException;

    @Override
    void close() throws IOException;

    /** How files are opened. */
    interface Disk {
        SpoolFile open(Path file) throws IOException;
    }

    static SpoolFile open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.position(channel.size());
        return new SpoolFile() {
            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public void append(ByteBuffer bytes) throws IOException {
                while (bytes.hasRemaining()) channel.write(bytes);
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void truncate(long size) throws IOException {
                channel.truncate(size);
                channel.position(size);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
