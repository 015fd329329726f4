package org.daywatch.relationships.threats.disclosures;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.platform.access.CaseRecord.Kind;
import org.daywatch.platform.access.CaseRecord;
import org.daywatch.platform.events.Decision;
import org.daywatch.relationships.threats.cases.TeamPart;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.ThreatCommand.By;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseDisclosed;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatDisclosureEnded;
import org.daywatch.relationships.threats.cases.ThreatRefusal;
import org.jspecify.annotations.Nullable;

/**
 * A line of the record of disclosures (34 CFR 99.32). The case itself goes nowhere: an officer or a department it names
 * reads it where it stands, until the time is over. Pure.
 *
 * @param ground its code in the dated list. @param rule what the reading rule asks of it
 * @param until null: they have no account here and were given it by hand or by word
 */
public record Disclosure(UUID district, UUID id, UUID caseId, Recipient recipient, What what, String ground,
        Ground rule, String reason, UUID byPerson, String by, Instant at, @Nullable Instant until) {

    /** Who it is. OTHER_POLICE: without an account here. */
    public enum To { OFFICER, DEPARTMENT, OTHER_POLICE, PARENT }

    /** Of the case all but days out and the IEP or 504 team, or its plan alone. */
    public enum What {
        CASE, SAFETY_PLAN;

        Kind kind() {
            return this == CASE ? Kind.CONCERN : Kind.SAFETY_PLAN;
        }
    }

    /** @param id null where they have no account */
    public record Recipient(To to, @Nullable UUID id, String name) {}

    /** @param hours for how long they read it; nothing where they have no account */
    public record Asked(Recipient recipient, What what, DisclosureGround ground, String reason, int hours) {}

    /** Dated numbers. @param isKept the student's whereabouts are kept from this recipient */
    public record Limits(int words, int hours, boolean isKept) {}

    public static Decision<Disclosure> of(ThreatCase c, UUID id, Asked asked, Limits limits, Instant now, By by) {
        if (by.part() == TeamPart.LAW_ENFORCEMENT) return Decision.refuse(ThreatRefusal.THREAT_NOT_YOURS);
        if (!asked.ground().isFor(asked.recipient().to()))
            return Decision.refuse(ThreatRefusal.DISCLOSURE_NOT_ON_GROUND);
        if (asked.what() == What.SAFETY_PLAN && c.file().plan() == null)
            return Decision.refuse(ThreatRefusal.THREAT_NO_PLAN);
        if (words(asked.reason()) < limits.words())
            return Decision.refuse(ThreatRefusal.DISCLOSURE_REASON_SHORT, Map.of("words", limits.words()));
        boolean reads = asked.recipient().id() != null;
        if (reads && (asked.hours() < 1 || asked.hours() > limits.hours()))
            return Decision.refuse(ThreatRefusal.DISCLOSURE_TOO_LONG, Map.of("hours", limits.hours()));
        if (reads && limits.isKept()) return Decision.refuse(ThreatRefusal.DISCLOSURE_PROTECTED);
        var made = new Disclosure(c.district(), id, c.id(), asked.recipient(), asked.what(), asked.ground().code(),
                asked.ground().rule(), asked.reason().strip(), by.person(), by.name(), now,
                reads ? now.plus(Duration.ofHours(asked.hours())) : null);
        return Decision.accept(made, new ThreatCaseDisclosed(c.district(), c.id(), now, c.school(), by.name()));
    }

    /** Reading ends now; that it was disclosed stays. */
    Decision<Disclosure> end(UUID school, Instant now, By by) {
        if (!isOpen(now)) return Decision.refuse(ThreatRefusal.DISCLOSURE_OVER);
        return Decision.accept(
                new Disclosure(district, id, caseId, recipient, what, ground, rule, reason, byPerson, this.by, at, now),
                new ThreatDisclosureEnded(district, caseId, now, school, by.name()));
    }

    public boolean isOpen(Instant now) {
        return until != null && now.isBefore(until);
    }

    /** As the reading rule asks for it. This line is the record. */
    CaseRecord.Disclosure asRead() {
        return new CaseRecord.Disclosure(recipient.id() == null ? id : recipient.id(), rule, true,
                until == null ? at : until);
    }

    private static int words(String reason) {
        return (int) java.util.Arrays.stream(reason.strip().split("\\s+"))
                .filter(word -> word.chars().anyMatch(Character::isLetter)).count();
    }
}
