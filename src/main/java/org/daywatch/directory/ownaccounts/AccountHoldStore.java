package org.daywatch.directory.ownaccounts;

import static org.daywatch_db.directory.Tables.ACCOUNT_HOLD;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.ownaccounts.AccountHold.Ground;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Holds as rows. The district is bound. */
@Repository
@Transactional
class AccountHoldStore {

    private final DSLContext db;

    AccountHoldStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    Optional<AccountHold> open(UUID student) {
        return db.selectFrom(ACCOUNT_HOLD).where(ACCOUNT_HOLD.STUDENT_ID.eq(student))
                .and(ACCOUNT_HOLD.ENDED_AT.isNull())
                .fetchOptional(r -> new AccountHold(r.getId(), r.getStudentId(), Ground.valueOf(r.getGround()),
                        r.getPaper(), r.getPlacedName(), r.getPlacedAt()));
    }

    void insert(UUID district, AccountHold hold, UUID by) {
        db.insertInto(ACCOUNT_HOLD).set(ACCOUNT_HOLD.DISTRICT_ID, district).set(ACCOUNT_HOLD.ID, hold.id())
                .set(ACCOUNT_HOLD.STUDENT_ID, hold.student()).set(ACCOUNT_HOLD.GROUND, hold.ground().name())
                .set(ACCOUNT_HOLD.PAPER, hold.paper()).set(ACCOUNT_HOLD.PLACED_BY, by)
                .set(ACCOUNT_HOLD.PLACED_NAME, hold.placedBy()).set(ACCOUNT_HOLD.PLACED_AT, hold.placedAt()).execute();
    }

    void end(UUID id, UUID by, Instant now) {
        db.update(ACCOUNT_HOLD).set(ACCOUNT_HOLD.ENDED_BY, by).set(ACCOUNT_HOLD.ENDED_AT, now)
                .where(ACCOUNT_HOLD.ID.eq(id)).and(ACCOUNT_HOLD.ENDED_AT.isNull()).execute();
    }
}
