package org.daywatch.emergencies.incidents.photos;

import static org.daywatch_db.emergencies.Tables.INCIDENT_PHOTO;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.pictures.CleanPicture;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Photos as stored. */
@Repository
@Transactional
class IncidentPhotoStore {

    private final DSLContext db;

    IncidentPhotoStore(DSLContext db) {
        this.db = db;
    }

    UUID insert(Incident i, CleanPicture picture, String caption, By by, Instant now) {
        UUID id = Ids.next();
        var p = INCIDENT_PHOTO;
        db.insertInto(p).set(p.AGENCY_ID, i.agencyId()).set(p.ID, id).set(p.INCIDENT_ID, i.id())
                .set(p.DISTRICT_ID, i.districtId()).set(p.CAPTION, caption)
                .set(p.MEDIA_TYPE, picture.mediaType()).set(p.WIDTH, picture.width()).set(p.HEIGHT, picture.height())
                .set(p.PICTURE, picture.bytes())
                .set(p.AT, now).set(p.BY_NAME, by.name()).set(p.BY_PERSON, by.person()).execute();
        return id;
    }

    Optional<CleanPicture> find(UUID incident, UUID photo) {
        var p = INCIDENT_PHOTO;
        return db.selectFrom(p).where(p.ID.eq(photo)).and(p.INCIDENT_ID.eq(incident))
                .fetchOptional(r -> new CleanPicture(r.getMediaType(), r.getWidth(), r.getHeight(), r.getPicture()));
    }
}
