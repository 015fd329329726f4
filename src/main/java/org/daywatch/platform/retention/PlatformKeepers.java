package org.daywatch.platform.retention;

import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.EVENT_PUBLICATION;
import static org.daywatch_db.platform.Tables.EXPORT_ASK;
import static org.daywatch_db.platform.Tables.INVITATION;
import static org.daywatch_db.platform.Tables.LIVE_EVENT;
import static org.daywatch_db.platform.Tables.ONE_TIME_CODE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.platform.Tables.PEOPLE_FILE;
import static org.daywatch_db.platform.Tables.SESSION;
import static org.daywatch_db.platform.Tables.SUBMITTED_FORM;

import java.time.Instant;
import java.util.function.ToIntFunction;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The platform's own records. */
@Configuration(proxyBeanMethods = false)
class PlatformKeepers {

    private record Keeper(String kind, boolean ofTenant, ToIntFunction<Instant> work) implements RecordKeeper {
        @Override
        public int forget(Instant before) {
            return work.applyAsInt(before);
        }
    }

    @Bean
    RecordKeeper liveEventsKeeper(DSLContext db) {
        return new Keeper("LIVE_EVENT", true, before -> db.deleteFrom(LIVE_EVENT)
                .where(LIVE_EVENT.TENANT_ID.eq(Tenancy.tenant())).and(LIVE_EVENT.AT.lt(before)).execute());
    }

    @Bean
    RecordKeeper submittedFormsKeeper(DSLContext db) {
        return new Keeper("SUBMITTED_FORM", true, before -> db.deleteFrom(SUBMITTED_FORM)
                .where(SUBMITTED_FORM.TENANT_ID.eq(Tenancy.tenant())).and(SUBMITTED_FORM.AT.lt(before)).execute());
    }

    @Bean
    RecordKeeper messagesKeeper(DSLContext db) {
        return new Keeper("MESSAGE", true, before -> {
            var old = DSL.select(OUTBOUND_MESSAGE.ID).from(OUTBOUND_MESSAGE)
                    .where(OUTBOUND_MESSAGE.TENANT_ID.eq(Tenancy.tenant())).and(OUTBOUND_MESSAGE.CREATED_AT.lt(before));
            db.deleteFrom(DELIVERY).where(DELIVERY.TENANT_ID.eq(Tenancy.tenant())).and(DELIVERY.MESSAGE_ID.in(old))
                    .execute();
            return db.deleteFrom(OUTBOUND_MESSAGE).where(OUTBOUND_MESSAGE.TENANT_ID.eq(Tenancy.tenant()))
                    .and(OUTBOUND_MESSAGE.CREATED_AT.lt(before)).execute();
        });
    }

    @Bean
    RecordKeeper factRelayKeeper(DSLContext db) {
        return new Keeper("FACT_RELAY", true,
                before -> db.deleteFrom(EVENT_PUBLICATION).where(EVENT_PUBLICATION.TENANT_ID.eq(Tenancy.tenant()))
                        .and(EVENT_PUBLICATION.COMPLETION_DATE.lt(before)).execute());
    }

    @Bean
    RecordKeeper sessionsKeeper(@Qualifier("signin") DSLContext db) {
        return new Keeper("SESSION", false,
                before -> db.deleteFrom(SESSION).where(
                        DSL.least(SESSION.EXPIRES_AT, DSL.coalesce(SESSION.REVOKED_AT, SESSION.EXPIRES_AT)).lt(before))
                        .execute());
    }

    @Bean
    RecordKeeper oneTimeCodesKeeper(@Qualifier("signin") DSLContext db) {
        return new Keeper("ONE_TIME_CODE", false,
                before -> db.deleteFrom(ONE_TIME_CODE).where(ONE_TIME_CODE.EXPIRES_AT.lt(before)).execute());
    }

    @Bean
    RecordKeeper exportAsksKeeper(DSLContext db) {
        return new Keeper("EXPORT_ASK", true, before -> db.deleteFrom(EXPORT_ASK)
                .where(EXPORT_ASK.TENANT_ID.eq(Tenancy.tenant())).and(EXPORT_ASK.ASKED_AT.lt(before)).execute());
    }

    @Bean
    RecordKeeper peopleFilesKeeper(DSLContext db) {
        return new Keeper("PEOPLE_FILE", true, before -> db.deleteFrom(PEOPLE_FILE)
                .where(PEOPLE_FILE.TENANT_ID.eq(Tenancy.tenant())).and(PEOPLE_FILE.ASKED_AT.lt(before)).execute());
    }

    @Bean
    RecordKeeper invitationsKeeper(DSLContext db) {
        return new Keeper("INVITATION", true, before -> db.deleteFrom(INVITATION)
                .where(INVITATION.ORG_ID.eq(Tenancy.tenant())).and(INVITATION.ASKED_AT.lt(before)).execute());
    }
}
