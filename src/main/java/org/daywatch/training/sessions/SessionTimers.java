package org.daywatch.training.sessions;

import static org.daywatch_db.training.Tables.LESSON_SESSION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.time.FarthestDays;
import org.daywatch.training.sessions.LessonSession.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A lesson whose day has passed without anybody beginning it was missed; it may still be written down. */
@Component
public class SessionTimers {

    private static final Logger log = LoggerFactory.getLogger(SessionTimers.class);

    private final LessonSessionStore sessions;
    private final LessonSessionCommands commands;
    private final Campuses campuses;
    private final Clock clock;

    SessionTimers(LessonSessionStore sessions, LessonSessionCommands commands, Campuses campuses, Clock clock) {
        this.sessions = sessions;
        this.commands = commands;
        this.campuses = campuses;
        this.clock = clock;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class EveryQuarterHour {

        private final SessionTimers timers;
        private final Tenants tenants;

        EveryQuarterHour(SessionTimers timers, Tenants tenants) {
            this.timers = timers;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 15, initialDelay = 4, timeUnit = TimeUnit.MINUTES)
        void round() {
            tenants.forEachAgency("lessons whose day has passed", agency -> timers.missed());
        }
    }

    /** For the agency that is bound. @return how many were missed */
    public int missed() {
        int missed = 0;
        var latest = FarthestDays.latest(clock.instant());
        var open = LESSON_SESSION.AGENCY_ID.eq(Tenancy.tenant()).and(LESSON_SESSION.STATE.eq("PLANNED"))
                .and(LESSON_SESSION.BEGUN_AT.isNull());
        for (var session : sessions.list(open.and(LESSON_SESSION.DAY.lt(latest)))) {
            var today = campuses.find(session.schoolId()).map(Campus::zone)
                    .map(zone -> LocalDate.now(clock.withZone(zone)));
            if (today.isEmpty() || !session.slot().day().isBefore(today.get())) continue;
            try {
                if (commands.handle(session.id(), new LessonSessionCommand.Miss(today.get()))
                        .state() instanceof State.Missed)
                    missed++;
            } catch (RuntimeException e) {
                log.warn("lesson session {} could not be marked as missed", session.id(), e);
            }
        }
        return missed;
    }
}
