package org.daywatch.training.effects;

import org.jspecify.annotations.Nullable;

/**
 * A number, or why there is none. Zero is a number, unknown means that nothing was measured or nothing can be said, and
 * suppressed that too few students stand behind it.
 *
 * @param low the 95 % interval; null where the number has none
 */
public record Figure(Standing standing, @Nullable Double value, @Nullable Double low, @Nullable Double high) {

    public enum Standing { KNOWN, UNKNOWN, SUPPRESSED }

    public static final Figure UNKNOWN = new Figure(Standing.UNKNOWN, null, null, null);
    public static final Figure SUPPRESSED = new Figure(Standing.SUPPRESSED, null, null, null);

    public Figure {
        if ((standing == Standing.KNOWN) != (value != null))
            throw new IllegalArgumentException("A known figure has a value, another none: " + standing + " " + value);
        if ((low == null) != (high == null))
            throw new IllegalArgumentException("An interval has two ends: " + low + " to " + high);
    }

    public static Figure known(double value) {
        return new Figure(Standing.KNOWN, value, null, null);
    }

    public static Figure within(double value, double low, double high) {
        return new Figure(Standing.KNOWN, value, low, high);
    }

    public boolean known() {
        return standing == Standing.KNOWN;
    }

    public boolean hasInterval() {
        return low != null;
    }

    /** @throws IllegalStateException where there is none: ask {@link #known} first */
    public double number() {
        if (value == null) throw new IllegalStateException("This figure is " + standing + ".");
        return value;
    }

    public double from() {
        if (low == null) throw new IllegalStateException("This figure has no interval.");
        return low;
    }

    public double to() {
        if (high == null) throw new IllegalStateException("This figure has no interval.");
        return high;
    }

    /** Whether the whole interval lies above zero. */
    public boolean surelyAboveZero() {
        return low != null && low > 0;
    }

    public boolean surelyBelowZero() {
        return high != null && high < 0;
    }
}
