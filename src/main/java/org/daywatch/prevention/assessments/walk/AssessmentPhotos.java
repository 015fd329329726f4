package org.daywatch.prevention.assessments.walk;

import static org.daywatch_db.prevention.Tables.ASSESSMENT_PHOTO;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.pictures.CleanPicture;
import org.daywatch.prevention.assessments.SiteAssessment;
import org.daywatch.prevention.findings.Finding.Mark;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Photos in the database, so that row security and backups hold for them too. The table refuses one once the assessment
 * is no draft.
 */
@Component
@Transactional
public class AssessmentPhotos {

    private final DSLContext db;
    private final AuditLog audit;

    AssessmentPhotos(DSLContext db, AuditLog audit) {
        this.db = db;
        this.audit = audit;
    }

    /** @param mark where on a site plan it was taken; null: nobody has said yet */
    public void add(UUID id, SiteAssessment a, String item, @Nullable Mark mark, CleanPicture picture, String caption,
            Instant at, String by) {
        var p = ASSESSMENT_PHOTO;
        db.insertInto(p).set(p.AGENCY_ID, a.agencyId()).set(p.ID, id).set(p.ASSESSMENT_ID, a.id()).set(p.ITEM, item)
                .set(p.DISTRICT_ID, a.districtId())
                .set(p.MEDIA_TYPE, picture.mediaType()).set(p.WIDTH, picture.width()).set(p.HEIGHT, picture.height())
                .set(p.PICTURE, picture.bytes()).set(p.CAPTION, caption)
                .set(p.AT, at).set(p.BY_NAME, by)
                .set(p.PLAN_ID, mark == null ? null : mark.plan())
                .set(p.MARK_ACROSS, mark == null ? null : BigDecimal.valueOf(mark.across()))
                .set(p.MARK_DOWN, mark == null ? null : BigDecimal.valueOf(mark.down())).execute();
        audit.act("AssessmentPhotoAdded", "assessment " + a.id(), Map.of("item", item));
    }

    /** Each look is a line of the audit. @throws NotFound when the assessment has no such photo */
    public CleanPicture look(UUID assessment, UUID photo) {
        var p = ASSESSMENT_PHOTO;
        var found = db.selectFrom(p).where(p.ID.eq(photo)).and(p.ASSESSMENT_ID.eq(assessment)).fetchOptional()
                .orElseThrow(() -> new NotFound("photo " + photo));
        audit.read("AssessmentPhoto", "assessment " + assessment, Map.of("photo", photo));
        return new CleanPicture(found.getMediaType(), found.getWidth(), found.getHeight(), found.getPicture());
    }
}
