package org.daywatch.emergencies.incidents.photos;

import static org.daywatch_db.emergencies.Tables.INCIDENT_PHOTO;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.emergencies.IncidentEvent.PhotoAdded;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.pictures.CleanPicture;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Photos in the database, so that row security and backups hold for them too. */
@Component
@Transactional
public class IncidentPhotos {

    private final DSLContext db;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    IncidentPhotos(DSLContext db, IncidentStore incidents, IncidentCommands commands, AuditLog audit, Facts facts,
            Clock clock) {
        this.db = db;
        this.incidents = incidents;
        this.commands = commands;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    public UUID add(UUID incident, CleanPicture picture, String caption, By by) {
        var i = incidents.lock(incident);
        UUID id = Ids.next();
        var p = INCIDENT_PHOTO;
        db.insertInto(p).set(p.AGENCY_ID, i.agencyId()).set(p.ID, id).set(p.INCIDENT_ID, incident)
                .set(p.DISTRICT_ID, i.districtId()).set(p.CAPTION, caption)
                .set(p.MEDIA_TYPE, picture.mediaType()).set(p.WIDTH, picture.width()).set(p.HEIGHT, picture.height())
                .set(p.PICTURE, picture.bytes())
                .set(p.AT, clock.instant()).set(p.BY_NAME, by.name()).set(p.BY_PERSON, by.person()).execute();
        facts.tell(new PhotoAdded(i.agencyId(), i.id(), clock.instant(), i.schoolId(), i.status(), id, by.name()));
        commands.write(i, Line.of(clock.instant(), "PhotoAdded", "", caption, by));
        return id;
    }

    /** Each look is a line of the audit. @throws NotFound when the incident has no such photo */
    public CleanPicture look(UUID incident, UUID photo) {
        var p = INCIDENT_PHOTO;
        var found = db.selectFrom(p).where(p.ID.eq(photo)).and(p.INCIDENT_ID.eq(incident)).fetchOptional()
                .orElseThrow(() -> new NotFound("photo " + photo));
        audit.read("IncidentPhoto", "incident " + incident, java.util.Map.of("photo", photo));
        return new CleanPicture(found.getMediaType(), found.getWidth(), found.getHeight(), found.getPicture());
    }
}
