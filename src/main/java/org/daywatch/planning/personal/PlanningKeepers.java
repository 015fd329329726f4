package org.daywatch.planning.personal;

import static org.daywatch_db.planning.Tables.DRILL;
import static org.daywatch_db.planning.Tables.DRILL_DOSE;
import static org.daywatch_db.planning.Tables.DRILL_OPT_OUT;
import static org.daywatch_db.planning.Tables.DRILL_STARTER;
import static org.daywatch_db.planning.Tables.IMPROVEMENT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.ToIntBiFunction;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of drills and improvements is forgotten, and when. What is still open is kept whatever its age. */
@Configuration(proxyBeanMethods = false)
class PlanningKeepers {

    private record Keeper(String kind, DSLContext db,
            ToIntBiFunction<DSLContext, Instant> work) implements RecordKeeper {
        @Override
        public int forget(Instant before) {
            return work.applyAsInt(db, before);
        }
    }

    @Bean
    RecordKeeper drillKeeper(DSLContext db) {
        return new Keeper("DRILL", db, (at, before) -> {
            at.deleteFrom(DRILL_STARTER).where(DRILL_STARTER.AGENCY_ID.eq(Tenancy.tenant()))
                    .and(DRILL_STARTER.ENDED_AT.lt(before)).execute();
            return at.deleteFrom(DRILL).where(DRILL.AGENCY_ID.eq(Tenancy.tenant()))
                    .and(DRILL.DAY.lt(before.atOffset(ZoneOffset.UTC).toLocalDate()))
                    .and(DRILL.STATE.ne("RUNNING")).execute();
        });
    }

    @Bean
    RecordKeeper drillOptOutKeeper(DSLContext db) {
        return new Keeper("DRILL_OPT_OUT", db, (at, before) -> {
            var over = at.select(DRILL.ID).from(DRILL).where(DRILL.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(DRILL.DAY.lt(before.atOffset(ZoneOffset.UTC).toLocalDate()));
            return at.deleteFrom(DRILL_OPT_OUT).where(DRILL_OPT_OUT.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(DRILL_OPT_OUT.DRILL_ID.in(over)).execute();
        });
    }

    @Bean
    RecordKeeper drillDoseKeeper(DSLContext db) {
        return new Keeper("DRILL_DOSE", db,
                (at, before) -> at.deleteFrom(DRILL_DOSE).where(DRILL_DOSE.DISTRICT_ID.eq(Tenancy.tenant()))
                        .and(DRILL_DOSE.DAY.lt(before.atOffset(ZoneOffset.UTC).toLocalDate())).execute());
    }

    @Bean
    RecordKeeper improvementKeeper(DSLContext db) {
        return new Keeper("IMPROVEMENT", db, (at, before) -> at.deleteFrom(IMPROVEMENT)
                .where(IMPROVEMENT.AGENCY_ID.eq(Tenancy.tenant())).and(IMPROVEMENT.CLOSED_AT.lt(before)).execute());
    }
}
