package org.daywatch.directory.visitors;

import static org.daywatch_db.directory.Tables.WAITING_VISITOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.visitors.VisitorCheck.Match;
import org.daywatch.directory.visitors.VisitorCheck.Matched;
import org.daywatch.directory.visitors.Visitors.By;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch_db.directory.tables.records.WaitingVisitorRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Waiting visitors as stored. The district is bound. */
@Repository
@Transactional
class WaitingVisitorStore {

    private final DSLContext db;

    WaitingVisitorStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    List<WaitingVisitor> ofSchool(UUID school) {
        return list(WAITING_VISITOR.SCHOOL_ID.eq(school).and(WAITING_VISITOR.DECIDED_AT.isNull()));
    }

    /** Decided since then, the latest last. */
    @Transactional(readOnly = true)
    List<WaitingVisitor> decided(UUID school, Instant since) {
        return list(WAITING_VISITOR.SCHOOL_ID.eq(school).and(WAITING_VISITOR.DECIDED_AT.ge(since)));
    }

    Optional<WaitingVisitor> lock(UUID school, UUID id) {
        return db.selectFrom(WAITING_VISITOR).where(WAITING_VISITOR.SCHOOL_ID.eq(school))
                .and(WAITING_VISITOR.ID.eq(id)).forUpdate().fetchOptional(WaitingVisitorStore::waiting);
    }

    UUID insert(Campus school, Visitor.Entry entry, Match match, By by, Instant now) {
        var id = Ids.next();
        var w = WAITING_VISITOR;
        db.insertInto(w).set(w.DISTRICT_ID, school.districtId()).set(w.ID, id).set(w.SCHOOL_ID, school.id())
                .set(w.NAME, entry.name().strip()).set(w.ORGANIZATION, entry.organization().strip())
                .set(w.VISITS, entry.visits().strip()).set(w.PURPOSE, entry.purpose().strip())
                .set(w.ID_SEEN, entry.idSeen()).set(w.INSPECTS, entry.inspects()).set(w.CAME_AT, now)
                .set(w.SIGNED_IN_BY, by.person()).set(w.KIOSK_ID, by.kiosk()).set(w.MATCHED, match.matched().name())
                .set(w.LISTED, match.listed()).set(w.REASON, match.reason()).set(w.STUDENT_ID, match.student())
                .execute();
        return id;
    }

    void decide(UUID id, Actor by, boolean admitted, String why, @Nullable UUID visitor, Instant now) {
        var w = WAITING_VISITOR;
        db.update(w).set(w.DECIDED_AT, now).set(w.DECIDED_BY, by.person()).set(w.DECIDED_NAME, by.name())
                .set(w.DECIDED_WHY, why).set(w.ADMITTED, admitted).set(w.VISITOR_ID, visitor).where(w.ID.eq(id))
                .execute();
    }

    private List<WaitingVisitor> list(Condition which) {
        return db.selectFrom(WAITING_VISITOR).where(which).orderBy(WAITING_VISITOR.CAME_AT, WAITING_VISITOR.ID)
                .fetch(WaitingVisitorStore::waiting);
    }

    private static WaitingVisitor waiting(WaitingVisitorRecord r) {
        return new WaitingVisitor(r.getId(), r.getSchoolId(),
                new Visitor.Entry(r.getName(), r.getOrganization(), r.getVisits(), r.getPurpose(), r.getIdSeen(),
                        r.getInspects()),
                new Match(Matched.valueOf(r.getMatched()), r.getListed(), r.getReason(), r.getStudentId()),
                r.getCameAt(), r.getKioskId(), r.getAdmitted(),
                r.getDecidedName() == null ? "" : r.getDecidedName(),
                r.getDecidedWhy() == null ? "" : r.getDecidedWhy());
    }
}
