package org.daywatch.staffing.replacement;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.REPLACEMENT;
import static org.daywatch_db.staffing.Tables.REPLACEMENT_OFFER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.ReplacementEvent.WaveSent;
import org.daywatch.staffing.replacement.Replacement.Cause;
import org.daywatch.staffing.replacement.Replacement.State;
import org.daywatch_db.staffing.tables.records.ReplacementRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Searches and who was asked in them. */
@Repository
@Transactional
class ReplacementStore {

    private final DSLContext db;

    ReplacementStore(DSLContext db) {
        this.db = db;
    }

    /** @return false when one is under way for the post already, or this missing officer has been noticed before */
    boolean insert(Replacement r) {
        var row = db.newRecord(REPLACEMENT);
        row.setAgencyId(r.agencyId());
        row.setId(r.id());
        row.setDistrictId(r.districtId());
        row.setSchoolId(r.schoolId());
        row.setPostId(r.postId());
        row.setShiftId(r.shiftId());
        row.setCause(r.cause().name());
        row.setStartedAt(r.startedAt());
        row.setStartsAt(r.window().start());
        row.setEndsAt(r.window().end());
        row.setVersion(0);
        write(row, r);
        return db.insertInto(REPLACEMENT).set(row).onConflictDoNothing().execute() == 1;
    }

    void save(Replacement r) {
        var row = db.newRecord(REPLACEMENT);
        write(row, r);
        row.setVersion(r.version() + 1);
        int hit = db.update(REPLACEMENT).set(row).where(REPLACEMENT.ID.eq(r.id()))
                .and(REPLACEMENT.VERSION.eq(r.version())).execute();
        if (hit == 0) throw new Stale("replacement " + r.id());
    }

    Replacement lock(UUID id) {
        return one(REPLACEMENT.ID.eq(id)).orElseThrow(() -> new NotFound("replacement " + id));
    }

    /** The one under way, or the one that found nobody: its post may still be taken by somebody. */
    Optional<Replacement> lockOfPost(UUID post) {
        return db.selectFrom(REPLACEMENT).where(REPLACEMENT.POST_ID.eq(post))
                .and(REPLACEMENT.STATE.in("SEARCHING", "EXHAUSTED"))
                .orderBy(REPLACEMENT.STARTED_AT.desc(), REPLACEMENT.ID.desc())
                .limit(1).forNoKeyUpdate().fetchOptional(ReplacementStore::replacement);
    }

    Optional<UUID> postOf(UUID id) {
        return db.select(REPLACEMENT.POST_ID).from(REPLACEMENT).where(REPLACEMENT.ID.eq(id))
                .fetchOptional(REPLACEMENT.POST_ID);
    }

    List<UUID> due(Instant now) {
        return db.select(REPLACEMENT.ID).from(REPLACEMENT).where(REPLACEMENT.STATE.eq("SEARCHING"))
                .and(REPLACEMENT.NEXT_AT.le(now)).orderBy(REPLACEMENT.NEXT_AT).fetch(REPLACEMENT.ID);
    }

    Set<UUID> asked(UUID replacement) {
        return db.select(REPLACEMENT_OFFER.OFFICER_ID).from(REPLACEMENT_OFFER)
                .where(REPLACEMENT_OFFER.REPLACEMENT_ID.eq(replacement)).fetchSet(REPLACEMENT_OFFER.OFFICER_ID);
    }

    void ask(WaveSent wave) {
        int place = 0;
        for (var officer : wave.officers()) {
            db.insertInto(REPLACEMENT_OFFER).set(REPLACEMENT_OFFER.AGENCY_ID, wave.tenant())
                    .set(REPLACEMENT_OFFER.ID, Ids.next()).set(REPLACEMENT_OFFER.REPLACEMENT_ID, wave.id())
                    .set(REPLACEMENT_OFFER.WAVE, wave.wave()).set(REPLACEMENT_OFFER.PLACE, ++place)
                    .set(REPLACEMENT_OFFER.OFFICER_ID, officer)
                    .set(REPLACEMENT_OFFER.DEPARTMENT_ID,
                            db.select(OFFICER.DEPARTMENT_ID).from(OFFICER).where(OFFICER.ID.eq(officer)))
                    .set(REPLACEMENT_OFFER.SENT_AT, wave.at()).set(REPLACEMENT_OFFER.EXPIRES_AT, wave.until())
                    .set(REPLACEMENT_OFFER.STATE, "ASKED").execute();
        }
    }

    record Asked(UUID id, UUID replacement, UUID officer, UUID post, Instant expiresAt, String state) {}

