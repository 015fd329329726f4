package org.daywatch.emergencies.pathtests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A weekly silent test at one school.
 *
 * @param week its Monday, by the school's own clock
 * @param alert the alert with status TEST that went to the devices
 */
public record PathTest(UUID agency, UUID district, UUID school, LocalDate week, UUID alert, Instant at,
        @Nullable Instant endedAt) {}
