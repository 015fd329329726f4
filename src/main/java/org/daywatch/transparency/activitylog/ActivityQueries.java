package org.daywatch.transparency.activitylog;

import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** LineRows as people read them. Whose they may read is decided by whoever asks. */
@Component
@Transactional(readOnly = true)
public class ActivityQueries {

    private final DSLContext db;

    ActivityQueries(DSLContext db) {
        this.db = db;
    }

    /** Standing and withdrawn lines of one officer's weeks at some schools, in the order of time. Both days count. */
    public List<Kept> of(UUID officer, Collection<UUID> schools, LocalDate first, LocalDate last) {
        return list(ACTIVITY.OFFICER_ID.eq(officer).and(ACTIVITY.SCHOOL_ID.in(schools))
                .and(ACTIVITY.DAY.between(first, last)).and(ACTIVITY.KIND.ne(ActivityKind.AGREEMENT.name())));
    }

    public Optional<Kept> find(UUID id) {
        return list(ACTIVITY.ID.eq(id)).stream().findFirst();
    }

    /** What an officer wrote down themselves on a day, the newest first. */
    public List<Kept> typedOn(UUID officer, LocalDate day) {
        return list(ACTIVITY.OFFICER_ID.eq(officer).and(ACTIVITY.DAY.eq(day))
                .and(ACTIVITY.SOURCE.eq(Activity.Source.TYPED.name()))).stream()
                .sorted(java.util.Comparator.comparing(Kept::recordedAt).reversed()).toList();
    }

    /**
     * The same work as another room told it, if it overlaps this time; of what was told without an hour, that of this
     * day at this school.
     */
    public Optional<Kept> told(ActivityKind kind, UUID officer, UUID school, LocalDate day, Instant from, Instant to) {
        return list(ACTIVITY.OFFICER_ID.eq(officer).and(ACTIVITY.SOURCE.eq(Activity.Source.FACT.name()))
                .and(ACTIVITY.WITHDRAWN_AT.isNull())
                .and(ACTIVITY.KIND.in(kind.told().stream().map(Enum::name).toList()))
                .and(ACTIVITY.STARTS_AT.lt(to).and(ACTIVITY.ENDS_AT.gt(from))
                        .or(ACTIVITY.STARTS_AT.isNull().and(ACTIVITY.DAY.eq(day)).and(ACTIVITY.SCHOOL_ID.eq(school)))))
                .stream().findFirst();
    }

    /** Classes and audiences they named lately, for naming them again with one tap. */
    public List<String> labels(UUID officer, LocalDate since) {
        return db.selectDistinct(ACTIVITY.LABEL).from(ACTIVITY).where(ACTIVITY.OFFICER_ID.eq(officer))
                .and(ACTIVITY.DAY.ge(since)).and(ACTIVITY.LABEL.ne(""))
                .orderBy(ACTIVITY.LABEL).limit(20).fetch(ACTIVITY.LABEL);
    }

    /** Whether something stands of what this thing told. */
    public boolean stands(String origin) {
        return db.fetchExists(ACTIVITY, ACTIVITY.ORIGIN.eq(origin).and(ACTIVITY.WITHDRAWN_AT.isNull()));
    }

    /** Alerts and incidents assembled from who was there on a day, so that they follow a corrected punch. */
    public List<String> eventsAt(UUID school, LocalDate day) {
        return db.selectDistinct(ACTIVITY.ORIGIN).from(ACTIVITY).where(ACTIVITY.SCHOOL_ID.eq(school))
                .and(ACTIVITY.DAY.eq(day))
                .and(ACTIVITY.ORIGIN.startsWith("alert ").or(ACTIVITY.ORIGIN.startsWith("incident ")))
                .orderBy(ACTIVITY.ORIGIN).fetch(ACTIVITY.ORIGIN);
    }

    private List<Kept> list(Condition which) {
        return db.selectFrom(ACTIVITY).where(which).orderBy(ACTIVITY.DAY, ACTIVITY.STARTS_AT.nullsFirst(), ACTIVITY.ID)
                .fetch(LineRows::kept);
    }
}
