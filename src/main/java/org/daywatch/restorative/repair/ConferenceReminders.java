package org.daywatch.restorative.repair;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.restorative.conferences.Conference;
import org.daywatch.restorative.conferences.ConferenceDue;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.texts.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From the day on which something of a conference is due, by the school's day, whoever leads it is told: once for each
 * such day, whichever node looks first. At which school, and no word more: messages are read on locked screens.
 */
@Component
public class ConferenceReminders {

    private static final Logger log = LoggerFactory.getLogger(ConferenceReminders.class);

    private final ConferenceStore conferences;
    private final ConferenceRules rules;
    private final ConferenceDoor door;
    private final Campuses campuses;
    private final Notifications notifications;
    private final Texts texts;
    private final Clock clock;

    ConferenceReminders(ConferenceStore conferences, ConferenceRules rules, ConferenceDoor door, Campuses campuses,
            Notifications notifications, Texts texts, Clock clock) {
        this.conferences = conferences;
        this.rules = rules;
        this.door = door;
        this.campuses = campuses;
        this.notifications = notifications;
        this.texts = texts;
        this.clock = clock;
    }

    /** The district is bound. @return of how many somebody was told now */
    @Transactional
    public int remind() {
        return (int) conferences.underWay().stream()
                .filter(c -> campuses.find(c.school()).filter(school -> told(c, school)).isPresent()).count();
    }

    /** Nobody is told who does not work there any more: the day stays untold for whoever takes over. */
    private boolean told(Conference c, Campus school) {
        var today = LocalDate.now(clock.withZone(school.zone()));
        var due = ConferenceDue.of(c, rules.rhythm(school, today));
        if (today.isBefore(due.by())) return false;
        if (door.counselors(school).stream().noneMatch(one -> one.person().equals(c.lead()))) return false;
        return conferences.told(c, due.by()) && notifications.tell(Notice.of("CONFERENCE_DUE", "/restorative/" + c.id(),
                language -> new Notice.Words(texts.of(language, "conference.notice.subject", school.name()),
                        texts.of(language, "conference.notice.body", school.name()))),
                Audience.person(c.district(), c.lead())) > 0;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class Timer {

        private final Tenants tenants;
        private final ConferenceReminders reminders;

        Timer(Tenants tenants, ConferenceReminders reminders) {
            this.tenants = tenants;
            this.reminders = reminders;
        }

        @Scheduled(fixedDelay = 30, initialDelay = 8, timeUnit = TimeUnit.MINUTES)
        void remind() {
            if (tenants.timersWait()) return;
            for (var district : tenants.list()) {
                if (!district.kind().equals("DISTRICT")) continue;
                try {
                    Tenancy.run(Scope.system(district.id()), reminders::remind);
                } catch (RuntimeException e) {
                    log.error("telling of what is due in restorative work failed for district {}", district.id(), e);
                }
            }
        }
    }
}
