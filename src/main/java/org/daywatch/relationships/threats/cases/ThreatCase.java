package org.daywatch.relationships.threats.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.relationships.threats.cases.CaseFile.Student;
import org.daywatch.relationships.threats.cases.ThreatCommand.By;
import org.jspecify.annotations.Nullable;

/**
 * A team looks at what a student said or did, and helps. Nothing is decided but by all of the quorum together, each
 * with their own word.
 *
 * @param classification null until they agree
 * @param owner the counselor who carries it
 * @param shared with officers on post at the school
 * @param fadesOn of one that is transient, or whose level is low: then what was written is destroyed
 */
public record ThreatCase(UUID district, UUID id, UUID school, Stage stage, @Nullable About classification, UUID owner,
        UUID administrator, boolean shared, LocalDate openedOn, @Nullable LocalDate fadesOn,
        @Nullable LocalDate closedOn, OpenedUnder under, CaseFile file, int version) {

    /** Whom it was given to. */
    public Set<UUID> assigned() {
        return Set.of(owner, administrator);
    }

    public static Decision<ThreatCase> open(UUID district, UUID id, UUID school, UUID owner, UUID administrator,
            Student student, String report, OpenedUnder under, LocalDate today, Instant now, By by) {
        if (by.part() == TeamPart.LAW_ENFORCEMENT) return Decision.refuse(ThreatRefusal.THREAT_NOT_YOURS);
        if (owner.equals(administrator)) return Decision.refuse(ThreatRefusal.THREAT_ONE_PERSON_TWICE);
        var opened = new ThreatCase(district, id, school, Stage.OPENED, null, owner, administrator, false, today, null,
                null, under, CaseFile.fresh(student, report, today), 0);
        return Decision.accept(opened, new ThreatEvent.ThreatCaseOpened(district, id, now, school, by.name()));
    }

    public Decision<ThreatCase> decide(ThreatCommand command, Instant now) {
        return new ThreatDecision(this, now).on(command);
    }

    ThreatCase with(CaseFile then) {
        return new ThreatCase(district, id, school, stage, classification, owner, administrator, shared, openedOn,
                fadesOn, closedOn, under, then, version + 1);
    }

    ThreatCase in(Stage then) {
        return new ThreatCase(district, id, school, then, classification, owner, administrator, shared, openedOn,
                fadesOn, closedOn, under, file, version);
    }

    ThreatCase classified(About as, @Nullable LocalDate fades) {
        return new ThreatCase(district, id, school, as.fades() ? Stage.TRANSIENT : Stage.SUBSTANTIVE, as,
                owner, administrator, shared, openedOn, fades, null, under, file, version);
    }

    ThreatCase shared(boolean then) {
        return new ThreatCase(district, id, school, stage, classification, owner, administrator, then, openedOn,
                fadesOn, closedOn, under, file, version + 1);
    }

    ThreatCase given(UUID counselor, UUID principal) {
        return new ThreatCase(district, id, school, stage, classification, counselor, principal, shared, openedOn,
                fadesOn, closedOn, under, file, version + 1);
    }

    ThreatCase closed(LocalDate on, String why) {
        return new ThreatCase(district, id, school, Stage.CLOSED, classification, owner, administrator, false, openedOn,
                null, on, under, file.closing(why), version + 1);
    }

    ThreatCase faded() {
        return new ThreatCase(district, id, school, Stage.FADED, null, owner, administrator, false, openedOn, fadesOn,
                null, under, CaseFile.fresh(new Student("", null), "", openedOn), version + 1);
    }
}
