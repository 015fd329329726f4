package org.daywatch.prevention.findings;

import static org.daywatch_db.prevention.Tables.FINDING_PHOTO;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.pictures.CleanPicture;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.findings.FindingPhotos.Shown;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Photos of findings as stored. */
@Repository
@Transactional
public class FindingPhotoStore {

    private final DSLContext db;

    FindingPhotoStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<Shown> of(UUID finding) {
        var p = FINDING_PHOTO;
        return db.select(p.ID, p.CAPTION, p.WIDTH, p.HEIGHT, p.AT, p.BY_NAME).from(p).where(p.FINDING_ID.eq(finding))
                .orderBy(p.AT, p.ID)
                .fetch(r -> new Shown(r.get(p.ID), r.get(p.CAPTION), r.get(p.WIDTH), r.get(p.HEIGHT), r.get(p.AT),
                        r.get(p.BY_NAME)));
    }

    UUID insert(Finding f, CleanPicture picture, String caption, By by, Instant now) {
        UUID id = Ids.next();
        var p = FINDING_PHOTO;
        db.insertInto(p).set(p.AGENCY_ID, f.agencyId()).set(p.ID, id).set(p.FINDING_ID, f.id())
                .set(p.DISTRICT_ID, f.districtId()).set(p.CAPTION, caption)
                .set(p.MEDIA_TYPE, picture.mediaType()).set(p.WIDTH, picture.width()).set(p.HEIGHT, picture.height())
                .set(p.PICTURE, picture.bytes())
                .set(p.AT, now).set(p.BY_NAME, by.name()).set(p.BY_PERSON, by.person()).execute();
        return id;
    }

    Optional<CleanPicture> find(UUID finding, UUID photo) {
        var p = FINDING_PHOTO;
        return db.selectFrom(p).where(p.ID.eq(photo)).and(p.FINDING_ID.eq(finding))
                .fetchOptional(r -> new CleanPicture(r.getMediaType(), r.getWidth(), r.getHeight(), r.getPicture()));
    }
}
