package org.daywatch.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What day it is at the desk of the agency whose work is done, whatever zone the machine or the reader is in. Pages
 * that speak of one school ask that school's zone instead; everything else says "today" in this one.
 */
@Component
public class HomeTime {

    private final Clock clock;
    private final HomeZones zones;
    private final ZoneId nobodys;

    HomeTime(Clock clock, HomeZones zones, @Value("${daywatch.zone:UTC}") String nobodys) {
        this.clock = clock;
        this.zones = zones;
        this.nobodys = ZoneId.of(nobodys);
    }

    /**
     * Of the organization this thread works for; where it works for none, the one that is set for the installation, or
     * none of a place at all.
     */
    public ZoneId zone() {
        return Tenancy.current().map(Scope::tenant).map(zones::zone).orElse(nobodys);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return day(clock.instant());
    }

    public LocalDate day(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }
}
