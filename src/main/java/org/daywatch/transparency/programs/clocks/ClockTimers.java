package org.daywatch.transparency.programs.clocks;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute whether somebody must be reminded; what was told is in the table, so any node may look first. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class ClockTimers {

    private final ClockCommands commands;
    private final Tenants tenants;

    ClockTimers(ClockCommands commands, Tenants tenants) {
        this.commands = commands;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 25, timeUnit = TimeUnit.SECONDS)
    void round() {
        tenants.forEachAgency("what programs want done by a moment", commands::remind);
    }
}
