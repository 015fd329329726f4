package org.daywatch.platform.identity.passwords;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.daywatch.platform.errors.InvalidInput;

/**
 * What a password must be: long, and none that is guessed soon. There are no rules about kinds of characters and no
 * forced change (NIST SP 800-63B-4). What is guessed soon is judged by the lists of common passwords, names and words,
 * of repetitions, sequences and keyboard walks that ship with zxcvbn.
 */
public final class Passwords {

    public static final int SHORTEST = 15;
    public static final int LONGEST = 200;
    /** Its effort grows with the square of the length, and what is strong here is strong as a whole. */
    private static final int LOOKED_AT = 64;
    /** "Safely unguessable" begins at ten to the tenth guesses. */
    private static final double FEWEST_GUESSES_LOG10 = 10;
    private static final List<String> HOUSE = List.of("daywatch", "school safety officer", "lockdown", "principal");

    private static final Zxcvbn GUESSER = new Zxcvbn();

    private Passwords() {}

    /**
     * @param own what everybody knows of the person: address and name
     * @throws InvalidInput at the field {@code password}
     */
    public static void refuseWeak(String password, Collection<String> own) {
        if (password.length() < SHORTEST || password.chars().distinct().count() < 5) throw weak("weak");
        if (password.length() > LONGEST) throw weak("shorter");
        var known = new ArrayList<>(HOUSE);
        for (String words : own) {
            var said = words.toLowerCase(Locale.ROOT);
            known.add(said);
            known.addAll(List.of(said.split("[^\\p{L}\\p{N}]+")));
        }
        var looked = password.substring(0, Math.min(LOOKED_AT, password.length()));
        if (GUESSER.measure(looked, known).getGuessesLog10() < FEWEST_GUESSES_LOG10)
            throw weak("common");
    }

    /** What was typed is repeated nowhere; in its place stands how long it has to be. */
    private static InvalidInput weak(String why) {
        return new InvalidInput("password", Integer.toString(SHORTEST), "account.password." + why);
    }
}
