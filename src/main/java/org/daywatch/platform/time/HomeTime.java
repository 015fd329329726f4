package org.daywatch.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What day it is at the agency's desk, whatever zone the machine or the reader is in. Pages that speak of one school ask
 * that school's zone instead; everything else says "today" in this one.
 */
@Component
public class HomeTime {

    private final Clock clock;
    private final ZoneId zone;

    HomeTime(Clock clock, @Value("${daywatch.zone:America/Phoenix}") String zone) {
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    public ZoneId zone() {
        return zone;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return day(clock.instant());
    }

    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
