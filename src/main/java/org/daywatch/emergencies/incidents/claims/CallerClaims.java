package org.daywatch.emergencies.incidents.claims;

import static org.daywatch_db.emergencies.Tables.CALLER_CLAIM;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a caller said together with what was found then: what the school knew at that minute. */
@Component
@Transactional
public class CallerClaims {

    private final Forms forms;
    private final DSLContext db;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final ClaimFindings found;
    private final Clock clock;

    CallerClaims(DSLContext db, IncidentStore incidents, IncidentCommands commands, ClaimFindings found, Clock clock,
            Forms forms) {
        this.db = db;
        this.incidents = incidents;
        this.commands = commands;
        this.found = found;
        this.clock = clock;
        this.forms = forms;
    }

    /** What fits and what does not, see {@link ClaimCheck}. @param form sent twice it is one claim */
    public void check(UUID incident, Campus school, String room, String words, By by, UUID form) {
        var i = incidents.lock(incident);
        if (!forms.first(form)) return;
        var findings = found.of(Optional.of(i), school, room, clock.instant().atZone(school.zone()));
        var c = CALLER_CLAIM;
        db.insertInto(c).set(c.AGENCY_ID, i.agencyId()).set(c.ID, Ids.next()).set(c.INCIDENT_ID, incident)
                .set(c.DISTRICT_ID, i.districtId()).set(c.ROOM, room)
                .set(c.WORDS, words).set(c.SAID_AT, clock.instant()).set(c.FINDINGS, findings.toArray(String[]::new))
                .set(c.BY_NAME, by.name())
                .set(c.BY_PERSON, by.person()).execute();
        commands.write(i, Line.of(clock.instant(), "CallerClaimChecked", findings.getFirst().replaceFirst("\\|.*", ""),
                room.isEmpty() ? words : room + ": " + words, by));
    }
}
