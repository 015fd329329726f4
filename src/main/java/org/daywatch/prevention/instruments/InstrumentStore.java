package org.daywatch.prevention.instruments;

import static org.daywatch_db.prevention.Tables.INSTRUMENT;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch_db.prevention.tables.records.InstrumentRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Instruments as loaded. */
@Repository
@Transactional
class InstrumentStore {

    private final DSLContext db;
    private final Clock clock;

    InstrumentStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Row> find(String code, int edition) {
        return db.selectFrom(INSTRUMENT).where(INSTRUMENT.CODE.eq(code)).and(INSTRUMENT.EDITION.eq(edition)).fetch()
                .stream().findFirst().map(InstrumentStore::row);
    }

    @Transactional(readOnly = true)
    List<Row> list() {
        return db.selectFrom(INSTRUMENT).orderBy(INSTRUMENT.CODE, INSTRUMENT.EDITION.desc()).fetch()
                .map(InstrumentStore::row);
    }

    void retire(UUID district, String code, int edition) {
        if (db.update(INSTRUMENT).set(INSTRUMENT.RETIRED_AT, clock.instant()).where(INSTRUMENT.DISTRICT_ID.eq(district))
                .and(INSTRUMENT.CODE.eq(code)).and(INSTRUMENT.EDITION.eq(edition))
                .and(INSTRUMENT.RETIRED_AT.isNull()).execute() == 0)
            throw new NotFound("instrument " + code + " " + edition);
    }

    /** It was read when it came in; what reads it now is the same or newer. */
    private static Row row(InstrumentRecord r) {
        var read = InstrumentReader.read(r.getFile().getBytes(StandardCharsets.UTF_8));
        var instrument = read.instrument().orElseThrow(() -> new IllegalStateException(
                "instrument " + r.getCode() + " " + r.getEdition() + " cannot be read any more: " + read.faults()));
        return new Row(instrument, r.getFile(), r.getLoadedAt(), r.getLoadedBy(), r.getRetiredAt() != null);
    }

    record Row(Instrument instrument, String file, Instant at, String by, boolean retired) {}

    /** @return false where this edition is known already */
    boolean insert(UUID agency, UUID district, Instrument instrument, byte[] file, String by, Instant now) {
        return db.insertInto(INSTRUMENT).set(INSTRUMENT.AGENCY_ID, agency).set(INSTRUMENT.DISTRICT_ID, district)
                .set(INSTRUMENT.CODE, instrument.code())
                .set(INSTRUMENT.EDITION, instrument.edition()).set(INSTRUMENT.NAME, instrument.name().en())
                .set(INSTRUMENT.FILE, new String(file, StandardCharsets.UTF_8))
                .set(INSTRUMENT.LOADED_AT, now).set(INSTRUMENT.LOADED_BY, by).onConflictDoNothing().execute() > 0;
    }
}
