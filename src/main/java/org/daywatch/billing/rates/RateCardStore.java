package org.daywatch.billing.rates;

import static org.daywatch_db.billing.Tables.RATE_CARD;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.billing.tables.records.RateCardRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rate cards as rows. */
@Repository
@Transactional
class RateCardStore {

    private final DSLContext db;

    RateCardStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    List<RateCard> list() {
        return db.selectFrom(RATE_CARD).orderBy(RATE_CARD.VALID_FROM.desc(), RATE_CARD.ROLE, RATE_CARD.ID)
                .fetch(RateCardStore::card);
    }

    @Transactional(readOnly = true)
    Optional<RateCard> find(UUID id) {
        return db.selectFrom(RATE_CARD).where(RATE_CARD.ID.eq(id)).fetchOptional(RateCardStore::card);
    }

    /** @return false where that district already has a card for the role that begins on that day */
    boolean insert(RateCard c, @Nullable UUID person) {
        return db.insertInto(RATE_CARD).set(RATE_CARD.AGENCY_ID, Tenancy.tenant()).set(RATE_CARD.ID, c.id())
                .set(RATE_CARD.DISTRICT_ID, c.district()).set(RATE_CARD.ROLE, c.role())
                .set(RATE_CARD.CENTS_PER_HOUR, c.centsPerHour()).set(RATE_CARD.LEAST_MINUTES, c.leastMinutes())
                .set(RATE_CARD.VALID_FROM, c.from()).set(RATE_CARD.VALID_TO, c.to())
                .set(RATE_CARD.SOURCE, c.source()).set(RATE_CARD.SET_BY, person).set(RATE_CARD.SET_AT, c.setAt())
                .onConflictDoNothing().execute() == 1;
    }

    /** @return false where it was withdrawn before */
    boolean withdraw(UUID id, String reason, @Nullable UUID person, Instant now) {
        return db.update(RATE_CARD).set(RATE_CARD.WITHDRAWN_AT, now).set(RATE_CARD.WITHDRAWN_BY, person)
                .set(RATE_CARD.WITHDRAWN_REASON, reason)
                .where(RATE_CARD.ID.eq(id)).and(RATE_CARD.WITHDRAWN_AT.isNull()).execute() == 1;
    }

    private static RateCard card(RateCardRecord r) {
        return new RateCard(r.getId(), r.getDistrictId(), r.getRole(), r.getCentsPerHour(), r.getLeastMinutes(),
                r.getValidFrom(), r.getValidTo(), r.getSource(), r.getSetAt(),
                r.getWithdrawnAt(), r.getWithdrawnReason());
    }
}
