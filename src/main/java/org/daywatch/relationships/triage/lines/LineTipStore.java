package org.daywatch.relationships.triage.lines;

import static org.daywatch_db.relationships.Tables.LINE_TIP;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.relationships.triage.TipCategory;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Of which line a tip is. The district is bound. */
@Repository
@Transactional
class LineTipStore {

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    LineTipStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    private record Body(Instant receivedAt, @Nullable TipCategory category, String language) {}

    /** @return false where the line's number is there already; of two at once the second waits for the first */
    boolean insert(UUID district, UUID tip, LineTip one) {
        var body = new Body(one.receivedAt(), one.category(), one.language());
        return db.insertInto(LINE_TIP).set(LINE_TIP.DISTRICT_ID, district).set(LINE_TIP.LINE, one.line())
                .set(LINE_TIP.NUMBER, one.number()).set(LINE_TIP.TIP_ID, tip)
                .set(LINE_TIP.BODY, keys.seal(district, tip, json.writeValueAsBytes(body), place(tip)))
                .onConflict(LINE_TIP.DISTRICT_ID, LINE_TIP.LINE, LINE_TIP.NUMBER).doNothing().execute() == 1;
    }

    boolean isKnown(UUID district, LineTip one) {
        return db.fetchExists(LINE_TIP, LINE_TIP.DISTRICT_ID.eq(district).and(LINE_TIP.LINE.eq(one.line()))
                .and(LINE_TIP.NUMBER.eq(one.number())));
    }

    @Transactional(readOnly = true)
    Optional<LineOrigin> find(UUID tip) {
        return db.selectFrom(LINE_TIP).where(LINE_TIP.TIP_ID.eq(tip)).fetchOptional()
                .flatMap(r -> keys.open(r.getDistrictId(), tip, r.getBody(), place(tip)).map(bytes -> {
                    var body = json.readValue(bytes, Body.class);
                    return new LineOrigin(r.getLine(), r.getNumber(), body.receivedAt(), body.category(),
                            body.language());
                }));
    }

    private static String place(UUID tip) {
        return "line tip " + tip;
    }
}
