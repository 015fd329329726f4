package org.daywatch.platform.access;

import java.time.Instant;

/** Whether somebody may read, and by which clause of docs/security/who-reads.md. */
public sealed interface ReadingAnswer {

    String clause();

    record Allowed(String clause) implements ReadingAnswer {}

    record Refused(String clause) implements ReadingAnswer {}

    /** Not by itself: with a reason, for a quarter hour, and the principal is told. */
    record MayBreakGlass(String clause) implements ReadingAnswer {}

    record AllowedByGlass(String clause, Instant until) implements ReadingAnswer {}
}
