package org.daywatch.prevention.instruments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The instrument that is shipped, for tests without an installation. */
public final class InstrumentsOnBoard {

    public static final Path CAMPUS = Path.of("src/main/resources/instruments/CAMPUS.1.json");

    private InstrumentsOnBoard() {}

    public static Instrument campus() {
        try {
            return InstrumentReader.read(Files.readAllBytes(CAMPUS)).instrument().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
