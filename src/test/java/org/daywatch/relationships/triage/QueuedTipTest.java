package org.daywatch.relationships.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.platform.events.Decision;
import org.daywatch.relationships.triage.QueuedTip.Act;
import org.daywatch.relationships.triage.QueuedTip.Ending;
import org.daywatch.relationships.triage.QueuedTip.State;
import org.daywatch.relationships.triage.TriageCommand.*;
import org.junit.jupiter.api.Test;

/** What becomes of a tip, from the quarter hour that handed it on to the end. */
class QueuedTipTest {

    private static final Instant NOW = Instant.parse("2026-11-17T05:10:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final By ANALYST = new By(new UUID(1, 1), "Ada Cole", Part.ANALYST);
    private static final By COUNSELOR = new By(new UUID(1, 2), "Lee Moss", Part.RECEIVER);
    private static final Act ACT = new Act(ANALYST.person(), ANALYST.name(), NOW);
    private static final Ending ENDING = new Ending(Set.of(TipOutcome.COUNSELING), "Talked twice.", ACT);
    private static final Set<TipCategory> REPORTABLE = Set.of(TipCategory.WEAPON, TipCategory.DRUGS);
    private static final List<State> STATES = List.of(new State.Received(), new State.Triaged(ACT),
            new State.Routed(ACT), new State.Acknowledged(ACT), new State.Working(ACT), new State.Closed(ENDING),
            new State.Reopened(ENDING, "She wrote again.", ACT));

    private static QueuedTip tip(State state, TipClass tipClass) {
        return new QueuedTip(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3), DAY, tipClass == TipClass.LIFE_SAFETY,
                tipClass, tipClass == TipClass.LIFE_SAFETY ? NOW : null, TipCategory.BULLYING, Set.of(), null, state,
                4);
    }

    private static Map<String, TriageCommand> commands(By by) {
        var all = new LinkedHashMap<String, TriageCommand>();
        all.put("Triage", new Triage(TipClass.ROUTINE, TipCategory.BULLYING, "A film is meant.", by));
        all.put("Route", new Route(Set.of(TipReceiver.SCHOOL), REPORTABLE, by));
        all.put("Acknowledge", new Acknowledge(by));
        all.put("Work", new Work(by));
        all.put("Close", new Close(Set.of(TipOutcome.COUNSELING), "Talked twice.", by));
        all.put("Reopen", new Reopen("She wrote again.", by));
        all.put("Link", new Link(new UUID(2, 9), by));
        all.put("HearAgain", new HearAgain(by));
        return all;
    }

