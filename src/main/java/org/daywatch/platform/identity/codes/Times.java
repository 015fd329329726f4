package org.daywatch.platform.identity.codes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.daywatch.platform.time.When;
import org.daywatch.platform.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long ago, and when exactly with the zone that is meant. */
@Component
public class Times {

    private final Clock clock;
    private final ZoneId zone;

    Times(Clock clock, @Value("${daywatch.zone:America/Phoenix}") String zone) {
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    public String ago(Page page, Instant then) {
        var passed = Duration.between(then, clock.instant());
        if (passed.toMinutes() < 1) return page.t("moment.now");
        if (passed.toHours() < 1) return page.t("moment.minutes", passed.toMinutes());
        if (passed.toDays() < 1) return page.t("moment.hours", passed.toHours());
        return passed.toDays() < 60 ? page.t("moment.days", passed.toDays()) : day(page, then);
    }

    public String day(Page page, Instant then) {
        return page.when().date(then, zone);
    }

    /** Tue, Nov 17, 9:40 AM, at the agency's desk. */
    public String moment(Page page, Instant then) {
        return page.when().day(then.atZone(zone)) + ", " + page.when().time(then, zone);
    }

    public String exact(String language, Instant then) {
        return When.in(language).record(then, zone) + " (" + zone + ")";
    }
}
