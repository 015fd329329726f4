package org.daywatch.emergencies.lane.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the log is in the database. A mark that cannot be read means "from the beginning": entries count once however
 * often they come.
 */
final class StoredMark {

    private static final String WORD = "stored";

    private final Path file;

    StoredMark(Path file) {
        this.file = file;
    }

    /** @param except lines before it that the database refuses */
    record Mark(long sequence, Set<Long> except) {

        private static final Mark NONE = new Mark(0, Set.of());
    }

    Mark read() throws IOException {
        if (!Files.exists(file)) return Mark.NONE;
        return SpoolLine.read(Files.readString(file).strip())
                .filter(line -> line.text().matches(WORD + "( [0-9]{1,18})*"))
                .map(line -> new Mark(line.sequence(),
                        Arrays.stream(line.text().split(" ")).skip(1).map(Long::valueOf).collect(Collectors.toSet())))
                .orElse(Mark.NONE);
    }

    void write(long sequence, Set<Long> except) throws IOException {
        write(file,
                new SpoolLine(sequence, WORD + except.stream().map(one -> " " + one).collect(Collectors.joining())));
    }

    static void write(Path file, SpoolLine only) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            byte[] line = only.bytes();
            channel.write(ByteBuffer.wrap(line), 0);
            channel.truncate(line.length);
            channel.force(false);
        }
    }
}
