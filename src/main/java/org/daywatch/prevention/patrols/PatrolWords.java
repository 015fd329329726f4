package org.daywatch.prevention.patrols;

import java.time.LocalTime;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.Page;

/** How walks are said on pages. */
final class PatrolWords {

    private PatrolWords() {}

    static String from(Page page, PatrolPlans.Walk walk) {
        return page.when().time(LocalTime.of(walk.fromHour(), 0));
    }

    static String reason(Page page, PatrolPlans.Planned stop) {
        return page.t("patrols.reason." + stop.stop().reason());
    }

    /** Empty where nobody has been there. */
    static String seen(Page page, PatrolPlans.Planned stop, Campus school) {
        return stop.seenAt() == null
                ? ""
                : page.t("patrols.seen", page.when().time(stop.seenAt(), school.zone()), stop.seenBy());
    }
}
