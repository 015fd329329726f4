package org.daywatch.directory.canaries;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That the invented student of a file came back. @param person null: on the command line */
public record CanaryReturn(UUID export, String way, boolean sure, @Nullable UUID person, Instant at) {}
