package org.daywatch.prevention.retention;

import static org.daywatch_db.prevention.Tables.ASSESSMENT;
import static org.daywatch_db.prevention.Tables.MEASURE;

import java.time.Instant;
import java.util.function.ToIntBiFunction;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is not decided yet is kept whatever its age, and so is the last accepted assessment of a campus: the next one is
 * compared with it.
 */
@Configuration(proxyBeanMethods = false)
class AssessmentKeepers {

    private record Keeper(String kind, DSLContext db,
            ToIntBiFunction<DSLContext, Instant> work) implements RecordKeeper {
        @Override
        public int forget(Instant before) {
            return work.applyAsInt(db, before);
        }
    }

    @Bean
    RecordKeeper siteAssessmentKeeper(DSLContext db) {
        return new Keeper("SITE_ASSESSMENT", db, (at, before) -> {
            var later = ASSESSMENT.as("later");
            return at.deleteFrom(ASSESSMENT).where(ASSESSMENT.AGENCY_ID.eq(Tenancy.tenant()))
                    .and(ASSESSMENT.CLOSED_AT.lt(before))
                    .and(ASSESSMENT.STATE.eq("WITHDRAWN")
                            .or(DSL.exists(DSL.selectOne().from(later).where(later.SCHOOL_ID.eq(ASSESSMENT.SCHOOL_ID))
                                    .and(later.INSTRUMENT.eq(ASSESSMENT.INSTRUMENT))
                                    .and(later.STATE.eq("ACCEPTED")).and(later.STARTED_AT.gt(ASSESSMENT.STARTED_AT)))))
                    .execute();
        });
    }

    @Bean
    RecordKeeper measureKeeper(DSLContext db) {
        return new Keeper("MEASURE", db,
                (at, before) -> at.deleteFrom(MEASURE).where(MEASURE.AGENCY_ID.eq(Tenancy.tenant()))
                        .and(MEASURE.STATE.in("DONE", "REJECTED"))
                        .and(DSL.coalesce(MEASURE.DONE_AT, MEASURE.DECIDED_AT).lt(before)).execute());
    }
}
