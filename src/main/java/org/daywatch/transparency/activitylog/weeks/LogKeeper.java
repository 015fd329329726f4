package org.daywatch.transparency.activitylog.weeks;

import static org.daywatch_db.transparency.Tables.ACTIVITY;
import static org.daywatch_db.transparency.Tables.LOG_STEP;
import static org.daywatch_db.transparency.Tables.WEEKLY_LOG;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets whole weeks when their time is over, and tells a person what is kept of them. The agency forgets; the rows
 * are its own.
 */
@Component
@Transactional
class LogKeeper implements RecordKeeper, PersonalData {

    /**
     * What a school did names nobody, and an audit due every five years is asked for after them: as long as filed
     * papers.
     */
    private static final int LONGER = 365;
    private static final Condition OF_A_PERSON = ACTIVITY.OFFICER_ID.isNotNull().or(ACTIVITY.SUBJECT.eq(""));

    private final DSLContext db;

    LogKeeper(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "ACTIVITY_LOG";
    }

    @Override
    public int forget(Instant before) {
        LocalDate monday = WeeklyLog.weekOf(LocalDate.ofInstant(before, ZoneOffset.UTC));
        UUID agency = Tenancy.tenant();
        db.execute("select set_config('app.forgetting', 'on', true)");
        try {
            var old = DSL.select(WEEKLY_LOG.ID).from(WEEKLY_LOG).where(WEEKLY_LOG.AGENCY_ID.eq(agency))
                    .and(WEEKLY_LOG.WEEK.lt(monday));
            db.deleteFrom(LOG_STEP).where(LOG_STEP.AGENCY_ID.eq(agency)).and(LOG_STEP.LOG_ID.in(old)).execute();
            db.deleteFrom(WEEKLY_LOG).where(WEEKLY_LOG.AGENCY_ID.eq(agency)).and(WEEKLY_LOG.WEEK.lt(monday)).execute();
            return db.deleteFrom(ACTIVITY).where(ACTIVITY.AGENCY_ID.eq(agency)).and(ACTIVITY.DAY.lt(monday))
                    .and(OF_A_PERSON.or(ACTIVITY.DAY.lt(monday.minusDays(LONGER)))).execute();
        } finally {
            db.execute("select set_config('app.forgetting', '', true)");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var mine = DSL.select(WEEKLY_LOG.OFFICER_ID).from(WEEKLY_LOG).where(WEEKLY_LOG.PERSON_ID.eq(person));
        return Map.of("weeklyLogs",
                db.selectFrom(WEEKLY_LOG).where(WEEKLY_LOG.PERSON_ID.eq(person)).orderBy(WEEKLY_LOG.WEEK).fetchMaps(),
                "weeklyLogsSignedForTheSchool",
                db.select(WEEKLY_LOG.ID, WEEKLY_LOG.WEEK, WEEKLY_LOG.LOCKED_AT).from(WEEKLY_LOG)
                        .where(WEEKLY_LOG.LOCKED_BY.eq(person)).orderBy(WEEKLY_LOG.WEEK).fetchMaps(),
                "activities", db.selectFrom(ACTIVITY).where(ACTIVITY.OFFICER_ID.in(mine))
                        .orderBy(ACTIVITY.DAY, ACTIVITY.STARTS_AT).fetchMaps());
    }
}
