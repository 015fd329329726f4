package org.daywatch.directory.sites;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** The code at a school's front desk: easy to read aloud, no letters or digits that look alike, not to be guessed. */
public final class DeskCode {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private DeskCode() {}

    /** Nearly forty bits in two groups of four: K7QM-4TRX. */
    public static String next() {
        var letters = RANDOM.ints(8, 0, LETTERS.length()).mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
        return letters.substring(0, 4) + "-" + letters.substring(4);
    }
}
