package org.daywatch.emergencies.incidents.clocks;

import static org.daywatch_db.emergencies.Tables.STATUTORY_NOTICE;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Before something is due by law and after it was, whoever must act is told, each time once, whichever node looks
 * first.
 */
@Component
public class StatutoryReminders {

    private final DSLContext db;
    private final StatutoryQueries queries;
    private final StatutoryNotices notices;
    private final Clock clock;

    StatutoryReminders(DSLContext db, StatutoryQueries queries, StatutoryNotices notices, Clock clock) {
        this.db = db;
        this.queries = queries;
        this.notices = notices;
        this.clock = clock;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class EveryHalfMinute {

        private final StatutoryReminders reminders;
        private final Tenants tenants;

        EveryHalfMinute(StatutoryReminders reminders, Tenants tenants) {
            this.reminders = reminders;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 30, initialDelay = 20, timeUnit = TimeUnit.SECONDS)
        void round() {
            tenants.forEachAgency("what the law makes due", agency -> reminders.remind());
        }
    }

    /** For the agency that is bound. @return how many reminders were told now */
    @Transactional
    public int remind() {
        var now = clock.instant();
        int told = 0;
        for (var open : queries.open(Optional.empty())) {
            if (!open.agencyId().equals(Tenancy.tenant())) continue;
            boolean late = open.clock().late(now);
            if (!late && now.isBefore(open.clock().warnedAt()) || !firstTime(open, late ? "LATE" : "SOON")) continue;
            if (late) notices.late(open);
            else notices.soon(open);
            told++;
        }
        return told;
    }

    private boolean firstTime(StatutoryQueries.Open open, String kind) {
        var n = STATUTORY_NOTICE;
        return db.insertInto(n).set(n.AGENCY_ID, open.agencyId()).set(n.EVENT_ID, open.clock().event())
                .set(n.CODE, open.clock().what().name()).set(n.KIND, kind)
                .set(n.DISTRICT_ID, open.districtId()).set(n.TOLD_AT, clock.instant()).onConflictDoNothing()
                .execute() == 1;
    }
}