    @Test
    void everyStateAnswersEveryCommandOfWhoeverMayGiveIt() {
        assertThat(lines(TipClass.ROUTINE, ANALYST)).isEqualTo("""
                RECEIVED Triage → TRIAGED TipTriaged
                RECEIVED Route: TIP_NOT_NOW
                RECEIVED Acknowledge: TIP_NOT_YOURS
                RECEIVED Work: TIP_NOT_YOURS
                RECEIVED Close: TIP_NOT_NOW
                RECEIVED Reopen: TIP_NOT_NOW
                RECEIVED Link → RECEIVED TipLinked
                RECEIVED HearAgain: TIP_NOT_NOW
                TRIAGED Triage → TRIAGED TipTriaged
                TRIAGED Route → ROUTED TipRouted
                TRIAGED Acknowledge: TIP_NOT_YOURS
                TRIAGED Work: TIP_NOT_YOURS
                TRIAGED Close → CLOSED TipClosed
                TRIAGED Reopen: TIP_NOT_NOW
                TRIAGED Link → TRIAGED TipLinked
                TRIAGED HearAgain: TIP_NOT_NOW
                ROUTED Triage: TIP_NOT_NOW
                ROUTED Route → ROUTED TipRouted
                ROUTED Acknowledge: TIP_NOT_YOURS
                ROUTED Work: TIP_NOT_YOURS
                ROUTED Close: TIP_NOT_NOW
                ROUTED Reopen: TIP_NOT_NOW
                ROUTED Link → ROUTED TipLinked
                ROUTED HearAgain: TIP_NOT_NOW
                ACKNOWLEDGED Triage: TIP_NOT_NOW
                ACKNOWLEDGED Route → ACKNOWLEDGED TipRouted
                ACKNOWLEDGED Acknowledge: TIP_NOT_YOURS
                ACKNOWLEDGED Work: TIP_NOT_YOURS
                ACKNOWLEDGED Close: TIP_NOT_NOW
                ACKNOWLEDGED Reopen: TIP_NOT_NOW
                ACKNOWLEDGED Link → ACKNOWLEDGED TipLinked
                ACKNOWLEDGED HearAgain: TIP_NOT_NOW
                WORKING Triage: TIP_NOT_NOW
                WORKING Route → WORKING TipRouted
                WORKING Acknowledge: TIP_NOT_YOURS
                WORKING Work: TIP_NOT_YOURS
                WORKING Close: TIP_NOT_NOW
                WORKING Reopen: TIP_NOT_NOW
                WORKING Link → WORKING TipLinked
                WORKING HearAgain: TIP_NOT_NOW
                CLOSED Triage: TIP_NOT_NOW
                CLOSED Route: TIP_NOT_NOW
                CLOSED Acknowledge: TIP_NOT_YOURS
                CLOSED Work: TIP_NOT_YOURS
                CLOSED Close: TIP_NOT_NOW
                CLOSED Reopen → REOPENED TipReopened
                CLOSED Link → CLOSED TipLinked
                CLOSED HearAgain → REOPENED TipReopened
                REOPENED Triage: TIP_NOT_NOW
                REOPENED Route → ROUTED TipRouted
                REOPENED Acknowledge: TIP_NOT_YOURS
                REOPENED Work: TIP_NOT_YOURS
                REOPENED Close: TIP_NOT_NOW
                REOPENED Reopen: TIP_NOT_NOW
                REOPENED Link → REOPENED TipLinked
                REOPENED HearAgain: TIP_NOT_NOW""");
        assertThat(lines(TipClass.ROUTINE, COUNSELOR).lines().filter(line -> line.contains("→")).toList())
                .containsExactly("ROUTED Acknowledge → ACKNOWLEDGED TipAcknowledged",
                        "ROUTED Work → WORKING TipAcknowledged TipWorkedOn", "ACKNOWLEDGED Acknowledge → ACKNOWLEDGED",
                        "ACKNOWLEDGED Work → WORKING TipWorkedOn", "ACKNOWLEDGED Close → CLOSED TipClosed",
                        "WORKING Acknowledge → WORKING", "WORKING Work → WORKING", "WORKING Close → CLOSED TipClosed",
                        "CLOSED Reopen → REOPENED TipReopened", "CLOSED HearAgain → REOPENED TipReopened");
    }

    private static String lines(TipClass tipClass, By by) {
        var lines = new ArrayList<String>();
        for (var state : STATES)
            commands(by).forEach((name, command) -> lines.add(line(tip(state, tipClass), name, command)));
        return String.join("\n", lines);
    }

    private static String line(QueuedTip before, String name, TriageCommand command) {
        String head = before.state().code() + " " + name;
        return switch (before.decide(command, NOW)) {
            case Decision.Accepted<QueuedTip>(var after, var facts) -> (head + " → " + after.state().code() + " "
                    + facts.stream().map(fact -> fact.getClass().getSimpleName()).collect(Collectors.joining(" ")))
                    .strip();
            case Decision.Rejected<QueuedTip>(var code, var _) -> head + ": " + code;
        };
    }

    @Test
    void aTipAboutALifeGoesToMentalHealthAndPoliceWhateverTheAnalystTicked() {
        var routed = accepted(tip(new State.Triaged(ACT), TipClass.LIFE_SAFETY),
                new Route(Set.of(TipReceiver.SCHOOL), Set.of(), ANALYST));
        assertThat(routed.routed()).containsExactlyInAnyOrder(TipReceiver.SCHOOL, TipReceiver.MENTAL_HEALTH,
                TipReceiver.POLICE);
    }

