package org.daywatch.prevention.patrols;

import java.time.LocalTime;
import org.daywatch.platform.web.Page;

/** How walks are said on pages. */
final class PatrolWords {

    private PatrolWords() {}

    static String from(Page page, PatrolPlans.Walk walk) {
        return page.when().time(LocalTime.of(walk.fromHour(), 0));
    }
}
