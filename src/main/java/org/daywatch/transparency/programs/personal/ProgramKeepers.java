package org.daywatch.transparency.programs.personal;

import static org.daywatch_db.transparency.Tables.CAMPUS_EXCEPTION;
import static org.daywatch_db.transparency.Tables.CAMPUS_EXCEPTION_END;
import static org.daywatch_db.transparency.Tables.PLAN_STANDARDS;
import static org.daywatch_db.transparency.Tables.PROGRAM_CLOCK;
import static org.daywatch_db.transparency.Tables.PROGRAM_CLOCK_STEP;
import static org.daywatch_db.transparency.Tables.REVIEW_LINK;
import static org.daywatch_db.transparency.Tables.REVIEW_OPENING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.IntSupplier;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Forgets clocks, exceptions, review links and what was told of plans' standards when their time is over, each with
 * what hangs on it. What still runs or holds is kept whatever its age.
 */
@Configuration(proxyBeanMethods = false)
class ProgramKeepers {

    @Bean
    RecordKeeper programClockKeeper(DSLContext db) {
        return keeper("PROGRAM_CLOCK", before -> forgetting(db, () -> {
            var c = PROGRAM_CLOCK;
            var over = c.AGENCY_ID.eq(Tenancy.tenant()).and(c.STATE.in("ANSWERED", "WITHDRAWN"))
                    .and(c.STATE_AT.lt(before));
            db.deleteFrom(PROGRAM_CLOCK_STEP)
                    .where(PROGRAM_CLOCK_STEP.CLOCK_ID.in(DSL.select(c.ID).from(c).where(over))).execute();
            return db.deleteFrom(c).where(over).execute();
        }));
    }

    @Bean
    RecordKeeper campusExceptionKeeper(DSLContext db) {
        return keeper("CAMPUS_EXCEPTION", before -> forgetting(db, () -> {
            var e = CAMPUS_EXCEPTION;
            var end = CAMPUS_EXCEPTION_END;
            LocalDate day = LocalDate.ofInstant(before, ZoneOffset.UTC);
            var ended = DSL.select(end.EXCEPTION_ID).from(end).where(end.LAST_DAY.lt(day));
            var over = db.select(e.ID).from(e).where(e.AGENCY_ID.eq(Tenancy.tenant()))
                    .and(e.RENEW_BY.lt(day).or(e.ID.in(ended))).fetch(e.ID);
            db.deleteFrom(end).where(end.EXCEPTION_ID.in(over)).execute();
            return db.deleteFrom(e).where(e.ID.in(over)).execute();
        }));
    }

    @Bean
    RecordKeeper reviewLinkKeeper(DSLContext db) {
        return keeper("REVIEW_LINK", before -> forgetting(db, () -> {
            var l = REVIEW_LINK;
            var over = l.AGENCY_ID.eq(Tenancy.tenant()).and(l.EXPIRES_AT.lt(before).or(l.REVOKED_AT.lt(before)));
            db.deleteFrom(REVIEW_OPENING).where(REVIEW_OPENING.LINK_ID.in(DSL.select(l.ID).from(l).where(over)))
                    .execute();
            return db.deleteFrom(l).where(over).execute();
        }));
    }

    @Bean
    RecordKeeper planStandardsKeeper(DSLContext db) {
        return keeper("PLAN_STANDARDS", before -> forgetting(db, () -> {
            var t = PLAN_STANDARDS;
            var later = t.as("later");
            return db.deleteFrom(t).where(t.AGENCY_ID.eq(Tenancy.tenant())).and(t.TOLD_AT.lt(before))
                    .and(DSL.exists(DSL.selectOne().from(later).where(later.SCHOOL_ID.eq(t.SCHOOL_ID))
                            .and(later.TOLD_AT.gt(t.TOLD_AT))))
                    .execute();
        }));
    }

    private interface Forget {
        int before(Instant day);
    }

    private static RecordKeeper keeper(String kind, Forget forget) {
        return new RecordKeeper() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public int forget(Instant before) {
                return forget.before(before);
            }
        };
    }

    /** Nothing but retention deletes here, and it says so before it does. */
    private static int forgetting(DSLContext db, IntSupplier work) {
        db.execute("select set_config('app.forgetting', 'on', true)");
        try {
            return work.getAsInt();
        } finally {
            db.execute("select set_config('app.forgetting', '', true)");
        }
    }
}
