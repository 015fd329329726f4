package org.daywatch.relationships.threats.disclosures.pages;

import java.time.Instant;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.threats.disclosures.RecordOfDisclosures;

/** A disclosure with whose record it came from, and where. */
public record RecordLine(String student, String school, DisclosureLine line) {

    static RecordLine of(Page page, RecordOfDisclosures.Kept kept, Instant now) {
        return new RecordLine(kept.student(), kept.school().name(),
                DisclosureLine.of(page, kept.school().zone(), now).apply(kept.disclosure()));
    }
}
