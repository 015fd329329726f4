package org.daywatch.prevention.assessments.walk;

import static org.daywatch_db.prevention.Tables.ASSESSMENT_PHOTO;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.pictures.CleanPicture;
import org.daywatch.prevention.assessments.SiteAssessment;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Photos in the database, so that row security and backups hold for them too. The table refuses one once the assessment is no draft. */
@Component
@Transactional
public class AssessmentPhotos {

    private final DSLContext db;
    private final AuditLog audit;
    private final Clock clock;

    AssessmentPhotos(DSLContext db, AuditLog audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    public void add(SiteAssessment a, String item, CleanPicture picture, String caption, String by) {
        var p = ASSESSMENT_PHOTO;
        db.insertInto(p).set(p.AGENCY_ID, a.agencyId()).set(p.ID, Ids.next()).set(p.ASSESSMENT_ID, a.id()).set(p.ITEM, item).set(p.DISTRICT_ID, a.districtId())
                .set(p.MEDIA_TYPE, picture.mediaType()).set(p.WIDTH, picture.width()).set(p.HEIGHT, picture.height()).set(p.PICTURE, picture.bytes()).set(p.CAPTION, caption)
                .set(p.AT, clock.instant()).set(p.BY_NAME, by).execute();
        audit.act("AssessmentPhotoAdded", "assessment " + a.id(), Map.of("item", item));
    }

    /** Each look is a line of the audit. @throws NotFound when the assessment has no such photo */
    public CleanPicture look(UUID assessment, UUID photo) {
        var p = ASSESSMENT_PHOTO;
        var found = db.selectFrom(p).where(p.ID.eq(photo)).and(p.ASSESSMENT_ID.eq(assessment)).fetchOptional().orElseThrow(() -> new NotFound("photo " + photo));
        audit.read("AssessmentPhoto", "assessment " + assessment, Map.of("photo", photo));
        return new CleanPicture(found.getMediaType(), found.getWidth(), found.getHeight(), found.getPicture());
    }
}
