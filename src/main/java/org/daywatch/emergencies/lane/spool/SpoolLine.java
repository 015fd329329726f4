package org.daywatch.emergencies.lane.spool;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One line of the log: {@code CRC SEQUENCE TEXT}, the checksum (CRC-32C, eight hexadecimal digits) over everything
 * after it.
 *
 * @param sequence growing by one from line to line, over all files
 * @param text without line breaks
 */
public record SpoolLine(long sequence, String text) {

    private static final int CHECKSUM = 8;

    byte[] bytes() {
        String rest = sequence + " " + text;
        return (checksum(rest) + " " + rest + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Empty for a line that was torn or altered. */
    static Optional<SpoolLine> read(String line) {
        if (line.length() < CHECKSUM + 4 || line.charAt(CHECKSUM) != ' ') return Optional.empty();
        String rest = line.substring(CHECKSUM + 1);
        int blank = rest.indexOf(' ');
        if (blank < 1 || !line.startsWith(checksum(rest)) || !rest.substring(0, blank).matches("[0-9]{1,18}"))
            return Optional.empty();
        return Optional.of(new SpoolLine(Long.parseLong(rest.substring(0, blank)), rest.substring(blank + 1)));
    }

    private static String checksum(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
