package org.daywatch.planning.personal;

import static org.daywatch_db.planning.Tables.AGREEMENT;
import static org.daywatch_db.planning.Tables.MEETING_ATTENDANCE;
import static org.daywatch_db.planning.Tables.SAFETY_MEETING;
import static org.daywatch_db.planning.Tables.TEAM_MEMBER;

import java.time.Instant;
import java.time.ZoneOffset;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What of safety teams and agreements is forgotten, and when. An agreement that is not over is kept whatever its age.
 */
final class TeamKeepers {

    private TeamKeepers() {}

    @Component
    record Meetings(DSLContext db) implements RecordKeeper {

        @Override
        public String kind() {
            return "SAFETY_MEETING";
        }

        /** A member goes once no minutes name them any more. */
        @Override
        public int forget(Instant before) {
            var day = before.atOffset(ZoneOffset.UTC).toLocalDate();
            int meetings = db.deleteFrom(SAFETY_MEETING).where(SAFETY_MEETING.AGENCY_ID.eq(Tenancy.tenant()))
                    .and(SAFETY_MEETING.DAY.lt(day)).execute();
            var named = DSL.selectOne().from(MEETING_ATTENDANCE)
                    .where(MEETING_ATTENDANCE.AGENCY_ID.eq(TEAM_MEMBER.AGENCY_ID))
                    .and(MEETING_ATTENDANCE.MEMBER_ID.eq(TEAM_MEMBER.ID));
            db.deleteFrom(TEAM_MEMBER).where(TEAM_MEMBER.AGENCY_ID.eq(Tenancy.tenant())).and(TEAM_MEMBER.TO_DAY.lt(day))
                    .andNotExists(named).execute();
            return meetings;
        }
    }

    @Component
    record Agreements(DSLContext db) implements RecordKeeper {

        @Override
        public String kind() {
            return "AGREEMENT";
        }

        @Override
        public int forget(Instant before) {
            return db.deleteFrom(AGREEMENT).where(AGREEMENT.AGENCY_ID.eq(Tenancy.tenant()))
                    .and(AGREEMENT.STATE.in("EXPIRED", "RENEWED", "ENDED"))
                    .and(AGREEMENT.ENDS_DAY.lt(before.atOffset(ZoneOffset.UTC).toLocalDate())).execute();
        }
    }
}
