package org.daywatch.transparency.activitylog.weeks;

import static org.daywatch_db.transparency.Tables.LOG_STEP;
import static org.daywatch_db.transparency.Tables.WEEKLY_LOG;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.transparency.activitylog.weeks.WeeklyLog.Signature;
import org.daywatch.transparency.activitylog.weeks.WeeklyLog.State;
import org.daywatch_db.transparency.tables.records.WeeklyLogRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Weekly logs as rows, and what was done with each. */
@Repository
@Transactional
public class WeeklyLogStore {

    private final DSLContext db;

    WeeklyLogStore(DSLContext db) {
        this.db = db;
    }

    /** One thing that was done with a log. */
    public record Step(Instant at, String step, String by, String reason, int lines, int minutes, String digest) {}

    /** For a command: whoever comes second waits. */
    WeeklyLog lock(UUID id) {
        return db.selectFrom(WEEKLY_LOG).where(WEEKLY_LOG.ID.eq(id)).forNoKeyUpdate().fetchOptional(WeeklyLogStore::log)
                .orElseThrow(() -> new NotFound("weekly log " + id));
    }

    Optional<UUID> find(UUID officer, UUID school, LocalDate week) {
        return db.select(WEEKLY_LOG.ID).from(WEEKLY_LOG).where(WEEKLY_LOG.OFFICER_ID.eq(officer))
                .and(WEEKLY_LOG.SCHOOL_ID.eq(school)).and(WEEKLY_LOG.WEEK.eq(week))
                .fetchOptional(WEEKLY_LOG.ID);
    }

    void begin(WeeklyLog log) {
        var row = new WeeklyLogRecord();
        row.setAgencyId(log.agencyId());
        row.setId(log.id());
        row.setDistrictId(log.districtId());
        row.setSchoolId(log.schoolId());
        row.setOfficerId(log.officerId());
        row.setPersonId(log.person());
        row.setOfficerName(log.officer());
        row.setWeek(log.week());
        row.setState(log.state().code());
        row.setVersion(log.version());
        db.insertInto(WEEKLY_LOG).set(row).onConflictDoNothing().execute();
    }

    /**
     * @param today on the school's calendar: the first day on which both had signed is kept, whatever is corrected
     * afterward
     */
    void save(WeeklyLog log, LocalDate today) {
        var row = db.selectFrom(WEEKLY_LOG).where(WEEKLY_LOG.ID.eq(log.id())).and(WEEKLY_LOG.VERSION.eq(log.version()))
                .fetchOne();
        if (row == null) throw new Stale("weekly log " + log.id());
        row.setState(log.state().code());
        var officer = log.state() instanceof State.OfficerSigned(var o)
                ? o
                : log.state() instanceof State.Locked(var o, _) ? o : null;
        row.setSignedAt(officer == null ? null : officer.at());
        row.setSignedBy(officer == null ? null : officer.person());
        row.setSignedName(officer == null ? null : officer.name());
        var administrator = log.state() instanceof State.Locked(_, var a) ? a : null;
        row.setLockedAt(administrator == null ? null : administrator.at());
        row.setLockedBy(administrator == null ? null : administrator.person());
        row.setLockedName(administrator == null ? null : administrator.name());
        if (administrator != null && row.getFirstLockedOn() == null) row.setFirstLockedOn(today);
        said(row, log.state());
        row.setVersion(log.version() + 1);
        row.update();
    }

    private static void said(WeeklyLogRecord row, State state) {
        var back = state instanceof State.SentBack(var at, var by, var reason)
                ? new State.Reopened(at, by, reason)
                : state instanceof State.Reopened r ? r : null;
        row.setSaidAt(back == null ? null : back.at());
        row.setSaidBy(back == null ? null : back.by());
        row.setSaidReason(back == null ? null : back.reason());
    }

    void step(WeeklyLog log, Step step) {
        db.insertInto(LOG_STEP).set(LOG_STEP.AGENCY_ID, log.agencyId()).set(LOG_STEP.ID, Ids.next())
                .set(LOG_STEP.DISTRICT_ID, log.districtId()).set(LOG_STEP.LOG_ID, log.id())
                .set(LOG_STEP.AT, step.at()).set(LOG_STEP.STEP, step.step()).set(LOG_STEP.BY_NAME, step.by())
                .set(LOG_STEP.REASON, step.reason())
                .set(LOG_STEP.LINES, step.lines()).set(LOG_STEP.MINUTES, step.minutes())
                .set(LOG_STEP.DIGEST, step.digest()).execute();
    }

    @Transactional(readOnly = true)
    public List<Step> steps(UUID log) {
        return db.selectFrom(LOG_STEP).where(LOG_STEP.LOG_ID.eq(log)).orderBy(LOG_STEP.AT, LOG_STEP.ID)
                .fetch(r -> new Step(r.getAt(), r.getStep(), r.getByName(), r.getReason(), r.getLines(), r.getMinutes(),
                        r.getDigest()));
    }

    static WeeklyLog log(WeeklyLogRecord r) {
        return new WeeklyLog(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getOfficerId(),
                r.getPersonId(), r.getOfficerName(), r.getWeek(), state(r), r.getVersion());
    }

    private static State state(WeeklyLogRecord r) {
        return switch (r.getState()) {
            case "OPEN" -> new State.Open();
            case "SENT_BACK" -> new State.SentBack(r.getSaidAt(), said(r.getSaidBy()), r.getSaidReason());
            case "REOPENED" -> new State.Reopened(r.getSaidAt(), said(r.getSaidBy()), r.getSaidReason());
            case "OFFICER_SIGNED" ->
                new State.OfficerSigned(new Signature(r.getSignedBy(), r.getSignedName(), r.getSignedAt()));
            case "LOCKED" -> new State.Locked(new Signature(r.getSignedBy(), r.getSignedName(), r.getSignedAt()),
                    new Signature(r.getLockedBy(), r.getLockedName(), r.getLockedAt()));
            default ->
                throw new IllegalStateException("weekly log " + r.getId() + " has the unknown state " + r.getState());
        };
    }

    private static String said(@org.jspecify.annotations.Nullable String by) {
        return Objects.requireNonNullElse(by, "");
    }
}
