package org.daywatch.planning.agreements.clauses;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something the text of an agreement must or should cover or say, or must not say, in force between two dates.
 *
 * @param scope ALL or STATE:AZ
 * @param kinds SERVICE, MOU: those it is about
 * @param reading null for COVER
 * @param primaryPercent of primary schools with a written document, the share whose document covers it; null where
 * nobody counted
 * @param secondaryPercent the same of secondary schools
 */
public record ClauseRule(String id, String scope, Set<String> kinds, ClauseTopic topic, Demand demand,
        @Nullable ClauseReading reading, Weight weight, @Nullable BigDecimal primaryPercent,
        @Nullable BigDecimal secondaryPercent, LocalDate validFrom, @Nullable LocalDate validTo, String source,
        boolean toConfirm) {

    public enum Demand {
        /** There is a clause on the topic. */
        COVER,
        /** A clause on the topic says it. */
        SAY,
        /** No clause says it. */
        NOT_SAY
    }

    public enum Weight { MUST, ADVISED }

    public boolean about(String kind, String state, LocalDate day) {
        return kinds.contains(kind) && (scope.equals("ALL") || scope.equals("STATE:" + state))
                && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
