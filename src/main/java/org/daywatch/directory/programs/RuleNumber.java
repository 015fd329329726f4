package org.daywatch.directory.programs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.daywatch.platform.errors.InvalidInput;

/**
 * How fine the number of a rule may be, and how it is typed: hours by the quarter, for minutes are counted; a share by
 * the tenth; everything else whole.
 */
public final class RuleNumber {

    private static final String HOURS = "hours";
    private static final String SHARE = "percent";
    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);
    /** Hours of an award go into its sealed record as whole ones. */
    private static final Set<String> WHOLE = Set.of("AWARD_AFTER", "AWARD_BEFORE");

    private RuleNumber() {}

    /** With a point or a comma. @param wrong what is said of anything that is no number */
    public static BigDecimal read(String typed, String wrong) {
        String text = typed.strip();
        if (!text.matches("\\d{1,5}([.,]\\d{1,4})?")) throw new InvalidInput("value", text, wrong);
        return new BigDecimal(text.replace(',', '.'));
    }

    /** Whether a number between two whole ones can be meant. */
    public static boolean inParts(String code, String unit) {
        return unit.equals(SHARE) || unit.equals(HOURS) && !WHOLE.contains(code);
    }

    /** @throws InvalidInput where the rule knows no such part */
    public static void check(String code, String unit, BigDecimal value) {
        if (unit.equals(HOURS) && inParts(code, unit))
            refuseUnless(isWhole(value.multiply(QUARTERS)), value, "rules.own.wrong.quarters");
        else
            if (unit.equals(SHARE))
                refuseUnless(isWhole(value.multiply(BigDecimal.TEN)), value, "rules.own.wrong.tenths");
            else
                refuseUnless(isWhole(value), value, "rules.own.wrong.whole");
    }

    /** As it is typed again. */
    public static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static boolean isWhole(BigDecimal value) {
        return value.setScale(0, RoundingMode.DOWN).compareTo(value) == 0;
    }

    private static void refuseUnless(boolean fine, BigDecimal value, String wrong) {
        if (!fine) throw new InvalidInput("value", plain(value), wrong);
    }
}
