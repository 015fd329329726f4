package org.daywatch.directory.canaries;

import static org.daywatch_db.directory.Tables.CANARY_KEY;
import static org.daywatch_db.directory.Tables.CANARY_PLACE;
import static org.daywatch_db.directory.Tables.CANARY_RETURN;
import static org.daywatch_db.directory.Tables.CANARY_ROW;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.daywatch.platform.cipher.KeyFile;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Key, places, marks and returns of invented students. The district is bound. */
@Repository
@Transactional
class CanaryStore implements EncryptedRecords {

    private final DSLContext db;
    private final DataCipher cipher;
    private final Clock clock;

    CanaryStore(DSLContext db, DataCipher cipher, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Made with the first place. */
    byte[] key() {
        var k = CANARY_KEY;
        db.insertInto(k).set(k.DISTRICT_ID, Tenancy.tenant())
                .set(k.SECRET, cipher.encrypt(KeyFile.secret(), place(Tenancy.tenant())))
                .set(k.MADE_AT, clock.instant()).onConflictDoNothing().execute();
        return kept().orElseThrow();
    }

    private Optional<byte[]> kept() {
        return db.select(CANARY_KEY.SECRET).from(CANARY_KEY).where(CANARY_KEY.DISTRICT_ID.eq(Tenancy.tenant()))
                .fetchOptional(CANARY_KEY.SECRET).map(secret -> cipher.decrypt(secret, place(Tenancy.tenant())));
    }

    private static String place(UUID district) {
        return "canary key " + district;
    }

    @Override
    public int renew() {
        var k = CANARY_KEY;
        int done = 0;
        for (var row : db.selectFrom(k).where(k.DISTRICT_ID.eq(Tenancy.tenant())).forNoKeyUpdate().fetch()) {
            if (cipher.upToDate(row.getSecret())) continue;
            done += db.update(k).set(k.SECRET, cipher.again(row.getSecret(), place(row.getDistrictId())))
                    .where(k.DISTRICT_ID.eq(row.getDistrictId())).execute();
        }
        return done;
    }

    @Transactional(readOnly = true)
    List<CanaryPlace> places() {
        var p = CANARY_PLACE;
        return db.selectFrom(p).where(p.DISTRICT_ID.eq(Tenancy.tenant())).and(p.ENDED_AT.isNull())
                .orderBy(p.PLACED_AT, p.ID)
                .fetch(r -> new CanaryPlace(r.getId(), r.getSchoolId(), r.getPlacedName(), r.getPlacedAt()));
    }

    /** @return false where one is placed there already */
    boolean place(UUID id, @Nullable UUID school, Actor by) {
        var p = CANARY_PLACE;
        return db.insertInto(p).set(p.DISTRICT_ID, Tenancy.tenant()).set(p.ID, id).set(p.SCHOOL_ID, school)
                .set(p.PLACED_BY, by.person()).set(p.PLACED_NAME, by.name()).set(p.PLACED_AT, clock.instant())
                .onConflictDoNothing().execute() == 1;
    }

    boolean end(UUID id, Actor by) {
        var p = CANARY_PLACE;
        return db.update(p).set(p.ENDED_AT, clock.instant()).set(p.ENDED_BY, by.person())
                .where(p.DISTRICT_ID.eq(Tenancy.tenant())).and(p.ID.eq(id)).and(p.ENDED_AT.isNull()).execute() == 1;
    }

    /** Whether a student of the district has the number, or had. */
    boolean belongsToSomebody(String number) {
        return db.fetchExists(ROSTER_PERSON, ROSTER_PERSON.DISTRICT_ID.eq(Tenancy.tenant())
                .and(DSL.lower(ROSTER_PERSON.SOURCED_ID).eq(number.toLowerCase(java.util.Locale.ROOT))));
    }

    /** @return false where another file carries that number */
    boolean keep(CanaryMarks.Mark mark) {
        var r = CANARY_ROW;
        return db.insertInto(r).set(r.DISTRICT_ID, Tenancy.tenant()).set(r.EXPORT_ID, mark.export())
                .set(r.NUMBER_MARK, mark.number()).set(r.NAME_MARK, mark.name())
                .onConflict(r.DISTRICT_ID, r.NUMBER_MARK).doNothing().execute() == 1;
    }

    /** Those of all files; no key is asked for where there is none. */
    @Transactional(readOnly = true)
    CanaryMarks marks() {
        var r = CANARY_ROW;
        var marks = db.selectFrom(r).where(r.DISTRICT_ID.eq(Tenancy.tenant()))
                .fetch(m -> new CanaryMarks.Mark(m.getExportId(), m.getNumberMark(), m.getNameMark()));
        return new CanaryMarks(marks.isEmpty() ? new byte[1] : kept().orElseThrow(), marks);
    }

    /** Files that carry one, with those of them that came back. */
    @Transactional(readOnly = true)
    List<UUID> carrying() {
        return db.select(CANARY_ROW.EXPORT_ID).from(CANARY_ROW).where(CANARY_ROW.DISTRICT_ID.eq(Tenancy.tenant()))
                .fetch(CANARY_ROW.EXPORT_ID);
    }

    /** @return false where the same was told on that day */
    boolean returned(CanaryMarks.Found found, String way, @Nullable UUID person, LocalDate day) {
        var r = CANARY_RETURN;
        return db.insertInto(r).set(r.DISTRICT_ID, Tenancy.tenant()).set(r.ID, Ids.next())
                .set(r.EXPORT_ID, found.export()).set(r.WAY, way).set(r.SURE, found.sure()).set(r.PERSON_ID, person)
                .set(r.DAY, day).set(r.AT, clock.instant()).onConflictDoNothing().execute() == 1;
    }

    @Transactional(readOnly = true)
    List<CanaryReturn> returns() {
        var r = CANARY_RETURN;
        return db.selectFrom(r).where(r.DISTRICT_ID.eq(Tenancy.tenant())).orderBy(r.AT.desc(), r.ID)
                .fetch(b -> new CanaryReturn(b.getExportId(), b.getWay(), b.getSure(), b.getPersonId(), b.getAt()));
    }
}
