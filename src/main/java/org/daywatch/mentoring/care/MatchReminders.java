package org.daywatch.mentoring.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchDue;
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
 * From the day on which something of a match is due, by the school's day, its counselor is told: once for each such
 * day, whichever node looks first. At which school, and no word more: messages are read on locked screens.
 */
@Component
public class MatchReminders {

    private static final Logger log = LoggerFactory.getLogger(MatchReminders.class);

    private final MatchStore matches;
    private final MatchRules rules;
    private final MatchDoor door;
    private final Campuses campuses;
    private final Notifications notifications;
    private final Texts texts;
    private final Clock clock;

    MatchReminders(MatchStore matches, MatchRules rules, MatchDoor door, Campuses campuses,
            Notifications notifications, Texts texts, Clock clock) {
        this.matches = matches;
        this.rules = rules;
        this.door = door;
        this.campuses = campuses;
        this.notifications = notifications;
        this.texts = texts;
        this.clock = clock;
    }

    /** The district is bound. @return of how many matches somebody was told now */
    @Transactional
    public int remind() {
        return (int) matches.underWay().stream()
                .filter(m -> campuses.find(m.school()).filter(school -> told(m, school)).isPresent()).count();
    }

    /** Nobody is told who does not work there any more: the day stays untold for whoever takes over. */
    private boolean told(Match m, Campus school) {
        var today = LocalDate.now(clock.withZone(school.zone()));
        var due = MatchDue.of(m, rules.rhythm(school, today));
        if (today.isBefore(due.by())) return false;
        if (door.counselors(school).stream().noneMatch(c -> c.person().equals(m.counselor()))) return false;
        return matches.told(m, due.by()) && notifications.tell(Notice.of("MENTORING_DUE", "/mentoring/" + m.id(),
                language -> new Notice.Words(texts.of(language, "mentoring.notice.subject", school.name()),
                        texts.of(language, "mentoring.notice.body", school.name()))),
                Audience.person(m.district(), m.counselor())) > 0;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class Timer {

        private final Tenants tenants;
        private final MatchReminders reminders;

        Timer(Tenants tenants, MatchReminders reminders) {
            this.tenants = tenants;
            this.reminders = reminders;
        }

        @Scheduled(fixedDelay = 30, initialDelay = 6, timeUnit = TimeUnit.MINUTES)
        void remind() {
            if (tenants.timersWait()) return;
            for (var district : tenants.list()) {
                if (!district.kind().equals("DISTRICT")) continue;
                try {
                    Tenancy.run(Scope.system(district.id()), reminders::remind);
                } catch (RuntimeException e) {
                    log.error("telling of what is due in mentoring failed for district {}", district.id(), e);
                }
            }
        }
    }
}
