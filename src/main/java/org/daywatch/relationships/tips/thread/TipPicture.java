package org.daywatch.relationships.tips.thread;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.pictures.CleanPicture;
import org.daywatch.relationships.tips.ring.TipRing;

/**
 * A picture of a tip's thread: drawn anew from its dots and small, so that nothing is left of where and with what it
 * was taken.
 *
 * @param jpeg never longer than {@link #MOST}
 */
public record TipPicture(byte[] jpeg) {

    public static final int LONGEST_EDGE = 1024;
    public static final int MOST = TipRing.MOST_PICTURE;
    /** As telephones take them. */
    public static final int LARGEST_FILE = CleanPicture.LARGEST_SMALL;
    private static final int HEAD = 4;

    public TipPicture {
        if (jpeg.length == 0 || jpeg.length > MOST)
            throw new IllegalArgumentException("a tip's picture of " + jpeg.length + " bytes");
    }

    /** @throws InvalidInput naming the field where it is empty, too large, neither JPEG nor PNG, or broken */
    public static TipPicture drawn(byte[] file, String field) {
        return new TipPicture(CleanPicture.small(file, field, LONGEST_EDGE, MOST).bytes());
    }

    static Optional<TipPicture> of(byte[] jpeg) {
        return jpeg.length == 0 ? Optional.empty() : Optional.of(new TipPicture(jpeg));
    }

    /** As it is sealed: one length for all, so that none tells what it shows. */
    byte[] padded() {
        return ByteBuffer.allocate(HEAD + MOST).putInt(jpeg.length).put(jpeg).array();
    }

    static TipPicture unpadded(byte[] bytes) {
        var from = ByteBuffer.wrap(bytes);
        byte[] jpeg = new byte[from.getInt()];
        from.get(jpeg);
        return new TipPicture(jpeg);
    }

    /** Within a page: it has no address of its own that a history, a cache or a log could keep. */
    public String inPage() {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }
}
