package org.daywatch.relationships.threats.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.platform.events.Decision;
import org.daywatch.relationships.threats.cases.AssessmentModel;
import org.daywatch.relationships.threats.cases.CaseFile.Student;
import org.daywatch.relationships.threats.cases.OpenedUnder;
import org.daywatch.relationships.threats.cases.TeamPart;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.ThreatCommand.By;
import org.daywatch.relationships.threats.cases.ThreatEvent.ThreatCaseDisclosed;
import org.daywatch.relationships.threats.cases.ThreatRefusal;
import org.daywatch.relationships.threats.disclosures.Disclosure.Asked;
import org.daywatch.relationships.threats.disclosures.Disclosure.Limits;
import org.daywatch.relationships.threats.disclosures.Disclosure.Recipient;
import org.daywatch.relationships.threats.disclosures.Disclosure.To;
import org.daywatch.relationships.threats.disclosures.Disclosure.What;
import org.junit.jupiter.api.Test;

/** What may be disclosed to whom, on which ground and for how long. */
class DisclosureTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final By COUNSELOR = new By(new UUID(1, 1), "Ana Cruz", TeamPart.MENTAL_HEALTH);
    private static final By OFFICER = new By(new UUID(1, 3), "Sam Cholla", TeamPart.LAW_ENFORCEMENT);
    private static final DisclosureGround EMERGENCY = new DisclosureGround("EMERGENCY", "34 CFR 99.36",
            Ground.CFR_99_36, true, true);
    private static final DisclosureGround COURT = new DisclosureGround("COURT", "34 CFR 99.31(a)(9)", Ground.CFR_99_31,
            true, false);
    private static final DisclosureGround OWN_CHILD = new DisclosureGround("OWN_CHILD", "34 CFR 99.10",
            Ground.CFR_99_31, false, true);
    private static final String REASON = "Said they will bring a knife today";
    private static final Limits LIMITS = new Limits(6, 72, false);

    @Test
    void anOfficerReadsItForTheHoursItWasGivenAndTheLineIsTheRecord() {
        var d = made(asked(To.OFFICER, EMERGENCY, REASON, 2), LIMITS);
        assertThat(d.until()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(d.isOpen(NOW.plus(Duration.ofMinutes(119)))).isTrue();
        assertThat(d.isOpen(NOW.plus(Duration.ofHours(2)))).isFalse();
        assertThat(d.asRead().recipient()).isEqualTo(d.recipient().id());
        assertThat(d.asRead().ground()).isEqualTo(Ground.CFR_99_36);
        assertThat(d.asRead().isRecorded()).isTrue();
    }

    @Test
    void whoeverHasNoAccountReadsNothingHereAndIsRecordedAllTheSame() {
        for (var to : List.of(To.OTHER_POLICE, To.PARENT)) {
            var d = made(asked(to, EMERGENCY, REASON, 9999), LIMITS);
            assertThat(d.until()).isNull();
            assertThat(d.isOpen(NOW)).isFalse();
        }
    }

    @Test
    void aGroundCoversPoliceOrParentsAsTheListSays() {
        refused(asked(To.PARENT, COURT, REASON, 2), ThreatRefusal.DISCLOSURE_NOT_ON_GROUND);
        for (var police : List.of(To.OFFICER, To.DEPARTMENT, To.OTHER_POLICE))
            refused(asked(police, OWN_CHILD, REASON, 2), ThreatRefusal.DISCLOSURE_NOT_ON_GROUND);
        assertThat(made(asked(To.PARENT, OWN_CHILD, REASON, 2), LIMITS).ground()).isEqualTo("OWN_CHILD");
    }

    @Test
    void aReasonHasWordsAndNotSigns() {
        refused(asked(To.OFFICER, EMERGENCY, "They asked for it", 2), ThreatRefusal.DISCLOSURE_REASON_SHORT);
        refused(asked(To.OFFICER, EMERGENCY, ". . . . . . . .", 2), ThreatRefusal.DISCLOSURE_REASON_SHORT);
    }

    @Test
    void nobodyReadsItForNoTimeOrForLongerThanTheRule() {
        for (int hours : new int[] {0, 73})
            refused(asked(To.DEPARTMENT, EMERGENCY, REASON, hours), ThreatRefusal.DISCLOSURE_TOO_LONG);
        assertThat(made(asked(To.DEPARTMENT, EMERGENCY, REASON, 72), LIMITS).until())
                .isEqualTo(NOW.plus(Duration.ofHours(72)));
    }

    @Test
    void whatDoesNotExistOrIsProtectedIsNotDisclosedAndNoOfficerDiscloses() {
        refused(new Asked(recipient(To.OFFICER), What.SAFETY_PLAN, EMERGENCY, REASON, 2), ThreatRefusal.THREAT_NO_PLAN);
        assertThat(Disclosure.of(opened(), new UUID(9, 9), asked(To.OFFICER, EMERGENCY, REASON, 2),
                new Limits(6, 72, true), NOW, COUNSELOR))
                .isEqualTo(Decision.refuse(ThreatRefusal.DISCLOSURE_PROTECTED));
        assertThat(Disclosure.of(opened(), new UUID(9, 9), asked(To.OFFICER, EMERGENCY, REASON, 2), LIMITS, NOW,
                OFFICER)).isEqualTo(Decision.refuse(ThreatRefusal.THREAT_NOT_YOURS));
    }

    @Test
    void readingEndsAtOnceAndCannotEndTwice() {
        var d = made(asked(To.OFFICER, EMERGENCY, REASON, 2), LIMITS);
        var later = NOW.plus(Duration.ofMinutes(10));
        var ended = d.end(new UUID(0, 2), later, COUNSELOR).orThrow().state();
        assertThat(ended.isOpen(later)).isFalse();
        assertThat(ended.reason()).isEqualTo(REASON);
        assertThat(ended.end(new UUID(0, 2), later, COUNSELOR))
                .isEqualTo(Decision.refuse(ThreatRefusal.DISCLOSURE_OVER));
    }

    @Test
    void theFactNamesNeitherTheStudentNorToWhom() {
        var facts = Disclosure.of(opened(), new UUID(9, 9), asked(To.OFFICER, EMERGENCY, REASON, 2), LIMITS, NOW,
                COUNSELOR).orThrow().facts();
        assertThat(facts).hasSize(1).first().isInstanceOf(ThreatCaseDisclosed.class);
        assertThat(facts.toString()).doesNotContain("Yucca", "knife", "Sam");
    }

    private static Disclosure made(Asked asked, Limits limits) {
        return Disclosure.of(opened(), new UUID(9, 9), asked, limits, NOW, COUNSELOR).orThrow().state();
    }

    private static void refused(Asked asked, ThreatRefusal why) {
        var answer = Disclosure.of(opened(), new UUID(9, 9), asked, LIMITS, NOW, COUNSELOR);
        assertThat(answer).as(asked.toString()).isInstanceOf(Decision.Rejected.class);
        assertThat(((Decision.Rejected<Disclosure>) answer).code()).isEqualTo(why);
    }

    private static Asked asked(To to, DisclosureGround ground, String reason, int hours) {
        return new Asked(recipient(to), What.CASE, ground, reason, hours);
    }

    private static Recipient recipient(To to) {
        boolean known = to == To.OFFICER || to == To.DEPARTMENT;
        return new Recipient(to, known ? new UUID(4, 4) : null, "Sam Cholla");
    }

    private static ThreatCase opened() {
        return ThreatCase.open(new UUID(0, 1), new UUID(0, 7), new UUID(0, 2), COUNSELOR.person(), new UUID(1, 2),
                new Student("Yucca00, Student000", null), "Will be sorry",
                new OpenedUnder(AssessmentModel.DECISION_TREE, null), LocalDate.of(2026, 11, 17), NOW, COUNSELOR)
                .orThrow().state();
    }
}
