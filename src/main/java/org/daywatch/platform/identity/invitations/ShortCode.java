package org.daywatch.platform.identity.invitations;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * A code that can be read aloud: four times four letters and digits of which no two look or sound alike. 25 to the 16th
 * is 74 bits.
 */
final class ShortCode {

    private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY34679";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShortCode() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (code, i) -> code.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** As it is printed. */
    static String spoken(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** As it is kept, whatever somebody typed around it. */
    static String read(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
