package org.daywatch.staffing.fairness.rates;

import org.daywatch.platform.errors.InvalidInput;

/** US dollars as people write and read them; everywhere else they are whole cents. */
public final class Dollars {

    private static final int MOST_CENTS = 99_999;

    private Dollars() {}

    /** 1234.50 */
    public static String plain(long cents) {
        return cents / 100 + "." + String.format("%02d", cents % 100);
    }

    /** $1,234.50 */
    public static String said(long cents) {
        return String.format(java.util.Locale.ROOT, "$%,d.%02d", cents / 100, cents % 100);
    }

    /** An hour's pay as somebody typed it: 62, 62.5 or 62.50. @throws InvalidInput naming the field */
    static int perHour(String field, String typed) {
        String text = typed.strip();
        if (!text.matches("\\d{1,3}(\\.\\d{1,2})?")) throw new InvalidInput(field, typed, "fairness.rates.wrong.rate");
        int cents = new java.math.BigDecimal(text).movePointRight(2).intValueExact();
        if (cents < 1 || cents > MOST_CENTS) throw new InvalidInput(field, typed, "fairness.rates.wrong.rate");
        return cents;
    }
}
