package org.daywatch.relationships.tips.thread;

import static org.daywatch_db.relationships.Tables.TIP;
import static org.daywatch_db.relationships.Tables.TIP_MESSAGE;
import static org.daywatch_db.relationships.Tables.TIP_OPENING;
import static org.daywatch_db.relationships.Tables.TIP_RECEIPT;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.access.CaseReader.Part;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of threads. What was said lies there sealed; whoever stores and reads it seals and opens it. */
@Repository
@Transactional
public class TipThreadStore {

    private final DSLContext db;

    TipThreadStore(DSLContext db) {
        this.db = db;
    }

    /** Where a receipt leads. */
    public record Place(UUID district, UUID tip) {

        public static String ofTip(UUID tip) {
            return "tip " + tip;
        }

        public static String ofMessage(UUID message) {
            return "tip message " + message;
        }
    }

    record Tip(UUID school, LocalDate day, boolean lifeSafety, byte[] body) {}

    record Sealed(UUID id, LocalDate day, Optional<Part> role, byte[] body) {}

    /** Read before anybody is bound. */
    public Optional<Place> find(byte[] mark) {
        return db.selectFrom(TIP_RECEIPT).where(TIP_RECEIPT.MARK.eq(mark))
                .fetchOptional(r -> new Place(r.getDistrictId(), r.getTipId()));
    }

    /** The first one of a mark counts. */
    public void keep(byte[] mark, Place at) {
        db.insertInto(TIP_RECEIPT).set(TIP_RECEIPT.MARK, mark).set(TIP_RECEIPT.DISTRICT_ID, at.district())
                .set(TIP_RECEIPT.TIP_ID, at.tip()).onConflictDoNothing().execute();
    }

    /** @param role null: the writer. @return false where it was there already, and stays as it is */
    public boolean append(Place at, UUID id, LocalDate day, @Nullable Part role, byte[] body) {
        db.select(TIP.ID).from(TIP).where(TIP.DISTRICT_ID.eq(at.district())).and(TIP.ID.eq(at.tip())).forUpdate()
                .fetchOne(); // whoever adds to this thread waits
        var m = TIP_MESSAGE;
        if (db.fetchExists(m, m.DISTRICT_ID.eq(at.district()).and(m.ID.eq(id)))) return false;
        int last = db.select(DSL.coalesce(DSL.max(m.POSITION), 0)).from(m).where(m.DISTRICT_ID.eq(at.district()))
                .and(m.TIP_ID.eq(at.tip())).fetchSingle().value1();
        db.insertInto(m).set(m.DISTRICT_ID, at.district()).set(m.ID, id).set(m.TIP_ID, at.tip())
                .set(m.POSITION, last + 1).set(m.DAY, day).set(m.FROM_WRITER, role == null)
                .set(m.ROLE, role == null ? null : role.name()).set(m.BODY, body).execute();
        return true;
    }

    public void becomeLifeSafety(Place at) {
        db.update(TIP).set(TIP.IS_LIFE_SAFETY, true).where(TIP.DISTRICT_ID.eq(at.district()))
                .and(TIP.ID.eq(at.tip())).execute();
    }

    Optional<Tip> tip(Place at) {
        return db.selectFrom(TIP).where(TIP.DISTRICT_ID.eq(at.district())).and(TIP.ID.eq(at.tip()))
                .fetchOptional(r -> new Tip(r.getSchoolId(), r.getDay(), r.getIsLifeSafety(), r.getBody()));
    }

    List<Sealed> messages(Place at) {
        var m = TIP_MESSAGE;
        return db.selectFrom(m).where(m.DISTRICT_ID.eq(at.district())).and(m.TIP_ID.eq(at.tip())).orderBy(m.POSITION)
                .fetch(r -> new Sealed(r.getId(), r.getDay(), Optional.ofNullable(r.getRole()).map(Part::valueOf),
                        r.getBody()));
    }

    void open(Place at, Part role) {
        db.insertInto(TIP_OPENING).set(TIP_OPENING.DISTRICT_ID, at.district()).set(TIP_OPENING.TIP_ID, at.tip())
                .set(TIP_OPENING.ROLE, role.name()).onConflictDoNothing().execute();
    }

    Set<Part> openedBy(Place at) {
        var opened = EnumSet.noneOf(Part.class);
        db.selectFrom(TIP_OPENING).where(TIP_OPENING.DISTRICT_ID.eq(at.district()))
                .and(TIP_OPENING.TIP_ID.eq(at.tip())).forEach(r -> opened.add(Part.valueOf(r.getRole())));
        return opened;
    }

    boolean hasReceipt(Place at) {
        return db.fetchExists(TIP_RECEIPT,
                TIP_RECEIPT.DISTRICT_ID.eq(at.district()).and(TIP_RECEIPT.TIP_ID.eq(at.tip())));
    }

    void forgetReceipt(Place at) {
        db.deleteFrom(TIP_RECEIPT).where(TIP_RECEIPT.DISTRICT_ID.eq(at.district()))
                .and(TIP_RECEIPT.TIP_ID.eq(at.tip())).execute();
    }
}