    @Test
    void aRoutineTipGoesToPoliceOnlyWhereItsKindIsOnTheListOfReportableCrimes() {
        var toPolice = new Route(Set.of(TipReceiver.SCHOOL, TipReceiver.POLICE), REPORTABLE, ANALYST);
        var bullying = tip(new State.Triaged(ACT), TipClass.ROUTINE);
        assertThat(refused(bullying, toPolice)).isEqualTo(TriageRefusal.TIP_NOT_FOR_POLICE);
        var drugs = bullying.as(TipClass.ROUTINE, TipCategory.DRUGS);
        assertThat(accepted(drugs, toPolice).routed()).contains(TipReceiver.POLICE);
    }

    private static TipDisclosure disclosure(Ground ground, String words) {
        return new TipDisclosure(ground, words, Map.of(UUID.randomUUID(), "Kim Ward"));
    }

    @Test
    void aTipAboutALifeGoesToThePoliceOfTheDistrictWhoeverTickedThemAndOnlyWithItsThreatOnRecord() {
        var life = tip(new State.Triaged(ACT), TipClass.LIFE_SAFETY);
        for (var lacking : List.of(disclosure(Ground.CFR_99_36, " "), disclosure(Ground.NONE, "A gun in hall B"),
                disclosure(Ground.CFR_99_31, "A gun in hall B")))
            assertThat(refused(life, new Route(Set.of(TipReceiver.SCHOOL), Set.of(), lacking, ANALYST)))
                    .isEqualTo(TriageRefusal.TIP_GROUND_MISSING);
        var sent = new Route(Set.of(), Set.of(), disclosure(Ground.CFR_99_36, "A gun in hall B"), ANALYST);
        assertThat(accepted(life, sent).routed()).containsExactlyInAnyOrder(TipReceiver.MENTAL_HEALTH,
                TipReceiver.POLICE, TipReceiver.DEPARTMENT);
    }

    @Test
    void aRoutineTipGoesToThePoliceOfTheDistrictOnlyAsACrimeOfTheListWithAGroundAndToSomebody() {
        var to = Set.of(TipReceiver.SCHOOL, TipReceiver.DEPARTMENT);
        var bullying = tip(new State.Triaged(ACT), TipClass.ROUTINE);
        var grounded = disclosure(Ground.CFR_99_31, "Subpoena 14");
        assertThat(refused(bullying, new Route(to, REPORTABLE, grounded, ANALYST)))
                .isEqualTo(TriageRefusal.TIP_NOT_FOR_POLICE);
        var drugs = bullying.as(TipClass.ROUTINE, TipCategory.DRUGS);
        assertThat(refused(drugs, new Route(to, REPORTABLE, ANALYST)))
                .isEqualTo(TriageRefusal.TIP_NOBODY_AT_POLICE);
        for (var none : List.of(Ground.NONE, Ground.CFR_99_30))
            assertThat(refused(drugs, new Route(to, REPORTABLE, disclosure(none, "Subpoena 14"), ANALYST)))
                    .as("%s", none)
                    .isEqualTo(TriageRefusal.TIP_GROUND_MISSING);
        assertThat(accepted(drugs, new Route(to, REPORTABLE, grounded, ANALYST)).routed()).isEqualTo(to);
        assertThat(accepted(drugs, new Route(Set.of(TipReceiver.SCHOOL), REPORTABLE, grounded, ANALYST)).routed())
                .as("nobody chose them").containsExactly(TipReceiver.SCHOOL);
    }

    @Test
    void aTipAboutThePrincipalGoesToTheCounselorAlone() {
        assertThat(accepted(tip(new State.Triaged(ACT), TipClass.ROUTINE),
                new Route(Set.of(TipReceiver.MENTAL_HEALTH), REPORTABLE, ANALYST)).routed())
                .containsExactly(TipReceiver.MENTAL_HEALTH);
        assertThat(accepted(tip(new State.Triaged(ACT), TipClass.LIFE_SAFETY), new Route(Set.of(), Set.of(), ANALYST))
                .routed()).containsExactlyInAnyOrder(TipReceiver.MENTAL_HEALTH, TipReceiver.POLICE);
    }

