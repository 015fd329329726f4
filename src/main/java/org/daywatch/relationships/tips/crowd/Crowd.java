package org.daywatch.relationships.tips.crowd;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.daywatch.platform.cipher.KeyFile;
import org.daywatch.platform.cipher.Sealed;

/**
 * Whether a send may go on. While few come each may. While more come in a minute than expected, whoever sends solves a
 * puzzle that grows with the rate, or waits for their turn in a line that moves at the rate the door is made for. It
 * knows no address: a whole school comes behind one. In memory alone; no clock of its own.
 */
public final class Crowd {

    static final int FEWEST_BITS = 12;
    static final int MOST_BITS = 16;
    private static final int MINUTE = 60;
    private static final int SHORTEST_WAIT = 10;
    private static final int LONGEST_LINE = 10 * MINUTE;
    private static final long NEVER = 999_999_999_999L;
    private static final int GOOD_FOR = 10 * MINUTE;

    private final int expected;
    private final byte[] key = KeyFile.secret();
    private final int[] counts = new int[MINUTE];
    private final Map<String, Used> used = new HashMap<>();
    private long second;
    private double lineEnds;

    private record Used(long until, String form) {}

    /** @param waits seconds until their turn; below zero: there is no room in the line */
    public record Asked(Ticket ticket, long waits) {}

    /** @param expected so many sends a minute are no crowd */
    public Crowd(int expected) {
        this.expected = expected;
    }

    /**
     * @param form its number @param whole everything in it: the same form sent twice is let through twice
     * @param ticket as it came, blank: none @param proof likewise
     * @param now in seconds, of a clock nobody sets
     * @return empty: go on; else what to show with the words
     */
    public synchronized Optional<Asked> ask(String form, String whole, String ticket, String proof, long now) {
        int rate = count(now);
        var held = Ticket.read(key, form, ticket).filter(one -> now - one.issued() < LONGEST_LINE + GOOD_FOR);
        if (rate <= expected) return Optional.empty();
        if (held.isPresent() && counts(held.get(), proof, now)) {
            if (use(held.get(), whole, now)) return Optional.empty();
            held = Optional.empty();
        }
        var given = held.orElseGet(() -> Ticket.made(key, form, now, turn(now), bits(rate, expected)));
        return Optional.of(asked(given, now));
    }

    /** The place that somebody has, whatever else they do with their form. */
    public synchronized Optional<Asked> held(String form, String ticket, long now) {
        return Ticket.read(key, form, ticket).map(one -> asked(one, now));
    }

    private static Asked asked(Ticket given, long now) {
        return new Asked(given, given.turn() == NEVER ? -1 : Math.max(0, given.turn() - now));
    }

    private static boolean counts(Ticket ticket, String proof, long now) {
        return now >= ticket.turn() || Puzzle.isSolved(ticket.text(), ticket.bits(), proof);
    }

    /** Once, whatever is written into its form afterward. */
    private boolean use(Ticket ticket, String whole, long now) {
        used.values().removeIf(one -> one.until < now);
        var form = java.util.HexFormat.of().formatHex(Sealed.derived(key, whole));
        var before = used.putIfAbsent(ticket.seal(), new Used(ticket.issued() + LONGEST_LINE + GOOD_FOR, form));
        return before == null || before.form.equals(form);
    }

    /** The end of the line; where it is too long, no place in it, and the puzzle alone. */
    private long turn(long now) {
        double next = Math.max(now + SHORTEST_WAIT, lineEnds + (double) MINUTE / expected);
        if (next > now + LONGEST_LINE) return NEVER;
        lineEnds = next;
        return (long) Math.ceil(next);
    }

    static int bits(int rate, int expected) {
        int twice = 31 - Integer.numberOfLeadingZeros(Math.max(1, rate / expected));
        return Math.min(MOST_BITS, FEWEST_BITS + twice);
    }

    /** So many came in the last minute, this one too. */
    private int count(long now) {
        for (long passed = Math.max(second + 1, now - MINUTE + 1); passed <= now; passed++)
            counts[(int) (passed % MINUTE)] = 0;
        second = Math.max(second, now);
        counts[(int) (now % MINUTE)]++;
        int all = 0;
        for (int one : counts) all += one;
        return all;
    }
}
