package org.daywatch.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a reader is shown of the trail otherwise, or not at all. A room may know that somebody is forced: the person who
 * looks over their shoulder must not learn from the trail what the others know. The trail itself stays as it is.
 */
public interface AuditShown {

    /** @param kept by subject the moment since when other people's lines about it are kept from them */
    record Otherwise(Map<String, Instant> kept, List<Instead> instead) {}

    /**
     * Of a line of their own what they are shown in its place.
     *
     * @param mark a field of its detail with its value, as it stands there; empty: any detail
     * @param as the action that is shown; empty: the line is not
     */
    record Instead(String action, String subject, String mark, String as, String detail) {}

    /** Empty for nearly everybody. */
    Optional<Otherwise> to(UUID reader);
}
