package org.daywatch.emergencies.reunification.approvers;

import java.time.Instant;
import java.util.UUID;

/** Somebody who may let a stopped card go on alone, in emergencies that begin after they were named. */
public record ReleaseApprover(UUID id, UUID person, String name, Instant namedAt, String namedBy) {}
