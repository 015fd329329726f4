package org.daywatch.planning.meetings.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Two people write minutes of the same item, or one of them without a connection for an hour: nothing that was typed is
 * lost.
 */
public final class MergedNotes {

    private static final int LONGEST = 20_000;

    private MergedNotes() {}

    /**
     * @param stored what stands there now
     * @param seen mark of what the writer saw when they began ({@link #mark})
     * @param typed what they send
     * @param by their name, for the part that was written beside theirs
     */
    public static String of(String stored, String seen, String typed, String by) {
        String said = clean(typed);
        if (said.equals(stored) || seen.equals(mark(stored))) return said;
        if (said.isEmpty() || stored.contains(said)) return stored;
        return stored.isEmpty() || said.contains(stored) ? said : clean(stored + "\n\n[" + by + "]\n" + said);
    }

    /** A short mark of a text, for a hidden field. */
    public static String mark(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(clean(text).getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String clean(String text) {
        String said = text.replace("\r\n", "\n").strip();
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }
}
