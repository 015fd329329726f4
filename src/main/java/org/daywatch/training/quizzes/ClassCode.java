package org.daywatch.training.quizzes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/** Six letters and digits that are read aloud and typed: none that looks or sounds like another, and no vowel that would make words. */
public record ClassCode(String text) {

    static final String LETTERS = "CDFGHJKMNPRTWXY34679";
    static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    public ClassCode {
        if (!text.matches("[" + LETTERS + "]{" + LENGTH + "}")) throw new IllegalArgumentException("No class code: " + text.length() + " characters");
    }

    static ClassCode next() {
        return new ClassCode(RANDOM.ints(LENGTH, 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1)).collect(java.util.stream.Collectors.joining()));
    }

    /** As somebody typed it, with spaces or strokes and in small letters; empty for what was never one. */
    public static Optional<ClassCode> read(String typed) {
        if (typed.length() > 40) return Optional.empty();
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-–]", "");
        return plain.matches("[" + LETTERS + "]{" + LENGTH + "}") ? Optional.of(new ClassCode(plain)) : Optional.empty();
    }

    /** In two groups of three, as one reads it aloud. */
    public String spoken() {
        return text.substring(0, 3) + " " + text.substring(3);
    }

    byte[] hash() {
        return hashOf("class code " + text);
    }

    static byte[] hashOf(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
