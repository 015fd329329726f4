package org.daywatch.training.sessions;

import static org.daywatch_db.training.Tables.CLASS_GROUP;
import static org.daywatch_db.training.Tables.LESSON_SESSION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.ToIntBiFunction;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of lessons and classes is forgotten, and when. */
@Configuration(proxyBeanMethods = false)
class SessionKeepers {

    private record Keeper(String kind, DSLContext db,
            ToIntBiFunction<DSLContext, Instant> work) implements RecordKeeper {
        @Override
        public int forget(Instant before) {
            return work.applyAsInt(db, before);
        }
    }

    @Bean
    RecordKeeper lessonSessionKeeper(DSLContext db) {
        return new Keeper("LESSON_SESSION", db,
                (at, before) -> at.deleteFrom(LESSON_SESSION).where(LESSON_SESSION.AGENCY_ID.eq(Tenancy.tenant()))
                        .and(LESSON_SESSION.DAY.lt(before.atOffset(ZoneOffset.UTC).toLocalDate())).execute());
    }

    /** A class of which nothing is kept any more. */
    @Bean
    RecordKeeper classGroupKeeper(DSLContext db) {
        return new Keeper("CLASS_GROUP", db,
                (at, before) -> at.deleteFrom(CLASS_GROUP).where(CLASS_GROUP.AGENCY_ID.eq(Tenancy.tenant()))
                        .and(CLASS_GROUP.CREATED_AT.lt(before))
                        .and(DSL.notExists(DSL.selectOne().from(LESSON_SESSION)
                                .where(LESSON_SESSION.AGENCY_ID.eq(CLASS_GROUP.AGENCY_ID))
                                .and(LESSON_SESSION.GROUP_ID.eq(CLASS_GROUP.ID))))
                        .execute());
    }
}
