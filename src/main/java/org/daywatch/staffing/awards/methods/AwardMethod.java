package org.daywatch.staffing.awards.methods;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.time.Dated;
import org.jspecify.annotations.Nullable;

/**
 * Posts of one scope are awarded by this method, on days from one to another.
 *
 * @param scope DEPARTMENT:id, DISTRICT:id or DEFAULT
 * @param to the last day; null while none is set
 */
public record AwardMethod(UUID id, String scope, Method method, LocalDate from, @Nullable LocalDate to, String source,
        Instant setAt,
        @Nullable Instant withdrawnAt, @Nullable String withdrawnReason) implements Dated {

    public static final String DEFAULT = "DEFAULT";

    public static String department(UUID id) {
        return "DEPARTMENT:" + id;
    }

    public static String district(UUID id) {
        return "DISTRICT:" + id;
    }

    /** A post keeps the method it was opened under, whatever is set or withdrawn afterward. */
    public boolean governs(LocalDate day, Instant openedAt) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to)) && !setAt.isAfter(openedAt)
                && (withdrawnAt == null || withdrawnAt.isAfter(openedAt));
    }

    public String version() {
        return "METHOD-" + id + "@" + from;
    }

    /**
     * The department's word goes before the district's, and that before what holds for all; within one scope the one
     * that began last.
     */
    public static Optional<AwardMethod> of(List<AwardMethod> all, List<String> scopes, LocalDate day,
            Instant openedAt) {
        return all.stream().filter(m -> scopes.contains(m.scope()) && m.governs(day, openedAt))
                .min(Comparator.comparingInt((AwardMethod m) -> scopes.indexOf(m.scope()))
                        .thenComparing(AwardMethod::from, Comparator.reverseOrder())
                        .thenComparing(AwardMethod::setAt, Comparator.reverseOrder()).thenComparing(AwardMethod::id));
    }
}
