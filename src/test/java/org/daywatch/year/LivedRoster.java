package org.daywatch.year;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.Story;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.ClockRecords.ClockRecord;
import org.jooq.DSLContext;

/**
 * Rows of the roster, where a school has several funded posts: a line is paid for by the post of the kind on which its officer stood that day, and that
 * is read from the roster. They stand in for a plan that nobody makes in the scripted years.
 */
final class LivedRoster {

    private final DSLContext db;
    private final Script script;
    private final Story.Cast cast;
    /** By the key of the funded post. */
    private final Map<String, UUID> requests = new HashMap<>();

    LivedRoster(DSLContext db, Script script, Story.Cast cast) {
        this.db = db;
        this.script = script;
        this.cast = cast;
    }

    /** He stood there from check-in to check-out. */
    void stood(Script.Fact fact, ClockRecord shift) {
        var there = script.rows("people.csv").stream().filter(r -> r.getField("what").equals("POST") && List.of(r.getField("school").split(" ")).contains(fact.school()))
                .filter(r -> !LocalDate.parse(r.getField("from")).isAfter(fact.day())).toList();
        if (there.size() < 2) return;
        var kind = there.stream().filter(r -> r.getField("key").equals(fact.post())).findFirst().orElseThrow().getField("detail").split(" ")[0];
        var post = Ids.next();
        var request = requests.computeIfAbsent(fact.post() + " " + fact.school(), key -> request(fact, shift, kind));
        db.insertInto(POST).set(POST.AGENCY_ID, cast.agency()).set(POST.ID, post).set(POST.DISTRICT_ID, shift.districtId()).set(POST.SCHOOL_ID, shift.schoolId()).set(POST.REQUEST_ID, request)
                .set(POST.DAY, fact.day()).set(POST.SEAT, 1).set(POST.STARTS_AT, shift.from()).set(POST.ENDS_AT, shift.to()).set(POST.ROLE, kind).set(POST.BELL_KIND, "REGULAR")
                .set(POST.STATE, "FILLED").execute();
        db.insertInto(SHIFT).set(SHIFT.AGENCY_ID, cast.agency()).set(SHIFT.ID, shift.shift()).set(SHIFT.DISTRICT_ID, shift.districtId()).set(SHIFT.SCHOOL_ID, shift.schoolId())
                .set(SHIFT.POST_ID, post).set(SHIFT.OFFICER_ID, shift.officerId()).set(SHIFT.PERSON_ID, shift.person()).set(SHIFT.OFFICER_NAME, shift.name())
                .set(SHIFT.DEPARTMENT_ID, cast.department()).set(SHIFT.STARTS_AT, shift.from()).set(SHIFT.ENDS_AT, shift.to()).set(SHIFT.STATE, "ENDED").set(SHIFT.ACCEPTED_AT, shift.from())
                .set(SHIFT.ACCEPTED_BY, "OFFICER").set(SHIFT.CHECKED_IN_AT, shift.from()).set(SHIFT.CHECK_IN_PROOF, "COORDINATOR").set(SHIFT.CHECKED_OUT_AT, shift.to()).execute();
    }

    private UUID request(Script.Fact fact, ClockRecord shift, String kind) {
        var id = Ids.next();
        db.insertInto(DETAIL_REQUEST).set(DETAIL_REQUEST.AGENCY_ID, cast.agency()).set(DETAIL_REQUEST.ID, id).set(DETAIL_REQUEST.DISTRICT_ID, shift.districtId())
                .set(DETAIL_REQUEST.SCHOOL_ID, shift.schoolId()).set(DETAIL_REQUEST.NUMBER, fact.post() + " " + fact.school()).set(DETAIL_REQUEST.KIND, "TERM").set(DETAIL_REQUEST.ROLE, kind)
                .set(DETAIL_REQUEST.OFFICERS, 1).set(DETAIL_REQUEST.FIRST_DAY, fact.day()).set(DETAIL_REQUEST.LAST_DAY, script.lastDay()).set(DETAIL_REQUEST.REASON, "an officer of this post")
                .set(DETAIL_REQUEST.DUTIES, "Walk the doors.").set(DETAIL_REQUEST.STATE, "ACCEPTED").set(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID, cast.department())
                .set(DETAIL_REQUEST.CREATED_AT, shift.from()).execute();
        return id;
    }
}
