package org.daywatch.mentoring.mentors;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whoever has lost a paper mentors no more from the next hour on. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class MentorScreeningTimer {

    private final Tenants tenants;
    private final Mentors mentors;

    MentorScreeningTimer(Tenants tenants, Mentors mentors) {
        this.tenants = tenants;
        this.mentors = mentors;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 7, timeUnit = TimeUnit.MINUTES)
    void screen() {
        tenants.forEachAgency("papers of mentors", agency -> mentors.screenAnew());
    }
}
