package org.daywatch.prevention.rounds;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A round that nobody finished is left after some hours. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class RoundTimers {

    private final RoundCommands commands;
    private final Tenants tenants;

    RoundTimers(RoundCommands commands, Tenants tenants) {
        this.commands = commands;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 4, timeUnit = TimeUnit.MINUTES)
    void round() {
        tenants.forEachAgency("rounds nobody finished", agency -> commands.leave());
    }
}
