package org.daywatch.relationships.triage.lines;

import java.time.Instant;
import org.daywatch.relationships.triage.TipCategory;
import org.jspecify.annotations.Nullable;

/** Where a tip comes from that a state's line handed over. @param category as the line sees it, null: it did not say */
public record LineOrigin(String line, String number, Instant receivedAt, @Nullable TipCategory category,
        String language) {}
