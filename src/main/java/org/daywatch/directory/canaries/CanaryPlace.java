package org.daywatch.directory.canaries;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where files carry an invented student. @param school null: at all schools of the district */
public record CanaryPlace(UUID id, @Nullable UUID school, String by, Instant at) {}
