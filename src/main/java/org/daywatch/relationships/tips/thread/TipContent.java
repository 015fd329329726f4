package org.daywatch.relationships.tips.thread;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.daywatch.relationships.tips.ring.TipRing;

/**
 * What the door puts into a slot of the ring, as bytes: version, part, mark, language, words. Neither the receipt nor
 * anything of the connection is in it.
 *
 * @param part 0: the tip itself; else words that came after it, in their order
 * @param mark of the receipt, see {@link TipReceipts}
 * @param language "en" or "es", that of the page
 */
public record TipContent(int part, byte[] mark, String language, String words) {

    private static final byte VERSION = 1;
    private static final List<String> LANGUAGES = List.of("en", "es");
    private static final int HEAD = 3 + TipReceipts.MARK;

    /** So many bytes of words find room. */
    public static final int MOST_WORDS = TipRing.MOST_CONTENT - HEAD;
    public static final int MOST_PARTS = 127;

    public TipContent {
        if (part < 0 || part > MOST_PARTS || mark.length != TipReceipts.MARK || !LANGUAGES.contains(language))
            throw new IllegalArgumentException("part " + part + ", mark of " + mark.length + " bytes, " + language);
    }

    public byte[] bytes() {
        byte[] said = words.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + said.length).put(VERSION).put((byte) part).put(mark)
                .put((byte) LANGUAGES.indexOf(language)).put(said).array();
    }

    /** Empty where it is not of this version. */
    public static Optional<TipContent> read(byte[] bytes) {
        if (bytes.length < HEAD || bytes[0] != VERSION || bytes[1] < 0) return Optional.empty();
        var from = ByteBuffer.wrap(bytes, 2, bytes.length - 2);
        byte[] mark = new byte[TipReceipts.MARK];
        from.get(mark);
        int language = from.get();
        if (language < 0 || language >= LANGUAGES.size()) return Optional.empty();
        return Optional.of(new TipContent(bytes[1], mark, LANGUAGES.get(language),
                StandardCharsets.UTF_8.decode(from).toString()));
    }

    /**
     * So many more plain characters find room; an accent takes the room of two. Less than zero: so many characters have
     * to go from the end.
     */
    public static int left(String words) {
        int bytes = words.getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= MOST_WORDS) return MOST_WORDS - bytes;
        int over = 0;
        for (int end = words.length(); bytes > MOST_WORDS; over++) {
            int last = words.codePointBefore(end);
            end -= Character.charCount(last);
            bytes -= Character.toString(last).getBytes(StandardCharsets.UTF_8).length;
        }
        return -over;
    }
}
