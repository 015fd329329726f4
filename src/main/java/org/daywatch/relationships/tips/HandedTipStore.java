package org.daywatch.relationships.tips;

import static org.daywatch_db.relationships.Tables.TIP;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tips as they were handed on: of when they came nothing but the day is left. */
@Repository
@Transactional
class HandedTipStore {

    private final DSLContext db;
    private final CaseKeys keys;

    HandedTipStore(DSLContext db, CaseKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** In one transaction, in the order given. One that is there already stays as it is. */
    void insert(List<WaitingTip> tips) {
        for (var tip : tips) {
            db.insertInto(TIP).set(TIP.DISTRICT_ID, tip.district()).set(TIP.ID, tip.id())
                    .set(TIP.SCHOOL_ID, tip.school()).set(TIP.DAY, tip.day()).set(TIP.IS_LIFE_SAFETY, tip.lifeSafety())
                    .set(TIP.BODY, keys.seal(tip.district(), tip.id(), tip.content(), place(tip.id())))
                    .onConflictDoNothing().execute();
        }
    }

    List<UUID> olderThan(UUID district, LocalDate day) {
        return db.select(TIP.ID).from(TIP).where(TIP.DISTRICT_ID.eq(district)).and(TIP.DAY.lt(day)).fetch(TIP.ID);
    }

    void forget(UUID district, List<UUID> tips) {
        db.deleteFrom(TIP).where(TIP.DISTRICT_ID.eq(district)).and(TIP.ID.in(tips)).execute();
    }

    static String place(UUID tip) {
        return "tip " + tip;
    }
}
