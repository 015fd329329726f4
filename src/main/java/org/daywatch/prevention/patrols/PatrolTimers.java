package org.daywatch.prevention.patrols;

import static org.daywatch_db.prevention.Tables.ZONE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Schools with zones have this week's plan, whether somebody asked for it or not. */
@Component
class PatrolTimers {

    private final DSLContext db;
    private final PatrolPlans plans;
    private final Campuses campuses;
    private final PreventionPlaces places;

    PatrolTimers(DSLContext db, PatrolPlans plans, Campuses campuses, PreventionPlaces places) {
        this.db = db;
        this.plans = plans;
        this.campuses = campuses;
        this.places = places;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class PatrolWeeks {

        private final PatrolTimers timers;
        private final Tenants tenants;

        PatrolWeeks(PatrolTimers timers, Tenants tenants) {
            this.timers = timers;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 60, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
        void round() {
            tenants.forEachAgency("patrol plans of the week", agency -> timers.make());
        }
    }

    /** For the agency that is bound. @return how many plans were made now */
    @Transactional
    int make() {
        int made = 0;
        for (var school : campuses.list(db.selectDistinct(ZONE.SCHOOL_ID).from(ZONE)
                .where(ZONE.AGENCY_ID.eq(Tenancy.tenant())).and(ZONE.RETIRED_AT.isNull()).fetch(ZONE.SCHOOL_ID)))
            if (plans.make(school, PatrolPlans.monday(places.today(school)), "Daywatch")) made++;
        return made;
    }

    @Component
    record PatrolKeeper(PatrolPlans plans) implements RecordKeeper {

        @Override
        public String kind() {
            return "PATROL_PLAN";
        }

        @Override
        public int forget(Instant before) {
            return plans.forget(before.atOffset(ZoneOffset.UTC).toLocalDate());
        }
    }
}
