package org.daywatch.directory.visitors;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.directory.visitors.VisitorCheck.Match;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the door whose name is like one on a list.
 *
 * @param admitted what the office decided; null while nobody has
 */
public record WaitingVisitor(UUID id, UUID schoolId, Visitor.Entry entry, Match match, Instant cameAt,
        @Nullable UUID kiosk, @Nullable Boolean admitted, String decidedBy, String decidedWhy) {}
