package org.daywatch.transparency.programs.personal;

import static org.daywatch_db.transparency.Tables.CAMPUS_EXCEPTION;
import static org.daywatch_db.transparency.Tables.CAMPUS_EXCEPTION_END;
import static org.daywatch_db.transparency.Tables.FILED_PAPER;
import static org.daywatch_db.transparency.Tables.PROGRAM_CLOCK;
import static org.daywatch_db.transparency.Tables.REVIEW_LINK;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.staffing.OfficerFiles;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person did for a program, and which clocks ran about them as an officer. Secrets of links are nobody's data.
 */
@Component
@Transactional(readOnly = true)
class ProgramData implements PersonalData {

    private final DSLContext db;
    private final OfficerFiles officers;

    ProgramData(DSLContext db, OfficerFiles officers) {
        this.db = db;
        this.officers = officers;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var c = PROGRAM_CLOCK;
        var e = CAMPUS_EXCEPTION;
        var end = CAMPUS_EXCEPTION_END;
        var p = FILED_PAPER;
        var l = REVIEW_LINK;
        var all = new LinkedHashMap<String, List<Map<String, Object>>>();
        officers.ofPerson(person)
                .ifPresent(officer -> all.put("programClocksAboutMe",
                        db.select(c.KIND, c.SCHOOL_ID, c.STARTED_AT, c.DUE_AT, c.STATE, c.DONE_AT).from(c)
                                .where(c.OFFICER_ID.eq(officer)).orderBy(c.STARTED_AT).fetchMaps()));
        all.put("programClocksAnswered", db.select(c.KIND, c.SCHOOL_ID, c.STATE_AT, c.DONE_AT, c.WORDS).from(c)
                .where(c.ANSWERED_BY.eq(person)).orderBy(c.STATE_AT).fetchMaps());
        all.put("campusExceptionsEntered",
                db.select(e.SCHOOL_ID, e.BOARD_DAY, e.REASON, e.APPROVAL, e.ALTERNATIVE, e.ADDED_AT).from(e)
                        .where(e.ADDED_BY.eq(person)).orderBy(e.ADDED_AT).fetchMaps());
        all.put("campusExceptionsEnded", db.select(end.EXCEPTION_ID, end.LAST_DAY, end.REASON, end.ENDED_AT).from(end)
                .where(end.ENDED_BY.eq(person)).orderBy(end.ENDED_AT).fetchMaps());
        all.put("programPapersRecorded", db.select(p.SCHOOL_ID, p.SUBJECT, p.DAY, p.TITLE, p.KEPT, p.FILED_AT).from(p)
                .where(p.FILED_BY.eq(person)).orderBy(p.FILED_AT).fetchMaps());
        all.put("reviewLinksMade",
                db.select(l.DISTRICT_ID, l.SCHOOL_ID, l.FOR_WHOM, l.MADE_AT, l.EXPIRES_AT, l.REVOKED_AT).from(l)
                        .where(l.MADE_BY.eq(person)).orderBy(l.MADE_AT).fetchMaps());
        return all;
    }
}
