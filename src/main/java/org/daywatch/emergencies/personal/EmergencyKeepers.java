package org.daywatch.emergencies.personal;

import static org.daywatch_db.emergencies.Tables.HOOK_MESSAGE;
import static org.daywatch_db.emergencies.Tables.LANE_MESSAGE;
import static org.daywatch_db.emergencies.Tables.PATH_TEST;
import static org.daywatch_db.emergencies.Tables.REFUSED_ATTEMPT;

import java.time.Instant;
import java.util.function.ToIntFunction;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What this room forgets when its time is over: by the agency whose rows they are. What is not over, or not closed,
 * stays.
 */
@Configuration(proxyBeanMethods = false)
class EmergencyKeepers {

    private record Keeper(String kind, ToIntFunction<Instant> work) implements RecordKeeper {
        @Override
        public int forget(Instant before) {
            return work.applyAsInt(before);
        }
    }

    @Bean
    RecordKeeper alertsKeeper(Forgetting forgetting) {
        return new Keeper("ALERT", forgetting::alerts);
    }

    @Bean
    RecordKeeper incidentsKeeper(Forgetting forgetting) {
        return new Keeper("INCIDENT", forgetting::incidents);
    }

    @Bean
    RecordKeeper tipsKeeper(Forgetting forgetting) {
        return new Keeper("TIP", forgetting::tips);
    }

    @Bean
    RecordKeeper reachKeeper(Forgetting forgetting) {
        return new Keeper("REACH", forgetting::reach);
    }

    @Bean
    RecordKeeper deviceKeysKeeper(Forgetting forgetting) {
        return new Keeper("DEVICE_KEY", forgetting::deviceKeys);
    }

    @Bean
    RecordKeeper pressHooksKeeper(Forgetting forgetting) {
        return new Keeper("PRESS_HOOK", forgetting::pressHooks);
    }

    @Bean
    RecordKeeper hookMessagesKeeper(DSLContext db) {
        return new Keeper("HOOK_MESSAGE", before -> db.deleteFrom(HOOK_MESSAGE)
                .where(HOOK_MESSAGE.AGENCY_ID.eq(Tenancy.tenant())).and(HOOK_MESSAGE.AT.lt(before)).execute());
    }

    @Bean
    RecordKeeper refusedAttemptsKeeper(DSLContext db) {
        return new Keeper("REFUSED_ATTEMPT", before -> db.deleteFrom(REFUSED_ATTEMPT)
                .where(REFUSED_ATTEMPT.AGENCY_ID.eq(Tenancy.tenant())).and(REFUSED_ATTEMPT.AT.lt(before)).execute());
    }

    @Bean
    RecordKeeper pathTestsKeeper(DSLContext db) {
        return new Keeper("PATH_TEST", before -> db.deleteFrom(PATH_TEST)
                .where(PATH_TEST.AGENCY_ID.eq(Tenancy.tenant())).and(PATH_TEST.ENDED_AT.lt(before)).execute());
    }

    @Bean
    RecordKeeper laneMessagesKeeper(DSLContext db) {
        return new Keeper("LANE_MESSAGE", before -> db.deleteFrom(LANE_MESSAGE)
                .where(LANE_MESSAGE.AGENCY_ID.eq(Tenancy.tenant())).and(LANE_MESSAGE.WRITTEN_AT.lt(before)).execute());
    }
}
