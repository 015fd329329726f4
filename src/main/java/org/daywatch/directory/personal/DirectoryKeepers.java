package org.daywatch.directory.personal;

import static org.daywatch_db.directory.Tables.ASSISTANCE_NOTE;
import static org.daywatch_db.directory.Tables.GUARDIAN;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;
import static org.daywatch_db.directory.Tables.ROSTER_ENROLLMENT;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.BARRED_PERSON;
import static org.daywatch_db.directory.Tables.VISITOR;
import static org.daywatch_db.directory.Tables.WAITING_VISITOR;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.ToIntFunction;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Visitors, guardianships, assistance notes and students who left are forgotten when their time is over; a guardian
 * goes with their last entry.
 */
@Configuration(proxyBeanMethods = false)
class DirectoryKeepers {

    private record Keeper(String kind, ToIntFunction<Instant> work) implements RecordKeeper {
        @Override
        public int forget(Instant before) {
            return work.applyAsInt(before);
        }
    }

    @Bean
    RecordKeeper visitorsKeeper(DSLContext db) {
        return new Keeper("VISITOR", before -> {
            db.deleteFrom(WAITING_VISITOR).where(WAITING_VISITOR.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(WAITING_VISITOR.CAME_AT.lt(before)).execute();
            db.deleteFrom(BARRED_PERSON).where(BARRED_PERSON.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(BARRED_PERSON.WITHDRAWN_AT.lt(before)
                            .or(BARRED_PERSON.VALID_TO.lt(LocalDate.ofInstant(before, ZoneOffset.UTC))))
                    .execute();
            return db.deleteFrom(VISITOR).where(VISITOR.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(VISITOR.CAME_AT.lt(before)).execute();
        });
    }

    @Bean
    RecordKeeper guardianshipsKeeper(DSLContext db) {
        return new Keeper("GUARDIANSHIP", before -> {
            int gone = db.deleteFrom(GUARDIANSHIP).where(GUARDIANSHIP.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(DSL.least(GUARDIANSHIP.LAST_DAY, GUARDIANSHIP.ENDED_ON)
                            .lt(LocalDate.ofInstant(before, ZoneOffset.UTC)))
                    .execute(); // the earlier of those that are known
            withoutEntry(db);
            return gone;
        });
    }

    private static void withoutEntry(DSLContext db) {
        db.deleteFrom(GUARDIAN).where(GUARDIAN.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(DSL.notExists(DSL.selectOne().from(GUARDIANSHIP)
                        .where(GUARDIANSHIP.DISTRICT_ID.eq(GUARDIAN.DISTRICT_ID))
                        .and(GUARDIANSHIP.GUARDIAN_ID.eq(GUARDIAN.ID))))
                .execute();
    }

    /** From the day they left; what hangs on them goes with them. */
    @Bean
    RecordKeeper rosterStudentsKeeper(DSLContext db) {
        return new Keeper("ROSTER_STUDENT", before -> {
            var p = ROSTER_PERSON;
            var over = db.select(p.ID).from(p).where(p.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(p.LEFT_ON.lt(LocalDate.ofInstant(before, ZoneOffset.UTC))).fetch(p.ID);
            db.deleteFrom(GUARDIANSHIP).where(GUARDIANSHIP.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(GUARDIANSHIP.STUDENT_ID.in(over)).execute();
            withoutEntry(db);
            db.deleteFrom(ASSISTANCE_NOTE).where(ASSISTANCE_NOTE.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(ASSISTANCE_NOTE.STUDENT_ID.in(over)).execute();
            db.deleteFrom(ROSTER_ENROLLMENT).where(ROSTER_ENROLLMENT.DISTRICT_ID.eq(Tenancy.tenant()))
                    .and(ROSTER_ENROLLMENT.PERSON_ID.in(over)).execute();
            return db.deleteFrom(p).where(p.DISTRICT_ID.eq(Tenancy.tenant())).and(p.ID.in(over)).execute();
        });
    }

    @Bean
    RecordKeeper assistanceNotesKeeper(DSLContext db) {
        return new Keeper("ASSISTANCE_NOTE",
                before -> db.deleteFrom(ASSISTANCE_NOTE).where(ASSISTANCE_NOTE.DISTRICT_ID.eq(Tenancy.tenant()))
                        .and(ASSISTANCE_NOTE.ENDED_AT.lt(before)).execute());
    }
}
