package org.daywatch.directory.visitors;

import static org.daywatch_db.directory.Tables.VISITOR;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DirectoryEvent.VisitorSignedIn;
import org.daywatch.directory.DirectoryEvent.VisitorSignedOut;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch_db.directory.tables.records.VisitorRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Visitors as stored. The district is bound; its agency reads nothing here. */
@Repository
@Transactional
public class Visitors {

    private final DSLContext db;
    private final Facts facts;
    private final Clock clock;

    Visitors(DSLContext db, Facts facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
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

    public Visitor signIn(Actor actor, Campus school, Visitor.Entry entry) {
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, school.zone());
        // Two desks at one school count on from each other: whoever comes second waits for the first.
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 7))", school.id().toString());
        int badge = 1 + db.select(DSL.coalesce(DSL.max(VISITOR.BADGE), 0)).from(VISITOR)
                .where(VISITOR.SCHOOL_ID.eq(school.id())).and(VISITOR.DAY.eq(day))
                .fetchSingle().value1();
        var id = Ids.next();
        db.insertInto(VISITOR).set(VISITOR.DISTRICT_ID, school.districtId()).set(VISITOR.ID, id)
                .set(VISITOR.SCHOOL_ID, school.id()).set(VISITOR.NAME, entry.name().strip())
                .set(VISITOR.ORGANIZATION, entry.organization().strip()).set(VISITOR.VISITS, entry.visits().strip())
                .set(VISITOR.PURPOSE, entry.purpose().strip())
                .set(VISITOR.ID_SEEN, entry.idSeen()).set(VISITOR.INSPECTS, entry.inspects()).set(VISITOR.DAY, day)
                .set(VISITOR.BADGE, badge).set(VISITOR.CAME_AT, now)
                .set(VISITOR.SIGNED_IN_BY, actor.person()).execute();
        facts.tell(new VisitorSignedIn(school.districtId(), id, now, school.id(), badge, entry.inspects()));
        return get(school.id(), id);
    }

    public void signOut(Campus school, UUID id) {
        var visitor = get(school.id(), id);
        var now = clock.instant();
        int left = db.update(VISITOR).set(VISITOR.LEFT_AT, now).where(VISITOR.ID.eq(id)).and(VISITOR.LEFT_AT.isNull())
                .execute();
        if (left == 0) throw new Refused(DirectoryRefusal.VISITOR_LEFT);
        facts.tell(new VisitorSignedOut(school.districtId(), id, now, school.id(), visitor.badge()));
    }

    /** By the number on their badge, without showing who else is in the school. */
    public Visitor signOutByBadge(Campus school, int badge) {
        var visitor = here(school.id()).stream().filter(v -> v.badge() == badge).reduce((first, last) -> last)
                .orElseThrow(() -> new Refused(DirectoryRefusal.BADGE_UNKNOWN, java.util.Map.of("badge", badge)));
        signOut(school, visitor.id());
        return visitor;
    }

    private List<Visitor> list(Condition which) {
        return db.selectFrom(VISITOR).where(which).orderBy(VISITOR.LEFT_AT.desc().nullsFirst(), VISITOR.CAME_AT)
                .fetch(Visitors::visitor);
    }

    private static Visitor visitor(VisitorRecord r) {
        return new Visitor(r.getId(), r.getSchoolId(), r.getName(), r.getOrganization(), r.getVisits(), r.getPurpose(),
                r.getIdSeen(), r.getDay(), r.getBadge(),
                r.getCameAt(), r.getLeftAt());
    }
}
