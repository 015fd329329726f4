package org.daywatch.year;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;

/** Which of several funded posts at a school pays is told by the kind of the post on which an officer stood: there the shift stands in staffing too. */
final class LivedShifts {

    private final LivedYear year;
    private final DSLContext db;
    private final Map<UUID, UUID> requests = new HashMap<>();

    LivedShifts(LivedYear year, DSLContext db) {
        this.year = year;
        this.db = db;
    }

    /** Bound as the agency. */
    void stand(Script.Fact fact, Instant from, Instant to) {
        var posts = year.script.rows("people.csv").stream().filter(r -> r.getField("what").equals("POST")).toList();
        if (posts.stream().filter(r -> (" " + r.getField("school") + " ").contains(" " + fact.school() + " ")).count() < 2) return;
        String kind = posts.stream().filter(r -> r.getField("key").equals(fact.post())).findFirst().orElseThrow().getField("detail");
        var school = year.schools.get(fact.school());
        var post = Ids.next();
        db.insertInto(POST).set(POST.AGENCY_ID, year.cast.agency()).set(POST.ID, post).set(POST.DISTRICT_ID, year.cast.mesquite()).set(POST.SCHOOL_ID, school)
                .set(POST.REQUEST_ID, requests.computeIfAbsent(school, this::request)).set(POST.DAY, fact.day()).set(POST.SEAT, kind.equals("JPO") ? 2 : 1).set(POST.STARTS_AT, from)
                .set(POST.ENDS_AT, to).set(POST.ROLE, kind).set(POST.BELL_KIND, "REGULAR").set(POST.STATE, "FILLED").set(POST.POSTED_RANK, 1).execute();
        db.insertInto(SHIFT).set(SHIFT.AGENCY_ID, year.cast.agency()).set(SHIFT.ID, Ids.next()).set(SHIFT.DISTRICT_ID, year.cast.mesquite()).set(SHIFT.SCHOOL_ID, school)
                .set(SHIFT.POST_ID, post).set(SHIFT.OFFICER_ID, year.officerIds.get(fact.officer())).set(SHIFT.PERSON_ID, year.officers.get(fact.officer()).person())
                .set(SHIFT.OFFICER_NAME, fact.officer()).set(SHIFT.DEPARTMENT_ID, year.cast.department()).set(SHIFT.STARTS_AT, from).set(SHIFT.ENDS_AT, to).set(SHIFT.STATE, "ENDED")
                .set(SHIFT.ACCEPTED_AT, from).set(SHIFT.ACCEPTED_BY, "OFFICER").set(SHIFT.CHECKED_IN_AT, from).set(SHIFT.CHECKED_OUT_AT, to).set(SHIFT.CHECK_IN_PROOF, "DESK_CODE").execute();
    }

    private UUID request(UUID school) {
        var id = Ids.next();
        db.insertInto(DETAIL_REQUEST).set(DETAIL_REQUEST.AGENCY_ID, year.cast.agency()).set(DETAIL_REQUEST.ID, id).set(DETAIL_REQUEST.DISTRICT_ID, year.cast.mesquite())
                .set(DETAIL_REQUEST.SCHOOL_ID, school).set(DETAIL_REQUEST.NUMBER, "R-" + id).set(DETAIL_REQUEST.KIND, "TERM").set(DETAIL_REQUEST.ROLE, "SSO").set(DETAIL_REQUEST.OFFICERS, 1)
                .set(DETAIL_REQUEST.FIRST_DAY, year.script.firstDay()).set(DETAIL_REQUEST.LAST_DAY, year.script.lastDay()).set(DETAIL_REQUEST.REASON, "cover the year")
                .set(DETAIL_REQUEST.DUTIES, "post orders").set(DETAIL_REQUEST.STATE, "ACCEPTED").set(DETAIL_REQUEST.CREATED_AT, Instant.parse("2026-07-01T12:00:00Z")).execute();
        return id;
    }
}
