package org.daywatch.transparency.activitylog.weeks;

import static org.daywatch_db.transparency.Tables.WEEKLY_LOG;

import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which logs somebody reads: an officer their own, a principal those of the school, agency and district all of theirs
 * (row security says which those are).
 */
public record LogScope(@Nullable UUID person, @Nullable UUID school) {

    public static LogScope of(Actor actor) {
        return new LogScope(actor.may(Permission.LOG_READ) ? null : actor.person(), actor.school());
    }

    Condition condition() {
        var fits = DSL.noCondition();
        if (person != null) fits = fits.and(WEEKLY_LOG.PERSON_ID.eq(person));
        return school == null ? fits : fits.and(WEEKLY_LOG.SCHOOL_ID.eq(school));
    }
}
