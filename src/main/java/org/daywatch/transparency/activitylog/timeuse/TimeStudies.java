package org.daywatch.transparency.activitylog.timeuse;

import static org.daywatch_db.transparency.Tables.TIME_STUDY;
import static org.daywatch_db.transparency.Tables.TIME_STUDY_SHARE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.daywatch.transparency.activitylog.timeuse.TimeUse.Found;
import org.daywatch.transparency.activitylog.timeuse.TimeUse.Group;
import org.daywatch.transparency.activitylog.timeuse.TimeUse.Study;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Published surveys of how officers in schools spend their time, as they hold on a day. */
@Component
@Transactional(readOnly = true)
public class TimeStudies {

    private final DSLContext db;

    TimeStudies(DSLContext db) {
        this.db = db;
    }

    public List<Study> on(LocalDate day) {
        var s = TIME_STUDY;
        return db.selectFrom(s).where(s.VALID_FROM.le(day)).and(s.VALID_TO.isNull().or(s.VALID_TO.ge(day)))
                .orderBy(s.ID)
                .fetch(r -> new Study(r.getId(), r.getName(), r.getYear(), r.getSource(), r.getToConfirm(),
                        found(r.getId())));
    }

    private Map<Group, Found> found(String study) {
        var found = new EnumMap<Group, Found>(Group.class);
        db.selectFrom(TIME_STUDY_SHARE).where(TIME_STUDY_SHARE.STUDY_ID.eq(study))
                .forEach(r -> found.put(Group.valueOf(r.getActivity()),
                        new Found(r.getPercent(), number(r.getHoursLow()), number(r.getHoursHigh()))));
        return found;
    }

    private static @Nullable Double number(@Nullable BigDecimal hours) {
        return hours == null ? null : hours.doubleValue();
    }
}
