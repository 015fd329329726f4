package org.daywatch.staffing.dutystatus;

import static org.daywatch_db.staffing.Tables.DUTY_STATUS;
import static org.daywatch_db.staffing.Tables.OFFICER_CARD;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusEnded;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusRecorded;
import org.daywatch.staffing.DutyStatusEvent.DutyStatusTakenBack;
import org.daywatch.staffing.dutystatus.DutyStatus.Kind;
import org.daywatch_db.staffing.tables.records.DutyStatusRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Duty statuses as stored. The agency and the officer's own department see and write the same rows; each step is told
 * as a fact.
 */
@Repository
@Transactional
public class DutyStatuses {

    private static final int LONGEST_YEARS = 3;
    private static final int LONGEST_TEXT = 200;

    private final DSLContext db;
    private final OnBehalf onBehalf;
    private final Facts facts;
    private final HomeTime time;

    DutyStatuses(DSLContext db, OnBehalf onBehalf, Facts facts, HomeTime time) {
        this.db = db;
        this.onBehalf = onBehalf;
        this.facts = facts;
        this.time = time;
    }

    /** Whose standing it is, as agency and department both may know them. */
    public record Subject(UUID agencyId, UUID officerId, UUID departmentId, String name) {}

    /** Who writes it down, and for which of the two organizations. */
    public record By(String name, UUID organization) {

        static By of(Actor actor) {
            return new By(actor.name(), actor.tenant());
        }
    }

    /** A shift they have accepted and not begun; the id means nothing to a department. */
    public record Accepted(UUID shiftId, String school, Window window) {}

