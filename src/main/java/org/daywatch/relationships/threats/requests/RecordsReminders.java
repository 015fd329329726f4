package org.daywatch.relationships.threats.requests;

import java.util.concurrent.TimeUnit;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.requests.RecordsRequest.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Some days before a request is due, and on that day, whoever answers it is reminded: once for each, whichever node
 * looks first.
 */
@Component
public class RecordsReminders {

    private static final Logger log = LoggerFactory.getLogger(RecordsReminders.class);

    private final RecordsRequestStore store;
    private final RecordsRequestDoor door;
    private final RecordsRequestNotices notices;
    private final ThreatRules rules;
    private final Campuses campuses;

    RecordsReminders(RecordsRequestStore store, RecordsRequestDoor door, RecordsRequestNotices notices,
            ThreatRules rules, Campuses campuses) {
        this.store = store;
        this.door = door;
        this.notices = notices;
        this.rules = rules;
        this.campuses = campuses;
    }

    /** The district is bound. @return of how many requests somebody was told now */
    @Transactional
    public int remind() {
        return (int) store.open().stream().filter(this::told).count();
    }

    /** Where nobody is there to be told it stays untold, so that whoever comes next learns of it. */
    private boolean told(RecordsRequest request) {
        return campuses.find(request.school()).filter(school -> {
            var today = door.today(school);
            var now = request.toTell(today, rules.requestReminderDays(school, today));
            if (now == Told.NOBODY || now == request.told() || !store.told(request, request.told(), now)) return false;
            boolean told = notices.due(request, school);
            if (!told) store.told(request, now, request.told());
            return told;
        }).isPresent();
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class Timer {

        private final Tenants tenants;
        private final RecordsRequestDoor door;
        private final RecordsReminders reminders;

        Timer(Tenants tenants, RecordsRequestDoor door, RecordsReminders reminders) {
            this.tenants = tenants;
            this.door = door;
            this.reminders = reminders;
        }

        @Scheduled(fixedDelay = 60, initialDelay = 6, timeUnit = TimeUnit.MINUTES)
        void remind() {
            if (!door.isOpen() || tenants.timersWait()) return;
            for (var district : tenants.list()) {
                if (!district.kind().equals("DISTRICT")) continue;
                try {
                    Tenancy.run(Scope.system(district.id()), reminders::remind);
                } catch (RuntimeException e) {
                    log.error("reminding of requests of parents failed for district {}", district.id(), e);
                }
            }
        }
    }
}
