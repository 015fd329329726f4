package org.daywatch.directory.visitors;

import static org.daywatch_db.directory.Tables.VISITOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.visitors.Visitors.By;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;
import org.daywatch_db.directory.tables.records.VisitorRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The list at the desk as stored. The district is bound. */
@Repository
@Transactional
public class VisitorStore {

    private final DSLContext db;

    VisitorStore(DSLContext db) {
        this.db = db;
    }

    /** Those in the school now, also of an earlier day where nobody signed them out. */
    @Transactional(readOnly = true)
    public List<Visitor> here(UUID school) {
        return list(VISITOR.SCHOOL_ID.eq(school).and(VISITOR.LEFT_AT.isNull()));
    }

    @Transactional(readOnly = true)
    public List<Visitor> ofDay(UUID school, LocalDate day) {
        return list(VISITOR.SCHOOL_ID.eq(school).and(VISITOR.DAY.eq(day).or(VISITOR.LEFT_AT.isNull())));
    }

    @Transactional(readOnly = true)
    public Visitor get(UUID school, UUID id) {
        return list(VISITOR.SCHOOL_ID.eq(school).and(VISITOR.ID.eq(id))).stream().findFirst()
                .orElseThrow(() -> new NotFound("visitor " + id));
    }

    private List<Visitor> list(Condition which) {
        return db.selectFrom(VISITOR).where(which).orderBy(VISITOR.LEFT_AT.desc().nullsFirst(), VISITOR.CAME_AT)
                .fetch(VisitorStore::visitor);
    }

    private static Visitor visitor(VisitorRecord r) {
        return new Visitor(r.getId(), r.getSchoolId(), r.getName(), r.getOrganization(), r.getVisits(), r.getPurpose(),
                r.getIdSeen(), r.getDay(), r.getBadge(),
                r.getCameAt(), r.getLeftAt());
    }

    /** Two desks at one school count on from each other: whoever comes second waits for the first. */
    int nextBadge(UUID school, LocalDate day) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 7))", school.toString());
        return 1 + db.select(DSL.coalesce(DSL.max(VISITOR.BADGE), 0)).from(VISITOR).where(VISITOR.SCHOOL_ID.eq(school))
                .and(VISITOR.DAY.eq(day)).fetchSingle().value1();
    }

    UUID insert(Campus school, Visitor.Entry entry, LocalDate day, int badge, By by, Instant now) {
        var id = Ids.next();
        db.insertInto(VISITOR).set(VISITOR.DISTRICT_ID, school.districtId()).set(VISITOR.ID, id)
                .set(VISITOR.SCHOOL_ID, school.id()).set(VISITOR.NAME, entry.name().strip())
                .set(VISITOR.ORGANIZATION, entry.organization().strip()).set(VISITOR.VISITS, entry.visits().strip())
                .set(VISITOR.PURPOSE, entry.purpose().strip())
                .set(VISITOR.ID_SEEN, entry.idSeen()).set(VISITOR.INSPECTS, entry.inspects()).set(VISITOR.DAY, day)
                .set(VISITOR.BADGE, badge).set(VISITOR.CAME_AT, now)
                .set(VISITOR.SIGNED_IN_BY, by.person()).set(VISITOR.KIOSK_ID, by.kiosk()).execute();
        return id;
    }

    /** @return false for one who has left already */
    boolean leaves(UUID id, Instant now) {
        return db.update(VISITOR).set(VISITOR.LEFT_AT, now).where(VISITOR.ID.eq(id)).and(VISITOR.LEFT_AT.isNull())
                .execute() > 0;
    }
}
