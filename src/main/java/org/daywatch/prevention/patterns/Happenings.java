package org.daywatch.prevention.patterns;

import static org.daywatch_db.prevention.Tables.HAPPENING;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.prevention.patterns.Happening.Kind;
import org.daywatch.prevention.patterns.Happening.Source;
import org.daywatch.prevention.patterns.Period.Noted;
import org.daywatch_db.prevention.tables.records.HappeningRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What happened, as stored. */
@Repository
@Transactional
public class Happenings {

    private final DSLContext db;
    private final Forms forms;
    private final AuditLog audit;
    private final Clock clock;

    Happenings(DSLContext db, Forms forms, AuditLog audit, Clock clock) {
        this.db = db;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wrote down, once for each form. */
    void add(Happening h, UUID form) {
        if (forms.first(form) && insert(h))
            audit.act("HappeningAdded", "school " + h.schoolId(), Map.of("kind", h.kind()));
    }

    /** @return false where it is known already */
    public boolean insert(Happening h) {
        return db.insertInto(HAPPENING).set(HAPPENING.AGENCY_ID, h.agencyId()).set(HAPPENING.ID, h.id())
                .set(HAPPENING.DISTRICT_ID, h.districtId()).set(HAPPENING.SCHOOL_ID, h.schoolId())
                .set(HAPPENING.DAY, h.day()).set(HAPPENING.HOUR, h.hour()).set(HAPPENING.KIND, h.kind().name())
                .set(HAPPENING.SOURCE, h.source().name()).set(HAPPENING.PLACE, h.place())
                .set(HAPPENING.ZONE_ID, h.zone()).set(HAPPENING.WRITTEN_AT, clock.instant()).onConflictDoNothing()
                .execute() == 1;
    }

    /** It was a false alarm; where it was shown already, that stands. */
    void drop(UUID id) {
        db.update(HAPPENING).set(HAPPENING.DROPPED_AT, clock.instant()).where(HAPPENING.ID.eq(id))
                .and(HAPPENING.DROPPED_AT.isNull()).execute();
    }

    @Transactional(readOnly = true)
    List<Noted> noted(UUID school, Period period) {
        return db.selectFrom(HAPPENING).where(HAPPENING.SCHOOL_ID.eq(school))
                .and(HAPPENING.DAY.between(period.from(), period.to()))
                .orderBy(HAPPENING.DAY, HAPPENING.HOUR, HAPPENING.ID)
                .fetch(r -> new Noted(happening(r), r.getWrittenAt(), r.getPlacedAt(), r.getDroppedAt()));
    }

    /** Of which nobody has said where; the last first. */
    @Transactional(readOnly = true)
    List<Happening> unplaced(UUID school, LocalDate since) {
        return list(HAPPENING.SCHOOL_ID.eq(school).and(HAPPENING.ZONE_ID.isNull()).and(HAPPENING.DROPPED_AT.isNull())
                .and(HAPPENING.DAY.ge(since))).reversed();
    }

    /** The first day of which this school had any record then; before it nothing is known. */
    @Transactional(readOnly = true)
    Optional<LocalDate> first(UUID school, Instant then) {
        return Optional.ofNullable(db.select(DSL.min(HAPPENING.DAY)).from(HAPPENING)
                .where(HAPPENING.SCHOOL_ID.eq(school)).and(HAPPENING.WRITTEN_AT.lt(then)).fetchOne(0, LocalDate.class));
    }

    /** Of these schools the one of which most is written down; empty where nothing is. */
    @Transactional(readOnly = true)
    Optional<UUID> most(Collection<UUID> schools) {
        return db.select(HAPPENING.SCHOOL_ID).from(HAPPENING)
                .where(HAPPENING.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))).groupBy(HAPPENING.SCHOOL_ID)
                .orderBy(DSL.count().desc(), HAPPENING.SCHOOL_ID).limit(1).fetchOptional(HAPPENING.SCHOOL_ID);
    }

    void place(UUID school, UUID id, UUID zone) {
        int hit = db.update(HAPPENING).set(HAPPENING.ZONE_ID, zone).set(HAPPENING.PLACED_AT, clock.instant())
                .where(HAPPENING.ID.eq(id)).and(HAPPENING.SCHOOL_ID.eq(school))
                .and(HAPPENING.ZONE_ID.isNull()).execute();
        if (hit == 0) throw new NotFound("happening " + id);
    }

    int forget(LocalDate before) {
        return db.deleteFrom(HAPPENING).where(HAPPENING.AGENCY_ID.eq(Tenancy.tenant())).and(HAPPENING.DAY.lt(before))
                .execute();
    }

    private List<Happening> list(Condition which) {
        return db.selectFrom(HAPPENING).where(which).orderBy(HAPPENING.DAY, HAPPENING.HOUR, HAPPENING.ID).fetch()
                .map(Happenings::happening);
    }

    private static Happening happening(HappeningRecord r) {
        return new Happening(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getDay(), r.getHour(),
                Kind.valueOf(r.getKind()), Source.valueOf(r.getSource()), r.getPlace(), r.getZoneId());
    }
}
