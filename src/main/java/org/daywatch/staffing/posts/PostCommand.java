package org.daywatch.staffing.posts;

import java.time.Instant;
import java.util.UUID;

/** Everything a coordinator can do to a post. That an officer takes it is the shift's affair. */
public sealed interface PostCommand {

    /** @param rank 1: the primary department is asked; 2 and more: partners too */
    record Open(int rank) implements PostCommand {}

    /** A place is kept for one officer who has been asked by name, for a while. */
    record Hold(UUID officerId, Instant until, String reason) implements PostCommand {}

    record Release() implements PostCommand {}

    record Cancel(String reason) implements PostCommand {}

    /** A cancellation taken back. */
    record Reopen() implements PostCommand {}
}
