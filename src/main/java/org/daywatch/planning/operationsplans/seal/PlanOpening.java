package org.daywatch.planning.operationsplans.seal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody reads what a plan says, until it ends. @param person null for the holder of a responder's link */
public record PlanOpening(UUID id, UUID planId, @Nullable UUID person, String by, String purpose, Instant openedAt,
        Instant endsAt) {}
