package org.daywatch.relationships.threats;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On the day of a review, by the school's day, its counselor is told: once for each, whichever node looks first. */
@Component
public class ThreatReminders {

    private static final Logger log = LoggerFactory.getLogger(ThreatReminders.class);

    private final ThreatStore cases;
    private final ThreatNotices notices;
    private final Campuses campuses;
    private final Clock clock;

    ThreatReminders(ThreatStore cases, ThreatNotices notices, Campuses campuses, Clock clock) {
        this.cases = cases;
        this.notices = notices;
        this.campuses = campuses;
        this.clock = clock;
    }

    /** The district is bound. @return of how many cases somebody was told now */
    @Transactional
    public int remind() {
        return (int) cases.withPlan().stream().filter(this::told).count();
    }

    /** Where nobody is there to be told the day stays untold, so that whoever gets the case next learns of it. */
    private boolean told(ThreatCase c) {
        var day = campuses.find(c.school())
                .flatMap(s -> Waiting.review(c, LocalDate.now(clock.withZone(s.zone())))).orElse(null);
        if (day == null || !cases.reviewTold(c, day)) return false;
        boolean told = notices.review(c);
        if (!told) cases.reviewUntold(c);
        return told;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class Timer {

        private final Tenants tenants;
        private final ThreatDoor door;
        private final ThreatReminders reminders;

        Timer(Tenants tenants, ThreatDoor door, ThreatReminders reminders) {
            this.tenants = tenants;
            this.door = door;
            this.reminders = reminders;
        }

        @Scheduled(fixedDelay = 60, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
        void remind() {
            if (!door.isOpen() || tenants.timersWait()) return;
            for (var district : tenants.list()) {
                if (!district.kind().equals("DISTRICT")) continue;
                try {
                    Tenancy.run(Scope.system(district.id()), reminders::remind);
                } catch (RuntimeException e) {
                    log.error("telling of reviews of threat assessments failed for district {}", district.id(), e);
                }
            }
        }
    }
}
