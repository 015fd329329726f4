package org.daywatch.training.codes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Six letters and digits that are read aloud and typed: none that looks or sounds like another, and no vowel that would
 * make words.
 */
public final class TypedCode {

    public static final String LETTERS = "CDFGHJKMNPRTWXY34679";
    public static final int LENGTH = 6;
    private static final int LONGEST_TYPED = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TypedCode() {}

    public static String next() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    public static boolean is(String text) {
        return text.matches("[" + LETTERS + "]{" + LENGTH + "}");
    }

    /** As somebody typed it, with spaces or strokes and in small letters; empty for what was never one. */
    public static Optional<String> read(String typed) {
        if (typed.length() > LONGEST_TYPED) return Optional.empty();
        return Optional.of(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-–]", "")).filter(TypedCode::is);
    }

    /** In two groups of three, as one reads it aloud. */
    public static String spoken(String code) {
        return code.substring(0, LENGTH / 2) + " " + code.substring(LENGTH / 2);
    }

    /** @param what it leads to, so that the same letters in two uses are two hashes */
    public static byte[] hash(String what, String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((what + " " + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
