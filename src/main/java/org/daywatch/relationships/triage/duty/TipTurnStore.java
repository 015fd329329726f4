package org.daywatch.relationships.triage.duty;

import static org.daywatch_db.relationships.Tables.TIP_TURN;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.relationships.triage.DutyList.Turn;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Turns of a district. It is bound. */
@Repository
@Transactional
class TipTurnStore {

    private final DSLContext db;

    TipTurnStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    List<TipTurn> list(UUID district) {
        return db.selectFrom(TIP_TURN).where(TIP_TURN.DISTRICT_ID.eq(district))
                .orderBy(TIP_TURN.WEEKDAY, TIP_TURN.FROM_TIME, TIP_TURN.RANK, TIP_TURN.ID)
                .fetch(r -> new TipTurn(r.getId(), new Turn(r.getPersonId(), DayOfWeek.of(r.getWeekday()),
                        r.getFromTime(), r.getUntilTime(), r.getRank())));
    }

    Optional<TipTurn> find(UUID district, UUID id) {
        return list(district).stream().filter(turn -> turn.id().equals(id)).findFirst();
    }

    /** One that begins when another of the same person does takes its place. */
    void put(UUID district, UUID id, Turn turn) {
        db.insertInto(TIP_TURN).set(TIP_TURN.DISTRICT_ID, district).set(TIP_TURN.ID, id)
                .set(TIP_TURN.PERSON_ID, turn.person()).set(TIP_TURN.WEEKDAY, turn.day().getValue())
                .set(TIP_TURN.FROM_TIME, turn.from()).set(TIP_TURN.UNTIL_TIME, turn.until())
                .set(TIP_TURN.RANK, turn.rank())
                .onConflict(TIP_TURN.DISTRICT_ID, TIP_TURN.PERSON_ID, TIP_TURN.WEEKDAY, TIP_TURN.FROM_TIME).doUpdate()
                .set(TIP_TURN.UNTIL_TIME, turn.until()).set(TIP_TURN.RANK, turn.rank()).execute();
    }

    void remove(UUID district, UUID id) {
        db.deleteFrom(TIP_TURN).where(TIP_TURN.DISTRICT_ID.eq(district)).and(TIP_TURN.ID.eq(id)).execute();
    }
}
