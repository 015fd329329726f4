package org.daywatch.relationships.triage.board;

import static org.daywatch_db.relationships.Tables.TIP_BOARD;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.relationships.sums.SealedSums;
import org.daywatch_db.relationships.tables.records.TipBoardRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sums as stored: one sealed row for each district. The district is bound.
 */
@Repository
@Transactional
class TipBoardStore {

    private final DSLContext db;
    private final SealedSums sealed;

    TipBoardStore(DSLContext db, SealedSums sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    record Sums(Map<UUID, SchoolSums> schools) {}

    /** @param until the first Monday that was not counted */
    record Counted(LocalDate until, Sums sums) {}

    @Transactional(readOnly = true)
    Optional<Counted> find(UUID district) {
        return db.selectFrom(TIP_BOARD).where(TIP_BOARD.DISTRICT_ID.eq(district)).fetchOptional().map(this::read);
    }

    /** Of two nodes one counts. @param beginning the first Monday to count, where nothing was counted yet */
    Counted lock(UUID district, LocalDate beginning) {
        db.insertInto(TIP_BOARD).set(TIP_BOARD.DISTRICT_ID, district).set(TIP_BOARD.COUNTED_FROM, beginning)
                .set(TIP_BOARD.COUNTED_UNTIL, beginning).onConflictDoNothing().execute();
        return read(db.selectFrom(TIP_BOARD).where(TIP_BOARD.DISTRICT_ID.eq(district)).forNoKeyUpdate().fetchSingle());
    }

    void save(UUID district, Counted counted) {
        db.update(TIP_BOARD).set(TIP_BOARD.COUNTED_UNTIL, counted.until())
                .set(TIP_BOARD.BODY, sealed.seal(district, place(district), counted.sums()))
                .where(TIP_BOARD.DISTRICT_ID.eq(district)).execute();
    }

    /** Where the key is gone nothing of it is known any more: it begins anew. */
    private Counted read(TipBoardRecord r) {
        var sums = sealed.open(r.getDistrictId(), place(r.getDistrictId()), r.getBody(), Sums.class)
                .orElse(new Sums(Map.of()));
        return new Counted(r.getCountedUntil(), sums);
    }

    private static String place(UUID district) {
        return "tip board " + district;
    }
}
