package org.daywatch.emergencies.incidents.commandpost;

import static org.daywatch_db.emergencies.Tables.COMMAND_POST;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.emergencies.IncidentRefusal;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.platform.errors.Refused;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One row for each incident, of the command that holds now. */
@Component
@Transactional
public class CommandPosts {

    private final DSLContext db;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final Clock clock;

    CommandPosts(DSLContext db, IncidentStore incidents, IncidentCommands commands, Clock clock) {
        this.db = db;
        this.incidents = incidents;
        this.commands = commands;
        this.clock = clock;
    }

    /** Of the person who commands now; what another said before them does not count any more. */
    @Transactional(readOnly = true)
    public CommandPost of(Incident incident) {
        var holder = incident.holder();
        if (holder == null) return CommandPost.NOT_SAID;
        return db.selectFrom(COMMAND_POST).where(COMMAND_POST.INCIDENT_ID.eq(incident.id()))
                .and(COMMAND_POST.HELD_SINCE.eq(holder.since()))
                .fetchOptional(r -> new CommandPost(r.getOffice(), r.getReach(), r.getPlace()))
                .orElse(CommandPost.NOT_SAID);
    }

    /** The commander says it themselves; for one without an account the person who leads writes it. */
    void say(UUID id, CommandPost post, By by) {
        var incident = incidents.lock(id);
        var holder = incident.holder();
        if (holder == null) throw new Refused(IncidentRefusal.INCIDENT_NOBODY_COMMANDS);
        boolean theirs = holder.person() == null ? by.leads() : holder.person().equals(by.person());
        if (!theirs)
            throw new Refused(IncidentRefusal.INCIDENT_NOT_IN_COMMAND, java.util.Map.of("name", holder.name()));
        db.insertInto(COMMAND_POST).set(COMMAND_POST.AGENCY_ID, incident.agencyId()).set(COMMAND_POST.INCIDENT_ID, id)
                .set(COMMAND_POST.DISTRICT_ID, incident.districtId())
                .set(COMMAND_POST.HELD_SINCE, holder.since()).set(COMMAND_POST.OFFICE, post.office())
                .set(COMMAND_POST.REACH, post.reach()).set(COMMAND_POST.PLACE, post.place())
                .set(COMMAND_POST.SAID_AT, clock.instant()).set(COMMAND_POST.SAID_BY, by.name())
                .onConflict(COMMAND_POST.AGENCY_ID, COMMAND_POST.INCIDENT_ID).doUpdate().setAllToExcluded().execute();
        String words = Stream.of(post.office(), post.reach(), post.place()).filter(w -> !w.isEmpty())
                .collect(Collectors.joining(" · "));
        commands.write(incident, Line.of(clock.instant(), "CommandPostSaid", "", words, by));
    }
}
