package org.daywatch.staffing.terms;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In which order departments are asked for the posts of one request: first the one the request names, then the others
 * as the agency ranks them.
 *
 * @param firstRank the agency's rank of that department; 0 while it has agreed no terms
 */
public record AskingOrder(@Nullable UUID first, int firstRank) {

    public static final AskingOrder AS_RANKED = new AskingOrder(null, 0);

    /** @param rank the agency's rank of the department */
    public int rankOf(UUID department, int rank) {
        if (first == null || firstRank == 0) return rank;
        if (department.equals(first)) return 1;
        return rank < firstRank ? rank + 1 : rank;
    }
}
