package org.daywatch.relationships.tips.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What lies in a sealed form, and in the answer to it. Filled up with zeros, so that its length says little; seal.js
 * does the same.
 *
 * @param head of a form: the address it is for; of an answer: its status
 * @param type of what follows, as a browser names it
 */
public record DoorLetter(String head, String type, byte[] body) {

    private static final int KIB = 1024;
    private static final int[] SIZES = {16 * KIB, 64 * KIB, 256 * KIB, 1024 * KIB, 4096 * KIB, 16_384 * KIB};
    private static final int LONGEST_LINE = 300;

    /** The smallest of the sizes into which so many bytes go; empty where none is large enough. */
    public static Optional<Integer> size(int bytes) {
        return Arrays.stream(SIZES).filter(size -> size >= bytes).boxed().findFirst();
    }

    /**
     * @param around so many bytes are added to it when it is sealed
     * @param least no smaller than this, as sent
     */
    byte[] filled(int around, int least) {
        byte[] lines = (head + "\n" + type + "\n").getBytes(StandardCharsets.UTF_8);
        int length = lines.length + body.length;
        int size = size(Math.max(least, Integer.BYTES + length + around)).orElseThrow(
                () -> new IllegalArgumentException("An answer of the tip door has " + length + " bytes."));
        return ByteBuffer.allocate(size - around).putInt(length).put(lines).put(body).array();
    }

    /** Empty where it is none. */
    static Optional<DoorLetter> read(byte[] filled) {
        if (filled.length < Integer.BYTES) return Optional.empty();
        int length = ByteBuffer.wrap(filled).getInt();
        if (length < 0 || length > filled.length - Integer.BYTES) return Optional.empty();
        int end = Integer.BYTES + length;
        int first = line(filled, Integer.BYTES, end);
        int second = first < 0 ? -1 : line(filled, first + 1, end);
        if (second < 0) return Optional.empty();
        return Optional.of(new DoorLetter(text(filled, Integer.BYTES, first), text(filled, first + 1, second),
                Arrays.copyOfRange(filled, second + 1, end)));
    }

    private static int line(byte[] bytes, int from, int end) {
        for (int at = from; at < Math.min(end, from + LONGEST_LINE); at++) if (bytes[at] == '\n') return at;
        return -1;
    }

    private static String text(byte[] bytes, int from, int end) {
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
