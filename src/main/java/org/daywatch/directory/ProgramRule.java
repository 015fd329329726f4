package org.daywatch.directory;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number that law, agreement or program sets, in force between two dates.
 *
 * @param code the question it answers, such as POST_MARGIN_BEFORE
 * @param scope ALL, STATE:AZ, DISTRICT:id or DEPARTMENT:id
 * @param toConfirm written down from memory or an old page: check before relying on it
 * @param reading how the number is read from then on; null: as its demand is shipped
 */
public record ProgramRule(String id, String code, String scope, BigDecimal value, String unit, LocalDate validFrom,
        @Nullable LocalDate validTo, String source, boolean toConfirm, String words, @Nullable Reading reading) {

    public ProgramRule {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "Rule " + id + " ends on " + validTo + ", before it begins on " + validFrom + ".");
        }
    }

    public ProgramRule(String id, String code, String scope, BigDecimal value, String unit, LocalDate validFrom,
            @Nullable LocalDate validTo, String source, boolean toConfirm, String words) {
        this(id, code, scope, value, unit, validFrom, validTo, source, toConfirm, words, null);
    }

    /** @param detail BY_DATE: month and day as 12-31; FIRST_SCHOOL_DAYS: how many, empty for one; else empty */
    public record Reading(Requirement.Counting counting, Requirement.Evidence evidence, String detail) {}

    public boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public int number() {
        return value.intValueExact();
    }

    /** Of a rule that counts hours: of a quarter of one too. */
    public Duration hours() {
        return Duration.ofMinutes(value.multiply(BigDecimal.valueOf(60)).longValueExact());
    }

    /** Which text of the rule was applied: kept with every decision that rests on it. */
    public String version() {
        return id + "@" + validFrom;
    }
}