    @Test
    void somebodyAtTheSchoolIsAlwaysAmongThoseWhoGetIt() {
        var drugs = tip(new State.Triaged(ACT), TipClass.ROUTINE).as(TipClass.ROUTINE, TipCategory.DRUGS);
        for (var to : List.of(Set.<TipReceiver>of(), Set.of(TipReceiver.POLICE)))
            assertThat(refused(drugs, new Route(to, REPORTABLE, ANALYST)))
                    .isEqualTo(TriageRefusal.TIP_RECEIVERS_MISSING);
    }

    @Test
    void whoeverHasGotItKeepsItWhenMoreAreAdded() {
        var routed = accepted(tip(new State.Triaged(ACT), TipClass.ROUTINE),
                new Route(Set.of(TipReceiver.SCHOOL), REPORTABLE, ANALYST));
        var working = accepted(routed, new Work(COUNSELOR));
        var more = working.decide(new Route(Set.of(TipReceiver.MENTAL_HEALTH), REPORTABLE, ANALYST), NOW);
        assertThat(((Decision.Accepted<QueuedTip>) more).state().routed()).containsExactlyInAnyOrder(
                TipReceiver.SCHOOL, TipReceiver.MENTAL_HEALTH);
        assertThat(((Decision.Accepted<QueuedTip>) more).facts()).as("only the new one is told").hasSize(1);
    }

    @Test
    void whoSaysThatNobodyMayDieWhereTheWriterSaidSoGivesAReasonAndTheWriterWordStays() {
        var said = QueuedTip.received(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3), DAY, true, NOW);
        assertThat(refused(said, new Triage(TipClass.ROUTINE, TipCategory.BULLYING, " ", ANALYST)))
                .isEqualTo(TriageRefusal.TIP_WHY_MISSING);
        var lowered = accepted(said, new Triage(TipClass.ROUTINE, TipCategory.BULLYING, "A film is meant.", ANALYST));
        assertThat(lowered.saidLife()).isTrue();
        assertThat(lowered.tipClass()).isEqualTo(TipClass.ROUTINE);
    }

    @Test
    void anAnalystClosesNothingAboutALifeAndNobodyClosesWithoutAnOutcomeAndWords() {
        assertThat(refused(tip(new State.Triaged(ACT), TipClass.LIFE_SAFETY),
                new Close(Set.of(TipOutcome.UNFOUNDED), "A hoax.", ANALYST))).isEqualTo(TriageRefusal.TIP_NOT_NOW);
        var working = tip(new State.Working(ACT), TipClass.LIFE_SAFETY);
        assertThat(refused(working, new Close(Set.of(), "Done.", COUNSELOR)))
                .isEqualTo(TriageRefusal.TIP_OUTCOME_MISSING);
        assertThat(refused(working, new Close(Set.of(TipOutcome.HOSPITAL), " ", COUNSELOR)))
                .isEqualTo(TriageRefusal.TIP_WORDS_MISSING);
        assertThat(refused(working,
                new Close(Set.of(TipOutcome.MISTAKEN, TipOutcome.FALSE_WITH_INTENT), "Both.", COUNSELOR)))
                .as("a mistake is not a lie").isEqualTo(TriageRefusal.TIP_OUTCOMES_CONTRADICT);
    }

    @Test
    void ofARoutineTipNoMomentIsKept() {
        assertThat(QueuedTip.received(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3), DAY, false, NOW).handedOn())
                .isNull();
    }

    @Test
    void aTipIsNotTheSameAsItself() {
        var one = tip(new State.Received(), TipClass.ROUTINE);
        assertThat(refused(one, new Link(one.id(), ANALYST))).isEqualTo(TriageRefusal.TIP_SAME_AS_ITSELF);
        var linked = accepted(one, new Link(new UUID(2, 9), ANALYST));
        assertThat(((Decision.Accepted<QueuedTip>) linked.decide(new Link(new UUID(2, 9), ANALYST), NOW)).facts())
                .as("said before").isEmpty();
    }

    private static QueuedTip accepted(QueuedTip before, TriageCommand command) {
        return before.decide(command, NOW).orThrow().state();
    }

    private static Object refused(QueuedTip before, TriageCommand command) {
        return before.decide(command, NOW) instanceof Decision.Rejected<QueuedTip>(var code, var _) ? code : "taken";
    }
}
