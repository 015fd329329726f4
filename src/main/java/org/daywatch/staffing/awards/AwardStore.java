package org.daywatch.staffing.awards;

import static org.daywatch_db.staffing.Tables.AWARD;
import static org.daywatch_db.staffing.Tables.OFFICER;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch_db.staffing.tables.records.AwardRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Awards as they were decided. The database lets nobody change or remove one. */
@Repository
@Transactional
public class AwardStore {

    private static final int MOST_LISTED = 30;

    private final DSLContext db;

    AwardStore(DSLContext db) {
        this.db = db;
    }

    /** @param record as it was written, to the byte */
    public record Stored(UUID id, UUID post, Instant decidedAt, String method, Award.Outcome outcome,
            @Nullable UUID officer, @Nullable UUID shift, String record,
            String digest) {}

    void insert(Award award, @Nullable UUID shift, String record, String digest) {
        db.insertInto(AWARD).set(AWARD.AGENCY_ID, award.agency()).set(AWARD.ID, award.id())
                .set(AWARD.POST_ID, award.place().post()).set(AWARD.DECIDED_AT, award.decidedAt())
                .set(AWARD.METHOD, award.ruling().method().name()).set(AWARD.OUTCOME, award.outcome().name())
                .set(AWARD.OFFICER_ID, award.winner().map(Candidate::officer).orElse(null)).set(AWARD.SHIFT_ID, shift)
                .set(AWARD.RECORD, record).set(AWARD.DIGEST, digest).execute();
    }

    @Transactional(readOnly = true)
    public Stored get(UUID id) {
        return db.selectFrom(AWARD).where(AWARD.ID.eq(id)).fetchOptional(AwardStore::stored)
                .orElseThrow(() -> new NotFound("award " + id));
    }

    @Transactional(readOnly = true)
    public Optional<Stored> ofPost(UUID post) {
        return db.selectFrom(AWARD).where(AWARD.POST_ID.eq(post)).fetchOptional(AwardStore::stored);
    }

    @Transactional(readOnly = true)
    List<Stored> list(Condition which, List<? extends OrderField<?>> order, int offset, int most) {
        return db.selectFrom(AWARD).where(which).orderBy(order).limit(most).offset(offset).fetch(AwardStore::stored);
    }

    /** The posts of the latest awards since a moment, the latest first. */
    @Transactional(readOnly = true)
    List<UUID> postsSince(Instant since) {
        return db.select(AWARD.POST_ID).from(AWARD).where(AWARD.DECIDED_AT.ge(since))
                .orderBy(AWARD.DECIDED_AT.desc(), AWARD.ID).limit(MOST_LISTED).fetch(AWARD.POST_ID);
    }

    @Transactional(readOnly = true)
    int count(Condition which) {
        return db.fetchCount(AWARD, which);
    }

    /** The record names officers by id; pages of the agency show who that is. */
    @Transactional(readOnly = true)
    Map<UUID, String> names(Collection<UUID> officers) {
        return db.select(OFFICER.ID, OFFICER.FULL_NAME).from(OFFICER).where(OFFICER.ID.in(officers))
                .fetchMap(OFFICER.ID, OFFICER.FULL_NAME);
    }

    private static Stored stored(AwardRecord r) {
        return new Stored(r.getId(), r.getPostId(), r.getDecidedAt(), r.getMethod(),
                Award.Outcome.valueOf(r.getOutcome()), r.getOfficerId(), r.getShiftId(), r.getRecord(),
                r.getDigest());
    }
}
