package org.daywatch.staffing.dutystatus;

import static org.daywatch_db.staffing.Tables.DUTY_STATUS;
import static org.daywatch_db.staffing.Tables.OFFICER_CARD;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.dutystatus.DutyStatus.Kind;
import org.daywatch.staffing.dutystatus.DutyStatuses.Accepted;
import org.daywatch.staffing.dutystatus.DutyStatuses.By;
import org.daywatch.staffing.dutystatus.DutyStatuses.Details;
import org.daywatch.staffing.dutystatus.DutyStatuses.Subject;
import org.daywatch_db.staffing.tables.records.DutyStatusRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Duty statuses as stored, and the shifts that fall into their days. */
@Repository
@Transactional
public class DutyStatusStore {

    private final DSLContext db;
    private final OnBehalf onBehalf;
    private final HomeTime time;

    DutyStatusStore(DSLContext db, OnBehalf onBehalf, HomeTime time) {
        this.db = db;
        this.onBehalf = onBehalf;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public Subject subject(UUID officer) {
        return db.selectFrom(OFFICER_CARD).where(OFFICER_CARD.OFFICER_ID.eq(officer))
                .fetchOptional(
                        r -> new Subject(r.getAgencyId(), r.getOfficerId(), r.getDepartmentId(), r.getFullName()))
                .orElseThrow(() -> new NotFound("officer " + officer));
    }

    /** All of one officer, the newest first, those taken back too. */
    @Transactional(readOnly = true)
    public List<DutyStatus> list(UUID officer) {
        return db.selectFrom(DUTY_STATUS).where(DUTY_STATUS.OFFICER_ID.eq(officer))
                .orderBy(DUTY_STATUS.FIRST_DAY.desc(), DUTY_STATUS.ID.desc()).fetch(DutyStatusStore::status);
    }

    /** By officer, those that stand, whatever their days. */
    @Transactional(readOnly = true)
    public Map<UUID, List<DutyStatus>> standing(Collection<UUID> officers) {
        return db.selectFrom(DUTY_STATUS).where(DUTY_STATUS.OFFICER_ID.in(officers))
                .and(DUTY_STATUS.TAKEN_BACK_AT.isNull()).orderBy(DUTY_STATUS.FIRST_DAY)
                .fetchGroups(DUTY_STATUS.OFFICER_ID, DutyStatusStore::status);
    }

    /** By officer, what keeps them from full duty on a day. */
    @Transactional(readOnly = true)
    public Map<UUID, DutyStatus> on(Collection<UUID> officers, LocalDate day) {
        return standing(officers).values().stream().flatMap(List::stream).filter(s -> s.touches(day, day))
                .collect(Collectors.toMap(DutyStatus::officerId, s -> s, (first, later) -> first));
    }

    /**
     * Shifts they have accepted on these days. A department sees none; of its own officers it may know where they are
     * about to stand.
     */
    public List<Accepted> touched(Subject subject, LocalDate first, @Nullable LocalDate last) {
        var found = new ArrayList<Accepted>();
        var from = first.atStartOfDay(time.zone()).toInstant();
        var until = last == null
                ? DSL.noCondition()
                : SHIFT.STARTS_AT.lt(last.plusDays(1).atStartOfDay(time.zone()).toInstant());
        onBehalf.run(subject.agencyId(),
                () -> found.addAll(db.select(SHIFT.ID, SHIFT.SCHOOL_NAME, SHIFT.STARTS_AT, SHIFT.ENDS_AT).from(SHIFT)
                        .where(SHIFT.OFFICER_ID.eq(subject.officerId())).and(SHIFT.STATE.eq("SCHEDULED"))
                        .and(SHIFT.STARTS_AT.gt(time.now()))
                        .and(SHIFT.STARTS_AT.ge(from)).and(until).orderBy(SHIFT.STARTS_AT)
                        .fetch(r -> new Accepted(r.get(SHIFT.ID), r.get(SHIFT.SCHOOL_NAME),
                                new Window(r.get(SHIFT.STARTS_AT), r.get(SHIFT.ENDS_AT))))));
        return found;
    }

    DutyStatus locked(UUID officer, UUID id) {
        return db.selectFrom(DUTY_STATUS).where(DUTY_STATUS.ID.eq(id)).and(DUTY_STATUS.OFFICER_ID.eq(officer))
                .and(DUTY_STATUS.TAKEN_BACK_AT.isNull()).forUpdate()
                .fetchOptional(DutyStatusStore::status).orElseThrow(() -> new NotFound("duty status " + id));
    }

    private static DutyStatus status(DutyStatusRecord r) {
        return new DutyStatus(r.getId(), r.getOfficerId(), Kind.valueOf(r.getKind()), r.getFirstDay(), r.getLastDay(),
                r.getSource(), r.getRecordedBy(),
                r.getEndedReason(), r.getTakenBackReason());
    }

    void insert(Subject subject, Details details, String by, Instant now) {
        db.insertInto(DUTY_STATUS).set(DUTY_STATUS.AGENCY_ID, subject.agencyId()).set(DUTY_STATUS.ID, Ids.next())
                .set(DUTY_STATUS.DEPARTMENT_ID, subject.departmentId())
                .set(DUTY_STATUS.OFFICER_ID, subject.officerId()).set(DUTY_STATUS.KIND, details.kind().name())
                .set(DUTY_STATUS.FIRST_DAY, details.firstDay())
                .set(DUTY_STATUS.LAST_DAY, details.lastDay()).set(DUTY_STATUS.SOURCE, details.source().strip())
                .set(DUTY_STATUS.RECORDED_BY, by)
                .set(DUTY_STATUS.RECORDED_AT, now).execute();
    }

    void ended(UUID id, LocalDate lastDay, String reason, String by) {
        db.update(DUTY_STATUS).set(DUTY_STATUS.LAST_DAY, lastDay).set(DUTY_STATUS.ENDED_BY, by)
                .set(DUTY_STATUS.ENDED_AT, time.now())
                .set(DUTY_STATUS.ENDED_REASON, reason).where(DUTY_STATUS.ID.eq(id)).execute();
    }

    void takenBack(UUID id, String reason, String by) {
        db.update(DUTY_STATUS).set(DUTY_STATUS.TAKEN_BACK_BY, by).set(DUTY_STATUS.TAKEN_BACK_AT, time.now())
                .set(DUTY_STATUS.TAKEN_BACK_REASON, reason).where(DUTY_STATUS.ID.eq(id)).execute();
    }
}
