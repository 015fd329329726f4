package org.daywatch.relationships.tips.crowd;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daywatch.platform.cipher.Sealed;

/**
 * What somebody is given who sends while many do: a puzzle, and their turn if they wait instead. For one form only;
 * whoever writes one themselves lacks the seal.
 *
 * @param issued seconds of a clock that only this process knows
 * @param turn from then on it counts without the puzzle
 * @param seal over everything and the number of the form
 */
public record Ticket(long issued, long turn, int bits, String seal) {

    private static final Pattern FORM = Pattern
            .compile("([0-9]{1,12})\\.([0-9]{1,12})\\.([0-9]{1,2})\\.([0-9a-f]{16})");

    static Ticket made(byte[] key, String form, long issued, long turn, int bits) {
        return new Ticket(issued, turn, bits, seal(key, form, issued, turn, bits));
    }

    /** Empty where it is none, or not one for this form. */
    static Optional<Ticket> read(byte[] key, String form, String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) return Optional.empty();
        var ticket = new Ticket(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)),
                Integer.parseInt(found.group(3)), found.group(4));
        return Optional.of(ticket)
                .filter(one -> one.seal.equals(seal(key, form, one.issued, one.turn, one.bits)));
    }

    private static String seal(byte[] key, String form, long issued, long turn, int bits) {
        return HexFormat.of().formatHex(Sealed.derived(key, form + " " + issued + " " + turn + " " + bits), 0, 8);
    }

    /** As it stands in the page: 55 bytes at most with a number behind it, one block of the hash. */
    public String text() {
        return issued + "." + turn + "." + bits + "." + seal;
    }
}
