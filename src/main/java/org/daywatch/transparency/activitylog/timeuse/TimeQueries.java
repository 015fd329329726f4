package org.daywatch.transparency.activitylog.timeuse;

import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.transparency.activitylog.ActivityFunction;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Minutes by function of all officers of a school, added up where they lie. */
@Component
@Transactional(readOnly = true)
class TimeQueries {

    private final DSLContext db;

    TimeQueries(DSLContext db) {
        this.db = db;
    }

    /** @param minutes by function, without being on post as such */
    record Minutes(int officers, int onCampus, Map<ActivityFunction, Integer> minutes) {

        TimeUse use() {
            return TimeUse.together(officers, onCampus, minutes);
        }
    }

    /** @param school null: all that may be read; both days count */
    Map<UUID, Minutes> bySchool(@Nullable UUID school, LocalDate first, LocalDate last) {
        var a = ACTIVITY;
        var which = a.DAY.between(first, last).and(a.WITHDRAWN_AT.isNull()).and(a.OFFICER_ID.isNotNull())
                .and(school == null ? DSL.noCondition() : a.SCHOOL_ID.eq(school));
        var countDistinctOfficerId = DSL.countDistinct(a.OFFICER_ID);
        var officers = db.select(a.SCHOOL_ID, countDistinctOfficerId).from(a).where(which).groupBy(a.SCHOOL_ID)
                .fetchMap(a.SCHOOL_ID, r -> r.get(countDistinctOfficerId));
        var found = new LinkedHashMap<UUID, Minutes>();
        officers.forEach((id, count) -> found.put(id, new Minutes(count, 0, new EnumMap<>(ActivityFunction.class))));
        var sumMinutes = DSL.sum(a.MINUTES);
        db.select(a.SCHOOL_ID, a.FUNCTION, a.KIND, sumMinutes).from(a).where(which)
                .groupBy(a.SCHOOL_ID, a.FUNCTION, a.KIND).forEach(r -> {
                    var so = found.get(r.get(a.SCHOOL_ID));
                    int minutes = r.get(sumMinutes).intValue();
                    if (r.get(a.KIND).equals(ActivityKind.ON_POST.name()))
                        found.put(r.get(a.SCHOOL_ID), new Minutes(so.officers(), minutes, so.minutes()));
                    else
                        so.minutes().merge(ActivityFunction.valueOf(r.get(a.FUNCTION)), minutes, Integer::sum);
                });
        return found;
    }

    /** All of them together; an officer of two schools counts once. */
    Minutes together(@Nullable UUID school, LocalDate first, LocalDate last) {
        var a = ACTIVITY;
        int officers = db.select(DSL.countDistinct(a.OFFICER_ID)).from(a).where(a.DAY.between(first, last))
                .and(a.WITHDRAWN_AT.isNull())
                .and(school == null ? DSL.noCondition() : a.SCHOOL_ID.eq(school)).fetchSingle().value1();
        List<Minutes> schools = new ArrayList<>(bySchool(school, first, last).values());
        var sums = new EnumMap<ActivityFunction, Integer>(ActivityFunction.class);
        schools.forEach(
                one -> one.minutes().forEach((function, minutes) -> sums.merge(function, minutes, Integer::sum)));
        return new Minutes(officers, schools.stream().mapToInt(Minutes::onCampus).sum(), sums);
    }
}
