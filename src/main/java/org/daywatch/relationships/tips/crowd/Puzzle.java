package org.daywatch.relationships.tips.crowd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A number for which SHA-256 of "ticket:number" begins with so many zero bits. Found by trying, checked with one hash;
 * door.js does the same.
 */
public final class Puzzle {

    private static final int LONGEST_NUMBER = 15;

    private Puzzle() {}

    public static boolean isSolved(String ticket, int bits, String number) {
        return number.length() <= LONGEST_NUMBER && number.matches("[0-9]+") && zeros(ticket + ":" + number) >= bits;
    }

    public static String solve(String ticket, int bits) {
        for (long number = 0;; number++)
            if (zeros(ticket + ":" + number) >= bits) return Long.toString(number);
    }

    private static int zeros(String text) {
        int zeros = 0;
        for (byte next : sha256(text)) {
            if (next != 0) return zeros + Integer.numberOfLeadingZeros(next & 0xff) - 24;
            zeros += 8;
        }
        return zeros;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
