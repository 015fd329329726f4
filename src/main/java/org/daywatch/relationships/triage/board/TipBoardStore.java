package org.daywatch.relationships.triage.board;

import static org.daywatch_db.relationships.Tables.TIP_BOARD;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch_db.relationships.tables.records.TipBoardRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sums as stored: one sealed row for each district, filled up to one length, so that no digit more shows. The
 * district is bound.
 */
@Repository
@Transactional
class TipBoardStore {

    private static final int FILLED_TO = 16 * 1024;

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    TipBoardStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
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
        byte[] plain = json.writeValueAsBytes(counted.sums());
        byte[] filled = Arrays.copyOf(plain, (plain.length / FILLED_TO + 1) * FILLED_TO);
        Arrays.fill(filled, plain.length, filled.length, (byte) ' ');
        db.update(TIP_BOARD).set(TIP_BOARD.COUNTED_UNTIL, counted.until())
                .set(TIP_BOARD.BODY, keys.seal(district, key(district), filled, place(district)))
                .where(TIP_BOARD.DISTRICT_ID.eq(district)).execute();
    }

    /** Where the key is gone nothing of it is known any more: it begins anew. */
    private Counted read(TipBoardRecord r) {
        var sums = r.getBody() == null
                ? new Sums(Map.of())
                : keys.open(r.getDistrictId(), key(r.getDistrictId()), r.getBody(), place(r.getDistrictId()))
                        .map(bytes -> json.readValue(bytes, Sums.class)).orElse(new Sums(Map.of()));
        return new Counted(r.getCountedUntil(), sums);
    }

    private static UUID key(UUID district) {
        return UUID.nameUUIDFromBytes(place(district).getBytes(StandardCharsets.UTF_8));
    }

    private static String place(UUID district) {
        return "tip board " + district;
    }
}
