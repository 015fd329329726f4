package org.daywatch.planning.drills.audience;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.web.Page;

/** "Principal, teachers; on screens, by text message". */
public final class AudienceWords {

    private AudienceWords() {}

    public static String of(Page page, DrillAudience audience) {
        var people = Stream.concat(Stream.of("PRINCIPAL"), audience.peopleCodes().stream())
                .map(group -> page.t("drills.told.group." + group)).collect(Collectors.joining(", "));
        var ways = audience.wayCodes().stream().map(way -> page.t("drills.told.way." + way))
                .collect(Collectors.joining(", "));
        return page.t("drills.told.both", people, ways);
    }
}
