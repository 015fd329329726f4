package org.daywatch.planning.drills;

import static org.daywatch_db.planning.Tables.DRILL;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.time.FarthestDays;
import org.daywatch.platform.time.HomeTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A drill whose day has passed was missed; it is said so the next morning, and what is due stays due. */
@Component
public class DrillTimers {

    private static final Logger log = LoggerFactory.getLogger(DrillTimers.class);

    private final HomeTime home;
    private final DrillStore drills;
    private final DrillCommands commands;
    private final Campuses campuses;
    private final Clock clock;

    DrillTimers(DrillStore drills, DrillCommands commands, Campuses campuses, HomeTime home, Clock clock) {
        this.home = home;
        this.drills = drills;
        this.commands = commands;
        this.campuses = campuses;
        this.clock = clock;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class EveryQuarterHour {

        private final DrillTimers timers;
        private final Tenants tenants;

        EveryQuarterHour(DrillTimers timers, Tenants tenants) {
            this.timers = timers;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 15, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
        void round() {
            tenants.forEachAgency("drills whose day has passed", agency -> timers.missed());
        }
    }

    /** For the agency that is bound. @return how many were missed */
    public int missed() {
        int missed = 0;
        var latest = FarthestDays.latest(clock.instant());
        for (var drill : drills.list(
                DRILL.AGENCY_ID.eq(Tenancy.tenant()).and(DRILL.STATE.eq("SCHEDULED")).and(DRILL.DAY.lt(latest)))) {
            var today = LocalDate
                    .now(clock.withZone(campuses.find(drill.schoolId()).map(Campus::zone).orElseGet(home::zone)));
            if (!drill.day().isBefore(today)) continue;
            try {
                commands.handle(drill.id(), new DrillCommand.Miss(today));
                missed++;
            } catch (RuntimeException e) {
                log.warn("drill {} could not be marked as missed", drill.id(), e);
            }
        }
        return missed;
    }
}
