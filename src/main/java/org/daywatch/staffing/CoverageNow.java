package org.daywatch.staffing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How schools stand this minute, for rooms that report on it. Seen by the agency and, for its own schools, by the
 * district.
 */
public interface CoverageNow {

    /** In the words of the coverage board, the most urgent first. */
    enum State {
        UNCOVERED, AT_RISK, UNPROVEN, COVERED, PROMISED, OVER
    }

    /**
     * One school today.
     *
     * @param onPost names of those who stand there
     */
    record AtSchool(UUID school, State state, List<String> onPost, List<Missing> missing, int posts, int filled) {}

    /**
     * A post that stands empty now.
     *
     * @param officer who should be there; empty: nobody held it
     * @param relief who is named to come instead; empty: nobody yet
     */
    record Missing(UUID post, String officer, String relief) {}

    /**
     * A post nobody holds.
     *
     * @param asked how many eligible officers were asked by name; null where none is: it stands on the page of offers
     * @param backup the department that is asked next; empty where there is none, or where the reader may not see
     */
    record Unfilled(UUID post, UUID school, Instant start, Instant end, @Nullable Integer asked, String backup) {}

    /** By school; one at which nothing is required today has no entry. */
    Map<UUID, AtSchool> today();

    /** Not yet over, the soonest first. */
    List<Unfilled> unfilled(int most);
}
