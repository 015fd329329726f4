package org.daywatch.staffing.standby;

import java.util.Comparator;
import java.util.UUID;

/**
 * An officer who may take a post, with what puts them where they stand among those who would be asked.
 *
 * @param departmentRank when their department has its turn: 1 first
 * @param outside the post lies outside the times they are glad to be asked
 * @param core of the school's core team
 * @param daysKnown days of late on which they stood at the school
 * @param wishes how many of their wishes the post would grant
 * @param minutes worked in four weeks; newcomers stand at the median
 */
public record StandbyCandidate(UUID officer, UUID person, String name, UUID department, int departmentRank,
        boolean outside, boolean core, int daysKnown, int wishes,
        long minutes, Distance distance) {

    /** As coarse as what is known: places of homes are not kept. */
    public enum Distance { SAME_ZIP, NEAR, FAR }

    /**
     * The department's turn first; then who is glad to be asked, whom the school knows, who wishes it, who had least,
     * who lives near.
     */
    public static final Comparator<StandbyCandidate> ORDER = Comparator.comparingInt(StandbyCandidate::departmentRank)
            .thenComparing(StandbyCandidate::outside)
            .thenComparing(c -> !c.core())
            .thenComparing(Comparator.comparingInt(StandbyCandidate::daysKnown).reversed())
            .thenComparing(Comparator.comparingInt(StandbyCandidate::wishes).reversed())
            .thenComparingLong(StandbyCandidate::minutes)
            .thenComparing(StandbyCandidate::distance).thenComparing(StandbyCandidate::name)
            .thenComparing(StandbyCandidate::officer);
}
