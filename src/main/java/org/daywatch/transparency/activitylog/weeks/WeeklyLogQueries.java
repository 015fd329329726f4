package org.daywatch.transparency.activitylog.weeks;

import static org.daywatch_db.transparency.Tables.ACTIVITY;
import static org.daywatch_db.transparency.Tables.WEEKLY_LOG;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.transparency.activitylog.ActivityFunction;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Weekly logs as lists: what is there, what is missing, what waits for whom. */
@Component
@Transactional(readOnly = true)
public class WeeklyLogQueries {

    static final List<String> SORTS = List.of("week", "officer", "state", "minutes");

    private final DSLContext db;
    private final Campuses campuses;

    WeeklyLogQueries(DSLContext db, Campuses campuses) {
        this.db = db;
        this.campuses = campuses;
    }

    /**
     * @param minutes on campus. @param lessons minutes of law-related education, without preparation. @param improper
     * requests
     */
    public record Row(WeeklyLog log, int minutes, int lessons, int improper) {}

    long count(Paging paging, LogScope scope, LocalDate today) {
        return db.fetchCount(WEEKLY_LOG, fits(paging, scope, today));
    }

    List<Row> list(Paging paging, LogScope scope, LocalDate today, int most) {
        var minutes = sum(ACTIVITY.KIND.eq(ActivityKind.ON_POST.name())).as("minutes");
        var lessons = sum(ACTIVITY.SUBJECT.in("LRE:COHORT", "LRE:UNIVERSAL")).as("lessons");
        var improper = DSL.field(DSL.selectCount().from(ACTIVITY).where(ofThisLog())
                .and(ACTIVITY.FUNCTION.eq(ActivityFunction.IMPROPER.name()))).as("improper");
        Field<?> key = Map.<String, Field<?>>of("week", WEEKLY_LOG.WEEK, "officer", WEEKLY_LOG.OFFICER_NAME, "state",
                WEEKLY_LOG.STATE, "minutes", minutes).get(paging.sort());
        return db.select(WEEKLY_LOG.asterisk(), minutes, lessons, improper).from(WEEKLY_LOG)
                .where(fits(paging, scope, today))
                .orderBy(paging.descending() ? key.desc() : key.asc(), WEEKLY_LOG.WEEK.desc(), WEEKLY_LOG.OFFICER_NAME,
                        WEEKLY_LOG.ID)
                .limit(most).offset(paging.offset())
                .fetch(r -> new Row(WeeklyLogStore.log(r.into(WEEKLY_LOG)), r.get(minutes), r.get(lessons),
                        r.get(improper)));
    }

    /** One officer's week, one log for each school that may be read. */
    public List<WeeklyLog> ofWeek(UUID officer, LocalDate week, LogScope scope) {
        return db.selectFrom(WEEKLY_LOG).where(WEEKLY_LOG.OFFICER_ID.eq(officer)).and(WEEKLY_LOG.WEEK.eq(week))
                .and(scope.condition()).orderBy(WEEKLY_LOG.SCHOOL_ID)
                .fetch(WeeklyLogStore::log);
    }

    /** Weeks of an officer that are over and not signed by both, the oldest first. */
    public List<WeeklyLog> missing(UUID officer, LogScope scope, LocalDate today) {
        return db.selectFrom(WEEKLY_LOG).where(WEEKLY_LOG.OFFICER_ID.eq(officer)).and(missing(today))
                .and(scope.condition()).orderBy(WEEKLY_LOG.WEEK).limit(60).fetch(WeeklyLogStore::log);
    }

    /** What waits for the officer's own signature, the oldest first. */
    public List<WeeklyLog> toSign(UUID person, LocalDate today) {
        return db.selectFrom(WEEKLY_LOG).where(WEEKLY_LOG.PERSON_ID.eq(person)).and(toSign(today))
                .orderBy(WEEKLY_LOG.WEEK).limit(60).fetch(WeeklyLogStore::log);
    }

    public List<WeeklyLog> toLock(UUID school) {
        return db.selectFrom(WEEKLY_LOG).where(WEEKLY_LOG.SCHOOL_ID.eq(school))
                .and(WEEKLY_LOG.STATE.eq("OFFICER_SIGNED")).orderBy(WEEKLY_LOG.WEEK).limit(60)
                .fetch(WeeklyLogStore::log);
    }

    public int improperSince(LocalDate day) {
        return db.fetchCount(ACTIVITY, ACTIVITY.FUNCTION.eq(ActivityFunction.IMPROPER.name()).and(ACTIVITY.DAY.ge(day))
                .and(ACTIVITY.WITHDRAWN_AT.isNull()));
    }

    private Condition fits(Paging paging, LogScope scope, LocalDate today) {
        var fits = scope.condition();
        String words = paging.filter("q");
        if (!words.isEmpty())
            fits = fits.and(WEEKLY_LOG.OFFICER_NAME.containsIgnoreCase(words)
                    .or(WEEKLY_LOG.SCHOOL_ID.in(campuses.search(words, null).stream().map(Campus::id).toList())));
        if (!paging.filter("week").isEmpty())
            fits = fits.and(WEEKLY_LOG.WEEK.eq(WeeklyLog.weekOf(day(paging.filter("week"), today))));
        return switch (paging.filter("state")) {
            case "" -> fits;
            case "missing" -> fits.and(missing(today));
            case "unsigned" -> fits.and(toSign(today));
            case "improper" -> fits.and(DSL.exists(DSL.selectOne().from(ACTIVITY).where(ofThisLog())
                    .and(ACTIVITY.FUNCTION.eq(ActivityFunction.IMPROPER.name()))));
            case String state -> fits.and(WEEKLY_LOG.STATE.eq(state));
        };
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return Days.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    private static Condition missing(LocalDate today) {
        return WEEKLY_LOG.WEEK.le(today.minusDays(7)).and(WEEKLY_LOG.STATE.ne("LOCKED"));
    }

    private static Condition toSign(LocalDate today) {
        return WEEKLY_LOG.WEEK.le(today.minusDays(4)).and(WEEKLY_LOG.STATE.in("OPEN", "SENT_BACK", "REOPENED"));
    }

    private static Field<Integer> sum(Condition which) {
        return DSL.field(DSL.select(DSL.coalesce(DSL.sum(ACTIVITY.MINUTES), DSL.zero()).cast(Integer.class))
                .from(ACTIVITY).where(ofThisLog()).and(which));
    }

    private static Condition ofThisLog() {
        return ACTIVITY.OFFICER_ID.eq(WEEKLY_LOG.OFFICER_ID).and(ACTIVITY.SCHOOL_ID.eq(WEEKLY_LOG.SCHOOL_ID))
                .and(ACTIVITY.DAY.between(WEEKLY_LOG.WEEK, WEEKLY_LOG.WEEK.plus(6)))
                .and(ACTIVITY.WITHDRAWN_AT.isNull());
    }
}
