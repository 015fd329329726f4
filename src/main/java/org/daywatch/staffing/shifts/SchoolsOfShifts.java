package org.daywatch.staffing.shifts;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.staffing.OfficerSchools;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer's schools, from their shifts. */
@Component
@Transactional(readOnly = true)
class SchoolsOfShifts implements OfficerSchools {

    private static final Duration MARGIN = Duration.ofMinutes(30);

    private final DSLContext db;
    private final Clock clock;

    SchoolsOfShifts(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Map<UUID, UUID> of(UUID person) {
        return of(Set.of(person)).getOrDefault(person, Map.of());
    }

    @Override
    public Map<UUID, Map<UUID, UUID>> of(Collection<UUID> people) {
        var now = clock.instant();
        var schools = new HashMap<UUID, Map<UUID, UUID>>();
        db.select(SHIFT.PERSON_ID, SHIFT.SCHOOL_ID, SHIFT.DISTRICT_ID).from(SHIFT).where(SHIFT.PERSON_ID.in(people))
                .and(SHIFT.STATE.eq("ON_POST")
                        .or(SHIFT.STATE.eq("SCHEDULED").and(SHIFT.STARTS_AT.le(now.plus(MARGIN)))
                                .and(SHIFT.ENDS_AT.ge(now.minus(MARGIN)))))
                .forEach(row -> schools.computeIfAbsent(row.get(SHIFT.PERSON_ID), p -> new HashMap<>())
                        .put(row.get(SHIFT.SCHOOL_ID), row.get(SHIFT.DISTRICT_ID)));
        return schools;
    }

    @Override
    public Map<UUID, String> at(UUID school) {
        return db.select(SHIFT.PERSON_ID, OFFICER.FULL_NAME).from(SHIFT).join(OFFICER)
                .on(OFFICER.AGENCY_ID.eq(SHIFT.AGENCY_ID), OFFICER.PERSON_ID.eq(SHIFT.PERSON_ID))
                .where(SHIFT.SCHOOL_ID.eq(school)).and(SHIFT.STATE.eq("ON_POST"))
                .fetchMap(SHIFT.PERSON_ID, OFFICER.FULL_NAME);
    }

    @Override
    public List<OnPost> onPost() {
        return db.select(SHIFT.DISTRICT_ID, SHIFT.SCHOOL_ID, SHIFT.PERSON_ID, OFFICER.FULL_NAME).from(SHIFT)
                .join(OFFICER).on(OFFICER.AGENCY_ID.eq(SHIFT.AGENCY_ID),
                        OFFICER.PERSON_ID.eq(SHIFT.PERSON_ID))
                .where(SHIFT.STATE.eq("ON_POST")).fetch(row -> new OnPost(row.get(SHIFT.DISTRICT_ID),
                        row.get(SHIFT.SCHOOL_ID), row.get(SHIFT.PERSON_ID), row.get(OFFICER.FULL_NAME)));
    }
}
