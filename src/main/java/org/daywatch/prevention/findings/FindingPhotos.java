package org.daywatch.prevention.findings;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.pictures.CleanPicture;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.PreventionEvent.FindingPhotoAdded;
import org.daywatch.prevention.findings.FindingCommand.By;
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

    private final FindingPhotoStore store;
    private final FindingStore findings;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    FindingPhotos(FindingPhotoStore store, FindingStore findings, AuditLog audit, Facts facts, Clock clock) {
        this.store = store;
        this.findings = findings;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    public record Shown(UUID id, String caption, int width, int height, Instant at, String by) {}

    /** @return null where none was sent. @throws InvalidInput naming {@code photo} when it is none */
    public static @Nullable CleanPicture read(@Nullable MultipartFile file) {
        return file == null || file.isEmpty() ? null : Typed.photo(file);
    }

    public UUID add(UUID finding, CleanPicture picture, String caption, By by) {
        var f = findings.find(finding).orElseThrow(() -> new NotFound("finding " + finding));
        UUID id = store.insert(f, picture, caption, by, clock.instant());
        facts.tell(new FindingPhotoAdded(f.agencyId(), f.id(), clock.instant(), f.schoolId(), id, by.name()));
        findings.photographed(f, caption, clock.instant(), by);
        return id;
    }

    /** @throws NotFound when the finding has no such photo */
    public CleanPicture look(UUID finding, UUID photo) {
        var found = store.find(finding, photo).orElseThrow(() -> new NotFound("photo " + photo));
        audit.read("FindingPhoto", "finding " + finding, Map.of("photo", photo));
        return found;
    }
}
