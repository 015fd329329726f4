package org.daywatch.staffing.posts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Posts that were really opened.
 *
 * @param first the earliest of their days; null where there is none, as is {@code last}
 */
public record Opened(int posts, @Nullable LocalDate first, @Nullable LocalDate last) {

    static Opened on(Collection<LocalDate> days) {
        return new Opened(days.size(), days.stream().min(Comparator.naturalOrder()).orElse(null),
                days.stream().max(Comparator.naturalOrder()).orElse(null));
    }
}
