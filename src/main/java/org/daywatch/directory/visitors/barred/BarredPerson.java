package org.daywatch.directory.visitors.barred;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.time.Dated;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is not let in, from one day to another.
 *
 * @param school null: every school of the district
 * @param source on whose word: "Order 26-114 of the county court, file 3"
 * @param to the last day; null while none is set
 */
public record BarredPerson(UUID id, @Nullable UUID school, String name, String reason, String source, LocalDate from,
        @Nullable LocalDate to, @Nullable Instant withdrawnAt, @Nullable String withdrawnReason) implements Dated {}
