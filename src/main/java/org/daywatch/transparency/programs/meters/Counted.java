package org.daywatch.transparency.programs.meters;

/**
 * What was counted for one requirement in the school year so far.
 *
 * @param known false where nobody recorded anything at all: that is no zero
 * @param amount minutes of time, or how many
 * @param recent of that, on the last {@link YearDays#RECENT} school days
 * @param lines how many activity lines stand behind it
 */
public record Counted(boolean known, long amount, long recent, int lines) {

    public static final Counted UNKNOWN = new Counted(false, 0, 0, 0);

    public static Counted of(long amount, long recent, int lines) {
        return new Counted(true, amount, recent, lines);
    }

    public Counted plus(Counted other) {
        if (!known) return other;
        return other.known ? of(amount + other.amount, recent + other.recent, lines + other.lines) : this;
    }
}
