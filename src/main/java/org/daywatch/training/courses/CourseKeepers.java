package org.daywatch.training.courses;

import static org.daywatch_db.training.Tables.COURSE_COMPLETION;
import static org.daywatch_db.training.Tables.COURSE_LINK;

import java.time.Instant;
import java.util.function.ToIntBiFunction;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of courses is forgotten, and when. A code that is in use is kept whatever its age. */
@Configuration(proxyBeanMethods = false)
class CourseKeepers {

    private record Keeper(String kind, DSLContext db,
            ToIntBiFunction<DSLContext, Instant> work) implements RecordKeeper {
        @Override
        public int forget(Instant before) {
            return work.applyAsInt(db, before);
        }
    }

    @Bean
    RecordKeeper courseCompletionKeeper(DSLContext db) {
        return new Keeper("COURSE_COMPLETION", db,
                (at, before) -> at.deleteFrom(COURSE_COMPLETION).where(COURSE_COMPLETION.AGENCY_ID.eq(Tenancy.tenant()))
                        .and(COURSE_COMPLETION.COMPLETED_AT.lt(before)).execute());
    }

    @Bean
    RecordKeeper courseLinkKeeper(DSLContext db) {
        return new Keeper("COURSE_LINK", db, (at, before) -> at.deleteFrom(COURSE_LINK)
                .where(COURSE_LINK.AGENCY_ID.eq(Tenancy.tenant())).and(COURSE_LINK.ENDED_AT.lt(before)).execute());
    }
}
