package org.daywatch.emergencies.lane.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How far the log is in the database. A mark that cannot be read means "from the beginning": entries count once however often they come. */
final class StoredMark {

    private final Path file;

    StoredMark(Path file) {
        this.file = file;
    }

    long read() throws IOException {
        if (!Files.exists(file)) return 0;
        return SpoolLine.read(Files.readString(file).strip()).map(SpoolLine::sequence).orElse(0L);
    }

    void write(long sequence) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            byte[] line = new SpoolLine(sequence, "stored").bytes();
            channel.write(ByteBuffer.wrap(line), 0);
            channel.truncate(line.length);
            channel.force(false);
        }
    }
}
