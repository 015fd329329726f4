package org.daywatch.staffing.offers;

import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.SCHOOL_BLOCK;

import java.util.ArrayList;
import org.daywatch.staffing.offers.OfficerFiles.OfficerFile;
import org.daywatch.staffing.offers.Verdict.Line;
import org.daywatch.staffing.shifts.Seats.Seat;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Judges an officer for a post, and writes the judgement down as it is kept with the shift. */
@Component
@Transactional(readOnly = true)
class OfferJudge {

    private final DSLContext db;
    private final JsonMapper json;

    OfferJudge(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Verdict judge(OfficerFile officer, Seat seat) {
        var lines = new ArrayList<Line>();
        lines.add(line("ACTIVE", officer.state().equals("ACTIVE"), "Your file is not active.", "Ask your department."));
        lines.add(line("ROLE", officer.roles().contains(seat.role()), "The post wants an officer in the role " + seat.role() + ".", ""));
        boolean blocked = db.fetchExists(SCHOOL_BLOCK, SCHOOL_BLOCK.OFFICER_ID.eq(officer.id()).and(SCHOOL_BLOCK.SCHOOL_ID.eq(seat.schoolId()))
                .and(SCHOOL_BLOCK.OUTCOME.isNull().or(SCHOOL_BLOCK.OUTCOME.ne("LIFTED"))));
        lines.add(line("SCHOOL_BLOCK", !blocked, "The school has asked for other officers.", "You can appeal."));
        boolean busy = db.fetchExists(HOUR_ENTRY, HOUR_ENTRY.OFFICER_ID.eq(officer.id()).and(HOUR_ENTRY.STARTS_AT.lt(seat.window().end()))
                .and(HOUR_ENTRY.ENDS_AT.gt(seat.window().start())));
        lines.add(line("OVERLAP", !busy, "You have other work then.", ""));
        return new Verdict(lines);
    }

    String evidence(Verdict verdict) {
        return json.writeValueAsString(verdict);
    }

    private static Line line(String rule, boolean holds, String words, String mend) {
        return new Line(rule, holds, holds ? "" : words, holds ? "" : mend);
    }
}
