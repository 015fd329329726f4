package org.daywatch.transparency.activitylog;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it stands in the log.
 *
 * @param follows the line it took the place of
 */
public record Kept(UUID id, Activity what, @Nullable UUID fundedPost, @Nullable UUID follows, Instant recordedAt,
        @Nullable Withdrawal withdrawn) {

    /** @param reason in somebody's words, or a word of {@link WeekChange} */
    /** The school's own, where it is one of these; else that of the globe, of which nobody is told a time. */
    public ZoneId zoneAmong(List<Campus> schools) {
        return schools.stream().filter(school -> school.id().equals(what.school())).map(Campus::zone).findFirst()
                .orElse(ZoneOffset.UTC);
    }

    public record Withdrawal(Instant at, String reason) {}

    public boolean stands() {
        return withdrawn == null;
    }
}
