package org.daywatch.mentoring.times;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A roster may come out without a mentor, and a shift may be found again: looked at every quarter of an hour. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class LostMeetingTimer {

    private static final Logger log = LoggerFactory.getLogger(LostMeetingTimer.class);

    private final Tenants tenants;
    private final LostMeetings meetings;

    LostMeetingTimer(Tenants tenants, LostMeetings meetings) {
        this.tenants = tenants;
        this.meetings = meetings;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void look() {
        if (tenants.timersWait()) return;
        for (var district : tenants.list()) {
            if (!district.kind().equals("DISTRICT")) continue;
            try {
                Tenancy.run(Scope.system(district.id()), meetings::look);
            } catch (RuntimeException e) {
                log.error("looking for lost meetings failed for district {}", district.id(), e);
            }
        }
    }
}
