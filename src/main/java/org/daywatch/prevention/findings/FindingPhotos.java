package org.daywatch.prevention.findings;

import static org.daywatch_db.prevention.Tables.FINDING_PHOTO;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.pictures.CleanPicture;
import org.daywatch.prevention.PreventionEvent.FindingPhotoAdded;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * Photos in the database, so that row security and backups hold for them too. A photo shows where a school is weak:
 * each look is a line of the audit.
 */
@Component
@Transactional
public class FindingPhotos {

    private final DSLContext db;
    private final FindingStore findings;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    FindingPhotos(DSLContext db, FindingStore findings, AuditLog audit, Facts facts, Clock clock) {
        this.db = db;
        this.findings = findings;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    public record Shown(UUID id, String caption, int width, int height, Instant at, String by) {}

    /** @return null where none was sent. @throws InvalidInput naming {@code photo} when it is none */
    public static @Nullable CleanPicture read(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) return null;
        CleanPicture.mayBe(file.getSize());
        try {
            return CleanPicture.of(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The photo could not be read.\nMaybe the disk is full.", e);
        }
    }

    public UUID add(UUID finding, CleanPicture picture, String caption, By by) {
        var f = findings.find(finding).orElseThrow(() -> new NotFound("finding " + finding));
        UUID id = Ids.next();
        var p = FINDING_PHOTO;
        db.insertInto(p).set(p.AGENCY_ID, f.agencyId()).set(p.ID, id).set(p.FINDING_ID, finding)
                .set(p.DISTRICT_ID, f.districtId()).set(p.CAPTION, caption)
                .set(p.MEDIA_TYPE, picture.mediaType()).set(p.WIDTH, picture.width()).set(p.HEIGHT, picture.height())
                .set(p.PICTURE, picture.bytes())
                .set(p.AT, clock.instant()).set(p.BY_NAME, by.name()).set(p.BY_PERSON, by.person()).execute();
        facts.tell(new FindingPhotoAdded(f.agencyId(), f.id(), clock.instant(), f.schoolId(), id, by.name()));
        findings.photographed(f, caption, clock.instant(), by);
        return id;
    }

    @Transactional(readOnly = true)
    public List<Shown> of(UUID finding) {
        var p = FINDING_PHOTO;
        return db.select(p.ID, p.CAPTION, p.WIDTH, p.HEIGHT, p.AT, p.BY_NAME).from(p).where(p.FINDING_ID.eq(finding))
                .orderBy(p.AT, p.ID)
                .fetch(r -> new Shown(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    }

    /** @throws NotFound when the finding has no such photo */
    public CleanPicture look(UUID finding, UUID photo) {
        var p = FINDING_PHOTO;
        var found = db.selectFrom(p).where(p.ID.eq(photo)).and(p.FINDING_ID.eq(finding)).fetchOptional()
                .orElseThrow(() -> new NotFound("photo " + photo));
        audit.read("FindingPhoto", "finding " + finding, Map.of("photo", photo));
        return new CleanPicture(found.getMediaType(), found.getWidth(), found.getHeight(), found.getPicture());
    }
}
