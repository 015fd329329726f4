package org.daywatch.platform.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.daywatch.platform.access.CaseReader.BrokenGlass;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.access.CaseRecord.Consent;
import org.daywatch.platform.access.CaseRecord.Ground;

/** Somebody looks at something at a moment: what the conditions of the rule ask of the three. */
record Look(CaseReader reader, CaseRecord record, Instant now) {

    static final Duration GLASS_STAYS_OPEN = ReadingRule.GLASS_STAYS_OPEN;
    static final int SMALLEST_COUNT = 11;
    private static final int SHORTEST_REASON = 5;

    boolean inDistrict() {
        return reader.districts().contains(record.district());
    }

    boolean atSchool() {
        return reader.schools().contains(record.school());
    }

    boolean isAssigned() { return record.assigned().contains(reader.person()); }

    boolean isNamed() { return record.named().contains(reader.person()); }

    boolean isMentioned() { return record.mentions().contains(reader.person()); }

    boolean isOnPost() { return reader.onPostAt().filter(record.school()::equals).isPresent(); }

    boolean hasCustody() {
        var over = Set.of(Custody.FULL, Custody.SHARED);
        return record.children().stream()
                .anyMatch(child -> over.contains(reader.custody().getOrDefault(child, Custody.UNKNOWN)));
    }

    /** Of this record, to the reader or their own department. */
    boolean isDisclosed() {
        return record.disclosure().map(CaseRecord.Disclosure::recipient)
                .filter(to -> to.equals(reader.organization()) || to.equals(reader.person())).isPresent();
    }

    boolean isDisclosedStill() { return record.disclosure().filter(d -> now.isBefore(d.until())).isPresent(); }

    boolean hasGround() {
        return record.disclosure().filter(d -> d.ground() != Ground.NONE).isPresent();
    }

    boolean isForEmergency() { return record.disclosure().filter(d -> d.ground() == Ground.CFR_99_36).isPresent(); }

    boolean isRecorded() { return record.disclosure().filter(CaseRecord.Disclosure::isRecorded).isPresent(); }

    /** An account that is the reader's own, by the code they hold. */
    boolean isOwn() {
        return record.children().contains(reader.person()) && reader.holdsReceipt();
    }

    boolean isConsentWithdrawn() { return record.consent() == Consent.WITHDRAWN; }

    boolean isConsented() { return record.consent() == Consent.GIVEN || record.consent() == Consent.NOT_NEEDED; }

    boolean isManyPeople() { return record.count() >= SMALLEST_COUNT; }

    boolean isGlassOfThisRecord() { return reader.glass().filter(glass -> glass.record().equals(record)).isPresent(); }

    boolean hasReason() {
        return reader.glass().filter(glass -> glass.reason().strip().length() >= SHORTEST_REASON).isPresent();
    }

    boolean isTold() { return reader.glass().filter(BrokenGlass::isTold).isPresent(); }

    boolean isGlassOpen() {
        return reader.glass()
                .filter(glass -> !now.isBefore(glass.at()) && now.isBefore(glass.at().plus(GLASS_STAYS_OPEN)))
                .isPresent();
    }
}
