package org.daywatch.emergencies.lane.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far the log has been in the database for so long that another server will not lack it, and which server that was.
 */
final class SettledMark {

    private static final String WORD = "settled ";

    private final Path file;

    SettledMark(Path file) {
        this.file = file;
    }

    record Mark(long sequence, String server) {}

    /** @param otherwise where none was ever written, or what was cannot be read: then nothing is offered again */
    Mark read(long otherwise) throws IOException {
        if (!Files.exists(file)) return new Mark(otherwise, "");
        return SpoolLine.read(Files.readString(file).strip()).filter(line -> line.text().startsWith(WORD))
                .map(line -> new Mark(line.sequence(), line.text().substring(WORD.length())))
                .orElse(new Mark(otherwise, ""));
    }

    void write(long sequence, String server) throws IOException {
        StoredMark.write(file, new SpoolLine(sequence, WORD + server));
    }
}
