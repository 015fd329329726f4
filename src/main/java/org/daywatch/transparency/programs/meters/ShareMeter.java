package org.daywatch.transparency.programs.meters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import org.daywatch.directory.Requirement;

/**
 * Minutes on campus of the minutes paid, with the reasons of the others.
 *
 * @param recentOn and {@code recentPaid}: the same on the last {@link YearDays#RECENT} school days
 * @param away minutes away from campus by reason; an empty reason is one nobody gave
 */
public record ShareMeter(Requirement requirement, Standing standing, long onCampus, long paid, long recentOn,
        long recentPaid, SortedMap<String, Long> away) {

    /** What was clocked. @param away by reason, of the minutes paid */
    public record Clocked(long onCampus, long paid, long recentOn, long recentPaid, SortedMap<String, Long> away) {}

    /** Without a paid minute there is no share: unknown, not zero. */
    public static ShareMeter of(Requirement requirement, Clocked clocked, LocalDate asOf) {
        return new ShareMeter(requirement, standing(requirement, clocked, asOf), clocked.onCampus, clocked.paid,
                clocked.recentOn, clocked.recentPaid, clocked.away);
    }

    private static Standing standing(Requirement requirement, Clocked clocked, LocalDate asOf) {
        if (asOf.isBefore(requirement.rule().validFrom())) return Standing.NOT_YET_IN_FORCE;
        if (clocked.paid == 0) return Standing.UNKNOWN;
        var asked = requirement.rule().value().multiply(BigDecimal.valueOf(clocked.paid));
        return BigDecimal.valueOf(clocked.onCampus).movePointRight(2).compareTo(asked) >= 0
                ? Standing.ON_PACE
                : Standing.BEHIND;
    }

    public boolean known() {
        return paid > 0;
    }

    /** Tenths of a percent, cut off and never rounded up to the target. */
    public long perMille() {
        return onCampus * 1000 / paid;
    }

    /** @return -1 where no minute was paid on those days */
    public long recentPerMille() {
        return recentPaid == 0 ? -1 : recentOn * 1000 / recentPaid;
    }

    /**
     * Minutes away that may still be spent, or that are too many where it is below zero, at the minutes paid so far.
     */
    public long spare() {
        return BigDecimal.valueOf(onCampus)
                .subtract(requirement.rule().value().movePointLeft(2).multiply(BigDecimal.valueOf(paid)))
                .setScale(0, java.math.RoundingMode.FLOOR).longValueExact();
    }
}
