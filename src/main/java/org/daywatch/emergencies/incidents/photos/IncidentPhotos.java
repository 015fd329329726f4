package org.daywatch.emergencies.incidents.photos;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.IncidentEvent.PhotoAdded;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.pictures.CleanPicture;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Photos in the database, so that row security and backups hold for them too. */
@Component
@Transactional
public class IncidentPhotos {

    private final IncidentPhotoStore store;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    IncidentPhotos(IncidentPhotoStore store, IncidentStore incidents, IncidentCommands commands, AuditLog audit,
            Facts facts, Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.commands = commands;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    public UUID add(UUID incident, CleanPicture picture, String caption, By by) {
        var i = incidents.lock(incident);
        UUID id = store.insert(i, picture, caption, by, clock.instant());
        facts.tell(new PhotoAdded(i.agencyId(), i.id(), clock.instant(), i.schoolId(), i.status(), id, by.name()));
        commands.write(i, Line.of(clock.instant(), "PhotoAdded", "", caption, by));
        return id;
    }

    /** Each look is a line of the audit. @throws NotFound when the incident has no such photo */
    public CleanPicture look(UUID incident, UUID photo) {
        var found = store.find(incident, photo).orElseThrow(() -> new NotFound("photo " + photo));
        audit.read("IncidentPhoto", "incident " + incident, java.util.Map.of("photo", photo));
        return found;
    }
}
