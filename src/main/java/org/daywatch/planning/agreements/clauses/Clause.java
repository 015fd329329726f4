package org.daywatch.planning.agreements.clauses;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput;

/** One clause of a text. @param title as it is printed above it */
public record Clause(ClauseTopic topic, String title, String words) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 8000;

    public Clause {
        title = title.strip();
        words = words.replace("\r\n", "\n").strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE)
            throw new InvalidInput("title", title, "serviceAgreements.wrong.title");
        if (words.isEmpty() || words.length() > LONGEST)
            throw new InvalidInput("words", words.substring(0, Math.min(40, words.length())),
                    "serviceAgreements.wrong.words");
    }

    /** The exact text that is signed, letter by letter. */
    public static String text(List<Clause> clauses) {
        return clauses.stream().map(c -> c.title() + "\n" + c.words()).collect(Collectors.joining("\n\n"));
    }

    /** 64 hexadecimal digits. */
    public static String hash(List<Clause> clauses) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text(clauses).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
