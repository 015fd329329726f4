package org.daywatch.staffing.shifts;

import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.staffing.SchoolOfficers;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A school's officers, from shifts that were begun. */
@Component
@Transactional(readOnly = true)
class OfficersOfSchool implements SchoolOfficers {

    private static final Field<LocalDate> DAY = DSL.field(DSL.name("day"), LocalDate.class);

    private final DSLContext db;

    OfficersOfSchool(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Worked> since(UUID school, LocalDate from) {
        var earliest = from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(); // no zone is so far ahead
        // The few that were begun first, and then the day of each one's post: a join may read all posts to come for each of them.
        var begun = db.select(SHIFT.OFFICER_ID, SHIFT.PERSON_ID, SHIFT.OFFICER_NAME,
                DSL.field(DSL.select(POST.DAY).from(POST).where(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID))
                        .and(POST.ID.eq(SHIFT.POST_ID))).as(DAY))
                .from(SHIFT).where(SHIFT.SCHOOL_ID.eq(school)).and(SHIFT.STARTS_AT.ge(earliest))
                .and(SHIFT.STATE.in("ON_POST", "ENDED")).asTable("begun");
        var officer = begun.field(SHIFT.OFFICER_ID);
        var first = DSL.min(begun.field(DAY));
        var lastOfficerName = DSL.max(begun.field(SHIFT.OFFICER_NAME));
        var foundPersonId = begun.field(SHIFT.PERSON_ID);
        return db.select(officer, foundPersonId, lastOfficerName, first).from(begun).where(begun.field(DAY).ge(from))
                .groupBy(officer, begun.field(SHIFT.PERSON_ID)).orderBy(first, officer)
                .fetch(r -> new Worked(r.get(officer), r.get(foundPersonId), r.get(lastOfficerName), r.get(first)));
    }

    @Override
    public Map<UUID, Span> worked(UUID person) {
        var lastDay = DSL.max(POST.DAY);
        var firstDay = DSL.min(POST.DAY);
        return db.select(SHIFT.SCHOOL_ID, firstDay, lastDay).from(SHIFT).join(POST)
                .on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID), POST.ID.eq(SHIFT.POST_ID))
                .where(SHIFT.PERSON_ID.eq(person)).and(SHIFT.STATE.in("ON_POST", "ENDED")).groupBy(SHIFT.SCHOOL_ID)
                .fetchMap(SHIFT.SCHOOL_ID, r -> new Span(r.get(firstDay), r.get(lastDay)));
    }
}
