package org.daywatch.staffing.terms.proposals;

import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;

/**
 * The signed paper as a file.
 *
 * @param type as it is served again; only what a browser shows without running anything
 */
public record TermsPaper(String name, String type, byte[] bytes) {

    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int LONGEST_NAME = 120;
    private static final Map<String, byte[]> BEGINNINGS = Map.of("application/pdf",
            new byte[] {'%', 'P', 'D', 'F', '-'},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "image/jpeg",
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

    /**
     * @throws InvalidInput naming the field {@code paper}: none, too large, or neither a PDF nor a picture, whatever
     * its name says
     */
    public static TermsPaper read(String name, byte[] bytes) {
        if (bytes.length == 0) throw new InvalidInput("paper", name, "terms.error.paper");
        if (bytes.length > MOST_BYTES) throw new InvalidInput("paper", name, "terms.error.paper.large");
        String type = BEGINNINGS.entrySet().stream().filter(b -> begins(bytes, b.getValue())).map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("paper", name, "terms.error.paper.kind"));
        String safe = name.replaceAll("[^\\p{L}\\p{N} ._-]", "_");
        return new TermsPaper(safe.length() > LONGEST_NAME ? safe.substring(safe.length() - LONGEST_NAME) : safe, type,
                bytes);
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && java.util.Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
