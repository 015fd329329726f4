package org.daywatch.platform.exports.people;

import java.util.Map;
import org.daywatch.platform.errors.Refused;

/**
 * What one person has taken on a day and in the seven days that end with it, and what they may. What a second person
 * allowed counts as taken, and is held up by no limit.
 */
public record RowQuota(int today, int week, RowLimits.Most most) {

    /** @throws Refused naming what is over, by how much, and what to do */
    public void check(int rows) {
        if (today + rows > most.aDay())
            throw new Refused(PeopleFileRefusal.PEOPLE_ROWS_DAY,
                    Map.of("taken", today, "rows", rows, "most", most.aDay()));
        if (week + rows > most.aWeek())
            throw new Refused(PeopleFileRefusal.PEOPLE_ROWS_WEEK,
                    Map.of("taken", week, "rows", rows, "most", most.aWeek()));
    }

    public boolean needsSecond(int rows) {
        return rows > most.withoutSecond();
    }

    public boolean spent() {
        return today >= most.aDay() || week >= most.aWeek();
    }
}
