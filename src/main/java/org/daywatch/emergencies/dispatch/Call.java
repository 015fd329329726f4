package org.daywatch.emergencies.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody called 911, as the incident's timeline has it and nobody has corrected. @param written when they said so */
record Call(@Nullable UUID person, String by, Instant at, Instant written) {}
