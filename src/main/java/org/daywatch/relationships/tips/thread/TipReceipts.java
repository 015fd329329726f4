package org.daywatch.relationships.tips.thread;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.cipher.Sealed;
import org.springframework.stereotype.Component;

/**
 * Receipts are sixteen digits that only the writer has. What is kept is their mark, made by a key that lies with the
 * case keys: whoever has the database alone cannot try receipts against it.
 */
@Component
public class TipReceipts {

    public static final int DIGITS = 16;
    static final int MARK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CaseKeys keys;

    TipReceipts(CaseKeys keys) {
        this.keys = keys;
    }

    public String fresh() {
        var digits = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) digits.append(RANDOM.nextInt(10));
        return digits.toString();
    }

    public byte[] mark(String digits) {
        return Arrays.copyOf(Sealed.derived(keys.ofTheHouse("receipts of tips"), digits), MARK);
    }

    /** However they were written down; empty where it is no receipt. */
    public static Optional<String> digits(String typed) {
        var bare = typed.replaceAll("[\\p{Z}\\s.,·–—_-]", "");
        return bare.matches("[0-9]{" + DIGITS + "}") ? Optional.of(bare) : Optional.empty();
    }

    /** As it is read to somebody or written down. */
    public static String grouped(String digits) {
        return digits.replaceAll("(?<=\\G.{4})(?=.)", " ");
    }
}
