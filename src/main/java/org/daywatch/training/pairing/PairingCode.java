package org.daywatch.training.pairing;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/**
 * Two words and a number that a student copies onto a slip of paper. They are picked from lists and never typed, so
 * that nobody writes their name; the same code reads in every language.
 *
 * @param first number of the animal, from 0. @param second number of the thing, from 0
 */
public record PairingCode(int first, int second, int number) {

    public static final int WORDS = 40;
    public static final int LOWEST = 10;
    public static final int HIGHEST = 99;
    private static final SecureRandom RANDOM = new SecureRandom();

    public PairingCode {
        if (first < 0 || first >= WORDS || second < 0 || second >= WORDS || number < LOWEST || number > HIGHEST)
            throw new IllegalArgumentException("No pairing code");
    }

    public static PairingCode next() {
        return new PairingCode(RANDOM.nextInt(WORDS), RANDOM.nextInt(WORDS), RANDOM.nextInt(LOWEST, HIGHEST + 1));
    }

    /** As a form sends it; empty where something was not chosen, or is no choice. */
    public static Optional<PairingCode> read(Map<String, String> form) {
        return read(form.getOrDefault("first", "") + "-" + form.getOrDefault("second", "") + "-"
                + form.getOrDefault("number", ""));
    }

    /** As a phone keeps it. */
    public static Optional<PairingCode> read(String text) {
        if (!text.matches("[0-9]{1,2}-[0-9]{1,2}-[0-9]{2}")) return Optional.empty();
        String[] part = text.split("-");
        int first = Integer.parseInt(part[0]);
        int second = Integer.parseInt(part[1]);
        int number = Integer.parseInt(part[2]);
        return first < WORDS && second < WORDS && number >= LOWEST
                ? Optional.of(new PairingCode(first, second, number))
                : Optional.empty();
    }

    public String text() {
        return first + "-" + second + "-" + number;
    }
}
