package org.daywatch.staffing.whatif;

import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.eligibility.PostFacts;

/**
 * A shift that was worked, with the hours of its post: those the officer accepted and limits were asked about. Minutes
 * punched before or after are not replayed.
 *
 * @param byBells the post's hours come from bells and margins, not from stated times
 */
public record Worked(UUID shift, PostFacts post, UUID district, boolean byBells, UUID officer, String officerName,
        UUID department) {

    Window window() {
        return post.window();
    }
}
