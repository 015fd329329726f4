package org.daywatch.platform.money;

import org.daywatch.platform.errors.InvalidInput;

/** US dollars as people write and read them; everywhere else they are whole cents. */
public final class Dollars {

    private Dollars() {}

    /** 1234.50, -0.05 */
    public static String plain(long cents) {
        return (cents < 0 ? "-" : "") + Math.abs(cents) / 100 + "." + String.format("%02d", Math.abs(cents) % 100);
    }

    /** $1,234.50, −$0.05 */
    public static String said(long cents) {
        return String.format(java.util.Locale.ROOT, "%s$%,d.%02d", cents < 0 ? "−" : "", Math.abs(cents) / 100,
                Math.abs(cents) % 100);
    }

    /**
     * An amount as somebody typed it: 62, 62.5, 1,234.50. @param message says what to type. @throws InvalidInput naming
     * the field when it is none, or not from {@code least} to {@code most} cents
     */
    public static long read(String field, String typed, long least, long most, String message) {
        String text = typed.strip().replaceFirst("^\\$", "").replaceAll(",(?=\\d{3}(\\D|$))", "");
        if (!text.matches("\\d{1,12}(\\.\\d{1,2})?")) throw new InvalidInput(field, typed, message);
        long cents = new java.math.BigDecimal(text).movePointRight(2).longValueExact();
        if (cents < least || cents > most) throw new InvalidInput(field, typed, message);
        return cents;
    }
}
