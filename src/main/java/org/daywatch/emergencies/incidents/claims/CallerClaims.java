package org.daywatch.emergencies.incidents.claims;

import static org.daywatch_db.emergencies.Tables.CALLER_CLAIM;
import static org.daywatch_db.emergencies.Tables.PRESS;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a caller said together with what was found then: what the school knew at that minute. */
@Component
@Transactional
public class CallerClaims {

    private final DSLContext db;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final SchoolRooms rooms;
    private final BellDays bells;
    private final RoomAdults adults;
    private final Clock clock;

    CallerClaims(DSLContext db, IncidentStore incidents, IncidentCommands commands, SchoolRooms rooms, BellDays bells, RoomAdults adults, Clock clock) {
        this.db = db;
        this.incidents = incidents;
        this.commands = commands;
        this.rooms = rooms;
        this.bells = bells;
        this.adults = adults;
        this.clock = clock;
    }

    /** @return what fits and what does not, see {@link ClaimCheck} */
    public List<String> check(UUID incident, Campus school, String room, String words, By by) {
        var i = incidents.lock(incident);
        var now = clock.instant().atZone(school.zone());
        var today = bells.of(List.of(school.id()), now.toLocalDate(), now.toLocalDate()).stream().findFirst().map(d -> new ClaimCheck.Bells(d.firstBell(), d.lastBell()));
        var findings = new ArrayList<>(ClaimCheck.findings(room, rooms.of(school.id()), today, now.toLocalTime(), signs(i)));
        findings.addAll(adults.findings(i, school, room, now));
        var c = CALLER_CLAIM;
        db.insertInto(c).set(c.AGENCY_ID, i.agencyId()).set(c.ID, Ids.next()).set(c.INCIDENT_ID, incident).set(c.DISTRICT_ID, i.districtId()).set(c.ROOM, room)
                .set(c.WORDS, words).set(c.SAID_AT, clock.instant()).set(c.FINDINGS, findings.toArray(String[]::new)).set(c.BY_NAME, by.name())
                .set(c.BY_PERSON, by.person()).execute();
        commands.write(i, Line.of(clock.instant(), "CallerClaimChecked", findings.getFirst().replaceFirst("\\|.*", ""), room.isEmpty() ? words : room + ": " + words, by));
        return findings;
    }

    private List<ClaimCheck.Sign> signs(Incident incident) {
        return db.select(PRESS.ROOM_ID, PRESS.ACCEPTED_AT).from(PRESS).where(PRESS.ALERT_ID.eq(incident.id())).fetch(r -> new ClaimCheck.Sign(r.value1(), r.value2()));
    }
}
