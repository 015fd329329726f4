package org.daywatch.directory.plans;

import static org.daywatch_db.directory.Tables.SITE_PLAN;

import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Pictures of plans, one after the other: each may have five megabytes. */
@Component
class SitePlanEncryption implements EncryptedRecords {

    private final DSLContext db;
    private final DataCipher cipher;

    SitePlanEncryption(DSLContext db, DataCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    @Override
    public int renew() {
        int done = 0;
        for (var id : db.select(SITE_PLAN.ID).from(SITE_PLAN).where(SITE_PLAN.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(SITE_PLAN.REMOVED_AT.isNull()).fetch(SITE_PLAN.ID)) {
            byte[] image = db.select(SITE_PLAN.IMAGE).from(SITE_PLAN).where(SITE_PLAN.ID.eq(id)).forNoKeyUpdate()
                    .fetchSingle(SITE_PLAN.IMAGE);
            if (image.length == 0 || cipher.upToDate(image)) continue;
            db.update(SITE_PLAN).set(SITE_PLAN.IMAGE, cipher.again(image, SitePlanStore.sealedAs(id)))
                    .where(SITE_PLAN.ID.eq(id)).execute();
            done++;
        }
        return done;
    }
}