    /** What this officer was asked; read without a lock, since the search is locked before any answer counts. */
    Optional<Asked> asked(UUID offer, UUID officer) {
        return db
                .select(REPLACEMENT_OFFER.ID, REPLACEMENT_OFFER.REPLACEMENT_ID, REPLACEMENT_OFFER.OFFICER_ID,
                        REPLACEMENT.POST_ID, REPLACEMENT_OFFER.EXPIRES_AT, REPLACEMENT_OFFER.STATE)
                .from(REPLACEMENT_OFFER).join(REPLACEMENT).on(REPLACEMENT.AGENCY_ID.eq(REPLACEMENT_OFFER.AGENCY_ID))
                .and(REPLACEMENT.ID.eq(REPLACEMENT_OFFER.REPLACEMENT_ID))
                .where(REPLACEMENT_OFFER.ID.eq(offer)).and(REPLACEMENT_OFFER.OFFICER_ID.eq(officer))
                .fetchOptional(r -> new Asked(r.get(REPLACEMENT_OFFER.ID), r.get(REPLACEMENT_OFFER.REPLACEMENT_ID),
                        r.get(REPLACEMENT_OFFER.OFFICER_ID), r.get(REPLACEMENT.POST_ID),
                        r.get(REPLACEMENT_OFFER.EXPIRES_AT), r.get(REPLACEMENT_OFFER.STATE)));
    }

    /** @return false when they had answered already */
    boolean answer(UUID replacement, UUID officer, String answer, Instant now) {
        return db.update(REPLACEMENT_OFFER).set(REPLACEMENT_OFFER.STATE, answer).set(REPLACEMENT_OFFER.ANSWERED_AT, now)
                .where(REPLACEMENT_OFFER.REPLACEMENT_ID.eq(replacement))
                .and(REPLACEMENT_OFFER.OFFICER_ID.eq(officer)).and(REPLACEMENT_OFFER.STATE.eq("ASKED")).execute() == 1;
    }

    void closeOthers(UUID replacement) {
        db.update(REPLACEMENT_OFFER).set(REPLACEMENT_OFFER.STATE, "TAKEN")
                .where(REPLACEMENT_OFFER.REPLACEMENT_ID.eq(replacement)).and(REPLACEMENT_OFFER.STATE.eq("ASKED"))
                .execute();
    }

    /** Who may still say yes. */
    int waiting(UUID replacement, Instant now) {
        return db.fetchCount(REPLACEMENT_OFFER, REPLACEMENT_OFFER.REPLACEMENT_ID.eq(replacement)
                .and(REPLACEMENT_OFFER.STATE.eq("ASKED")).and(REPLACEMENT_OFFER.EXPIRES_AT.gt(now)));
    }

    private Optional<Replacement> one(Condition which) {
        return db.selectFrom(REPLACEMENT).where(which).forNoKeyUpdate().fetchOptional(ReplacementStore::replacement);
    }

    private static void write(ReplacementRecord row, Replacement r) {
        row.setState(r.state().code());
        row.setWave(r.state().wave());
        row.setAsked(r.asked());
        row.setDeclined(r.declined());
        row.setNextAt(r.state() instanceof State.Searching s ? s.nextAt() : null);
        row.setFilledBy(r.state() instanceof State.Filled f ? f.officer() : null);
        row.setReason(r.state() instanceof State.Withdrawn w ? w.reason() : "");
        row.setEndedAt(switch (r.state()) {
            case State.Searching _ -> null;
            case State.Filled f -> f.at();
            case State.Exhausted e -> e.at();
            case State.Withdrawn w -> w.at();
        });
    }

    static Replacement replacement(ReplacementRecord r) {
        State state = switch (r.getState()) {
            case "SEARCHING" -> new State.Searching(r.getWave(), r.getNextAt());
            case "FILLED" -> new State.Filled(r.getEndedAt(), r.getFilledBy(), r.getWave());
            case "EXHAUSTED" -> new State.Exhausted(r.getEndedAt(), r.getWave());
            default -> new State.Withdrawn(r.getEndedAt(), r.getWave(), r.getReason());
        };
        return new Replacement(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getPostId(),
                r.getShiftId(), Cause.valueOf(r.getCause()), r.getStartedAt(),
                new Window(r.getStartsAt(), r.getEndsAt()), r.getAsked(), r.getDeclined(), state, r.getVersion());
    }

    /** The post is offered to the departments up to this rank. */
    void widen(UUID post, int rank) {
        db.update(POST).set(POST.POSTED_RANK, rank).set(POST.VERSION, POST.VERSION.plus(1)).where(POST.ID.eq(post))
                .and(POST.POSTED_RANK.lt(rank)).execute();
    }
}
