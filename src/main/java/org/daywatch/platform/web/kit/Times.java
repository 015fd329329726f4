package org.daywatch.platform.web.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.When;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Component;

/** How long ago, and when exactly with the zone that is meant. */
@Component
public class Times {

    private final Clock clock;
    private final HomeTime home;

    Times(Clock clock, HomeTime home) {
        this.clock = clock;
        this.home = home;
    }

    public String ago(Page page, Instant then) {
        var passed = Duration.between(then, clock.instant());
        if (passed.toMinutes() < 1) return page.t("moment.now");
        if (passed.toHours() < 1) return page.t("moment.minutes", passed.toMinutes());
        if (passed.toDays() < 1) return page.t("moment.hours", passed.toHours());
        return passed.toDays() < 60 ? page.t("moment.days", passed.toDays()) : day(page, then);
    }

    public String day(Page page, Instant then) {
        return page.when().date(then, home.zone());
    }

    /** Tue, Nov 17, 9:40 AM, at the agency's desk. */
    public String moment(Page page, Instant then) {
        return page.when().day(then.atZone(home.zone())) + ", " + page.when().time(then, home.zone());
    }

    public String exact(String language, Instant then) {
        return When.in(language).record(then, home.zone()) + " (" + home.zone() + ")";
    }
}
