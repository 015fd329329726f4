package org.daywatch.emergencies.aftermath;

import static org.daywatch_db.emergencies.Tables.AFTER_ACTION;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.CAPABILITY_RATING;
import static org.daywatch_db.emergencies.Tables.INCIDENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Real alerts that are over and whose after-action report is not written: something rated, and what went well in words.
 * A call for help of one room and what was called off as a mistake ask for none; a drill's review is kept where drills
 * are.
 */
@Component
@Transactional(readOnly = true)
public class AfterActionDues {

    /** Older ones are history: nobody remembers them well enough to write. */
    private static final Duration LOOKED_BACK = Duration.ofDays(365);

    private final DSLContext db;
    private final ProgramRules rules;
    private final Campuses campuses;
    private final Clock clock;

    AfterActionDues(DSLContext db, ProgramRules rules, Campuses campuses, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.campuses = campuses;
        this.clock = clock;
    }

    /** @param began the day on the school's clock. @param by the last day in time */
    public record Wanted(UUID incident, Campus school, LocalDate began, LocalDate by, boolean late) {}

    /** @param schools only these; empty: all of the organization that is bound. The oldest first */
    public List<Wanted> of(Optional<Set<UUID>> schools) {
        return wanted(schools.map(INCIDENT.SCHOOL_ID::in).orElse(DSL.noCondition()));
    }

    /** Empty where nothing is asked for, or it is written. */
    public Optional<Wanted> of(UUID incident) {
        return wanted(INCIDENT.ID.eq(incident)).stream().findFirst();
    }

    private List<Wanted> wanted(Condition which) {
        var book = rules.book();
        var rated = DSL.exists(
                DSL.selectOne().from(CAPABILITY_RATING).where(CAPABILITY_RATING.AGENCY_ID.eq(INCIDENT.AGENCY_ID))
                        .and(CAPABILITY_RATING.INCIDENT_ID.eq(INCIDENT.ID)));
        var strengths = DSL
                .exists(DSL.selectOne().from(AFTER_ACTION).where(AFTER_ACTION.AGENCY_ID.eq(INCIDENT.AGENCY_ID))
                        .and(AFTER_ACTION.INCIDENT_ID.eq(INCIDENT.ID)).and(AFTER_ACTION.STRENGTHS.ne("")));
        var over = INCIDENT.ALERT_ID.isNull().and(INCIDENT.STATE.eq("CLOSED"))
                .or(ALERT.STATE.eq("ENDED").and(ALERT.ACTION.notLike("HELP_%")));
        Instant since = clock.instant().minus(LOOKED_BACK);
        var found = new ArrayList<Wanted>();
        db.select(INCIDENT.ID, INCIDENT.SCHOOL_ID, INCIDENT.OPENED_AT).from(INCIDENT).leftJoin(ALERT)
                .on(ALERT.AGENCY_ID.eq(INCIDENT.AGENCY_ID), ALERT.ID.eq(INCIDENT.ALERT_ID))
                .where(which).and(INCIDENT.STATUS.eq("ACTUAL")).and(INCIDENT.OPENED_AT.gt(since)).and(over)
                .andNot(DSL.condition(rated).and(strengths)).orderBy(INCIDENT.OPENED_AT)
                .forEach(r -> campuses.find(r.get(INCIDENT.SCHOOL_ID)).ifPresent(
                        school -> found.add(wanted(r.get(INCIDENT.ID), school, r.get(INCIDENT.OPENED_AT), book))));
        return found;
    }

    private Wanted wanted(UUID incident, Campus school, Instant opened, RuleBook book) {
        var day = opened.atZone(school.zone()).toLocalDate();
        var by = day.plusDays(
                book.get("AFTER_ACTION_WITHIN", day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state()))
                        .number());
        return new Wanted(incident, school, day, by, LocalDate.now(clock.withZone(school.zone())).isAfter(by));
    }
}