    /** What is written down of it. */
    public record Details(Kind kind, LocalDate firstDay, @Nullable LocalDate lastDay, String source) {}

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
                .orderBy(DUTY_STATUS.FIRST_DAY.desc(), DUTY_STATUS.ID.desc()).fetch(DutyStatuses::status);
    }

    /** By officer, those that stand, whatever their days. */
    @Transactional(readOnly = true)
    public Map<UUID, List<DutyStatus>> standing(Collection<UUID> officers) {
        return db.selectFrom(DUTY_STATUS).where(DUTY_STATUS.OFFICER_ID.in(officers))
                .and(DUTY_STATUS.TAKEN_BACK_AT.isNull()).orderBy(DUTY_STATUS.FIRST_DAY)
                .fetchGroups(DUTY_STATUS.OFFICER_ID, DutyStatuses::status);
    }

    /** By officer, what keeps them from full duty on a day. */
    @Transactional(readOnly = true)
    public Map<UUID, DutyStatus> on(Collection<UUID> officers, LocalDate day) {
        return standing(officers).values().stream().flatMap(List::stream).filter(s -> s.touches(day, day))
                .collect(Collectors.toMap(DutyStatus::officerId, s -> s, (first, later) -> first));
    }

    /** Accepted shifts stand until a coordinator decides about them. @return how many fall into its days */
    public int record(By by, UUID officer, Details details) {
        var subject = subject(officer);
        check(details);
        if (list(officer).stream()
                .anyMatch(s -> s.kind() == details.kind() && s.touches(details.firstDay(), last(details.lastDay())))) {
            throw new InvalidInput("first", details.firstDay().toString(), "dutystatus.error.overlap");
        }
        var now = time.now();
        db.insertInto(DUTY_STATUS).set(DUTY_STATUS.AGENCY_ID, subject.agencyId()).set(DUTY_STATUS.ID, Ids.next())
                .set(DUTY_STATUS.DEPARTMENT_ID, subject.departmentId())
                .set(DUTY_STATUS.OFFICER_ID, officer).set(DUTY_STATUS.KIND, details.kind().name())
                .set(DUTY_STATUS.FIRST_DAY, details.firstDay())
                .set(DUTY_STATUS.LAST_DAY, details.lastDay()).set(DUTY_STATUS.SOURCE, details.source().strip())
                .set(DUTY_STATUS.RECORDED_BY, by.name())
                .set(DUTY_STATUS.RECORDED_AT, now).execute();
        int touched = touched(subject, details.firstDay(), details.lastDay()).size();
        facts.tell(new DutyStatusRecorded(subject.agencyId(), officer, now, subject.departmentId(),
                details.kind().name(), details.firstDay(), details.lastDay(),
                by.name(), by.organization().equals(subject.departmentId()), touched));
        return touched;
    }

    /** They are back: its last day becomes known, or another one. */
    public void end(By by, UUID officer, UUID id, LocalDate lastDay, String reason) {
        var subject = subject(officer);
        var status = locked(officer, id);
        if (lastDay.isBefore(status.firstDay()) || lastDay.isAfter(status.firstDay().plusYears(LONGEST_YEARS))) {
            throw new InvalidInput("last", lastDay.toString(), "dutystatus.error.end");
        }
        db.update(DUTY_STATUS).set(DUTY_STATUS.LAST_DAY, lastDay).set(DUTY_STATUS.ENDED_BY, by.name())
                .set(DUTY_STATUS.ENDED_AT, time.now())
                .set(DUTY_STATUS.ENDED_REASON, checked("reason", reason)).where(DUTY_STATUS.ID.eq(id)).execute();
        facts.tell(new DutyStatusEnded(subject.agencyId(), officer, time.now(), subject.departmentId(),
                status.kind().name(), lastDay, reason.strip(), by.name(),
                by.organization().equals(subject.departmentId())));
    }

    /** It was written down by mistake and never held; what was written stays readable. */
    public void takeBack(By by, UUID officer, UUID id, String reason) {
        var subject = subject(officer);
        var status = locked(officer, id);
        db.update(DUTY_STATUS).set(DUTY_STATUS.TAKEN_BACK_BY, by.name()).set(DUTY_STATUS.TAKEN_BACK_AT, time.now())
                .set(DUTY_STATUS.TAKEN_BACK_REASON, checked("reason", reason)).where(DUTY_STATUS.ID.eq(id)).execute();
        facts.tell(new DutyStatusTakenBack(subject.agencyId(), officer, time.now(), subject.departmentId(),
                status.kind().name(), status.firstDay(), reason.strip(),
                by.name(), by.organization().equals(subject.departmentId())));
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
                        .fetch(r -> new Accepted(r.value1(), r.value2(), new Window(r.value3(), r.value4())))));
        return found;
    }

    private static void check(Details d) {
        if (d.lastDay() != null
                && (d.lastDay().isBefore(d.firstDay()) || d.lastDay().isAfter(d.firstDay().plusYears(LONGEST_YEARS)))) {
            throw new InvalidInput("last", d.lastDay().toString(), "dutystatus.error.last");
        }
        checked("source", d.source());
    }

    private static String checked(String field, String text) {
        if (text.strip().length() < 3 || text.length() > LONGEST_TEXT)
            throw new InvalidInput(field, text, "dutystatus.error." + field);
        return text.strip();
    }

    private DutyStatus locked(UUID officer, UUID id) {
        return db.selectFrom(DUTY_STATUS).where(DUTY_STATUS.ID.eq(id)).and(DUTY_STATUS.OFFICER_ID.eq(officer))
                .and(DUTY_STATUS.TAKEN_BACK_AT.isNull()).forUpdate()
                .fetchOptional(DutyStatuses::status).orElseThrow(() -> new NotFound("duty status " + id));
    }

    private static LocalDate last(@Nullable LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }

    private static DutyStatus status(DutyStatusRecord r) {
        return new DutyStatus(r.getId(), r.getOfficerId(), Kind.valueOf(r.getKind()), r.getFirstDay(), r.getLastDay(),
                r.getSource(), r.getRecordedBy(),
                r.getEndedReason(), r.getTakenBackReason());
    }
}
