package org.daywatch.emergencies.incidents.claims;

import static org.daywatch_db.emergencies.Tables.REACH;
import static org.daywatch_db.emergencies.Tables.ROLL_CALL;
import static org.daywatch_db.emergencies.Tables.ROLL_PLACE;
import static org.daywatch_db.emergencies.Tables.ROLL_REPORT;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.claims.ClaimCheck.Answer;
import org.daywatch.platform.tenancy.OnBehalf;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What the adults who should be in a room have answered. Rosters are the district's: they are asked in its name, and
 * only numbers come back.
 */
@Component
class RoomAdults {

    private final DSLContext db;
    private final ClassRosters rosters;
    private final OnBehalf onBehalf;

    RoomAdults(DSLContext db, ClassRosters rosters, OnBehalf onBehalf) {
        this.db = db;
        this.rosters = rosters;
        this.onBehalf = onBehalf;
    }

    /** @param room as the caller named it; blank: nobody can be asked. @return as {@link ClaimCheck#adults} */
    List<String> findings(Incident incident, Campus school, String room, ZonedDateTime now) {
        if (room.isBlank()) return List.of();
        var said = new ArrayList<String>();
        onBehalf.run(school.districtId(), () -> {
            var emails = rosters.meeting(school, now.toLocalTime()).stream()
                    .filter(g -> ClaimCheck.same(room, g.room())).flatMap(g -> g.adults().stream())
                    .map(RosterPerson::email)
                    .filter(e -> !e.isEmpty()).distinct().toList();
            said.addAll(ClaimCheck.adults(answers(incident.id(), emails), secured(incident.id(), room)));
        });
        return said;
    }

    /** One for each adult; SILENT where nothing came from them. */
    private List<Answer> answers(UUID alert, List<String> emails) {
        var answers = new ArrayList<Answer>();
        for (String email : emails) {
            var state = db.select(REACH.STATE).from(REACH).join(MEMBERSHIP).on(MEMBERSHIP.PERSON_ID.eq(REACH.PERSON_ID))
                    .where(REACH.ALERT_ID.eq(alert))
                    .and(DSL.lower(MEMBERSHIP.EMAIL).eq(email)).limit(1).fetchOptional(REACH.STATE);
            answers.add(Answer.of(state.orElse("")));
        }
        return answers;
    }

    /** What was last reported of the room itself. */
    private List<Boolean> secured(UUID alert, String room) {
        return db.select(ROLL_PLACE.ROOM, ROLL_REPORT.SECURED).from(ROLL_REPORT)
                .join(ROLL_PLACE)
                .on(ROLL_PLACE.DISTRICT_ID.eq(ROLL_REPORT.DISTRICT_ID), ROLL_PLACE.ID.eq(ROLL_REPORT.PLACE_ID))
                .join(ROLL_CALL)
                .on(ROLL_CALL.DISTRICT_ID.eq(ROLL_REPORT.DISTRICT_ID), ROLL_CALL.ID.eq(ROLL_REPORT.CALL_ID))
                .where(ROLL_CALL.ALERT_ID.eq(alert)).and(ROLL_REPORT.SECURED.isNotNull())
                .orderBy(ROLL_REPORT.SAID_AT.desc())
                .fetch().stream().filter(r -> ClaimCheck.same(room, r.get(ROLL_PLACE.ROOM)))
                .map(r -> r.get(ROLL_REPORT.SECURED)).limit(1).toList();
    }
}
