package org.daywatch.prevention.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.prevention.findings.Finding.*;
import org.daywatch.prevention.findings.FindingCommand.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);
    private static final By OFFICER = new By(new UUID(1, 1), "Dana Ortiz");
    private static final By CUSTODIAN = new By(new UUID(1, 2), "Lee Moss");
    private static final By PRINCIPAL = new By(new UUID(1, 3), "Pat Greer", true, false);
    private static final By DIRECTOR = new By(new UUID(1, 4), "Robin Alder", true, true);
    private static final Word FIXED = new Word(CUSTODIAN, NOW, "New strike plate.");
    private static final Word VERIFIED = new Word(PRINCIPAL, NOW, "Tried it.");
    private static final Word CLOSED = new Word(DIRECTOR, NOW, "Filed.");
    private static final List<State> STATES = List.of(new State.Open(null), new State.Assigned(null),
            new State.Fixed(FIXED), new State.Verified(FIXED, VERIFIED),
            new State.Closed(FIXED, VERIFIED, CLOSED), new State.RiskAccepted(
                    new Word(DIRECTOR, NOW, "The wing is torn down in spring."), LocalDate.of(2027, 5, 1)));

    private static Map<String, FindingCommand> commands() {
        var all = new LinkedHashMap<String, FindingCommand>();
        all.put("Assign", new Assign("Facilities", CUSTODIAN.person(), DUE, DUE, "", PRINCIPAL));
        all.put("SetInterim", new SetInterim("A guard at the door.", OFFICER));
        all.put("Rate", new Rate(new Rating(5, 4, CostClass.LOW, 300), TODAY.plusDays(1), TODAY, PRINCIPAL));
        all.put("SayFixed", new SayFixed("New strike plate.", CUSTODIAN));
        all.put("Verify", new Verify("Pulled at it three times.", OFFICER));
        all.put("Return", new Return("It still does not latch.", OFFICER));
        all.put("Close", new Close("Filed with the invoice.", PRINCIPAL));
        all.put("AcceptRisk", new AcceptRisk("The wing is torn down in spring.", TODAY.plusDays(90), TODAY,
                TODAY.plusDays(365), DIRECTOR));
        all.put("Reopen", new Reopen("The wing stays.", DUE, PRINCIPAL));
        all.put("SeeAgain", new SeeAgain("Still does not latch.", DUE, OFFICER));
        return all;
    }

    @Test
    void everyStateAnswersEveryCommand() {
        var lines = new ArrayList<String>();
        for (var state : STATES) commands().forEach((name, command) -> lines.add(line(state, name, command)));
        assertThat(String.join("\n", lines)).isEqualTo("""
                OPEN Assign → ASSIGNED FindingAssigned
                OPEN SetInterim → OPEN InterimMeasureSet
                OPEN Rate → OPEN FindingRated
                OPEN SayFixed → FIXED FindingAssigned FindingFixed
                OPEN Verify → FINDING_NOT_FIXED
                OPEN Return → FINDING_NOT_FIXED
                OPEN Close → FINDING_NOT_VERIFIED
                OPEN AcceptRisk → RISK_ACCEPTED RiskAccepted
                OPEN Reopen → FINDING_STILL_OPEN
                OPEN SeeAgain → OPEN FindingSeenAgain
                ASSIGNED Assign → ASSIGNED FindingAssigned
                ASSIGNED SetInterim → ASSIGNED InterimMeasureSet
                ASSIGNED Rate → ASSIGNED FindingRated
                ASSIGNED SayFixed → FIXED FindingFixed
                ASSIGNED Verify → FINDING_NOT_FIXED
                ASSIGNED Return → FINDING_NOT_FIXED
                ASSIGNED Close → FINDING_NOT_VERIFIED
                ASSIGNED AcceptRisk → RISK_ACCEPTED RiskAccepted
                ASSIGNED Reopen → FINDING_STILL_OPEN
                ASSIGNED SeeAgain → ASSIGNED FindingSeenAgain
                FIXED Assign → FINDING_NOT_OPEN
                FIXED SetInterim → FIXED InterimMeasureSet
                FIXED Rate → FINDING_NOT_OPEN
                FIXED SayFixed → FINDING_NOT_OPEN
                FIXED Verify → VERIFIED FindingVerified
                FIXED Return → ASSIGNED FindingReopened
                FIXED Close → FINDING_NOT_VERIFIED
                FIXED AcceptRisk → FINDING_NOT_OPEN
                FIXED Reopen → FINDING_NOT_VERIFIED
                FIXED SeeAgain → ASSIGNED FindingReopened
                VERIFIED Assign → FINDING_NOT_OPEN
                VERIFIED SetInterim → VERIFIED InterimMeasureSet
                VERIFIED Rate → FINDING_NOT_OPEN
                VERIFIED SayFixed → FINDING_NOT_OPEN
                VERIFIED Verify → FINDING_NOT_FIXED
                VERIFIED Return → ASSIGNED FindingReopened
                VERIFIED Close → CLOSED FindingClosed
                VERIFIED AcceptRisk → FINDING_NOT_OPEN
                VERIFIED Reopen → ASSIGNED FindingReopened
                VERIFIED SeeAgain → ASSIGNED FindingReopened
                CLOSED Assign → FINDING_NOT_OPEN
                CLOSED SetInterim → FINDING_CLOSED
                CLOSED Rate → FINDING_NOT_OPEN
                CLOSED SayFixed → FINDING_NOT_OPEN
                CLOSED Verify → FINDING_NOT_FIXED
                CLOSED Return → FINDING_NOT_FIXED
                CLOSED Close → FINDING_NOT_VERIFIED
                CLOSED AcceptRisk → FINDING_NOT_OPEN
                CLOSED Reopen → ASSIGNED FindingReopened
                CLOSED SeeAgain → FINDING_CLOSED
                RISK_ACCEPTED Assign → FINDING_NOT_OPEN
                RISK_ACCEPTED SetInterim → RISK_ACCEPTED InterimMeasureSet
                RISK_ACCEPTED Rate → FINDING_NOT_OPEN
                RISK_ACCEPTED SayFixed → FINDING_NOT_OPEN
                RISK_ACCEPTED Verify → FINDING_NOT_FIXED
                RISK_ACCEPTED Return → FINDING_NOT_FIXED
                RISK_ACCEPTED Close → FINDING_NOT_VERIFIED
                RISK_ACCEPTED AcceptRisk → RISK_ACCEPTED RiskAccepted
                RISK_ACCEPTED Reopen → OPEN FindingReopened
                RISK_ACCEPTED SeeAgain → RISK_ACCEPTED FindingSeenAgain""");
        new StatePicture().answers(lines).isCommittedAs("finding");
    }

    @Test
    void nobodyVerifiesTheirOwnWorkOrWhatIsTheirsToDo() {
        assertThat(answer(new State.Fixed(FIXED), new Verify("Looks fine.", CUSTODIAN))).isEqualTo("FINDING_OWN_WORK");
        assertThat(answer(in(new State.Fixed(FIXED), new Owner("The principal", PRINCIPAL.person())),
                new Verify("Looks fine.", PRINCIPAL))).isEqualTo("FINDING_OWN_WORK");
    }

    @Test
    void whoeverMendsWhatNobodyOwnsHasTakenItOn() {
        var fixed = after(in(new State.Open(null), null), new SayFixed("Shut it and told the class.", OFFICER));
        assertThat(fixed.owner()).isEqualTo(new Owner("Dana Ortiz", OFFICER.person()));
        assertThat(answer(fixed, new Verify("Looks fine.", OFFICER))).isEqualTo("FINDING_OWN_WORK");
    }

    @Test
    void anOfficerNeitherAssignsNorRatesNorClosesNorAcceptsARisk() {
        assertThat(answer(new State.Open(null), new Assign("Facilities", null, DUE, DUE, "", OFFICER)))
                .isEqualTo("FINDING_NOT_YOURS");
        assertThat(answer(new State.Open(null), new Rate(new Rating(1, 1, null, null), DUE, TODAY, OFFICER)))
                .isEqualTo("FINDING_NOT_YOURS");
        assertThat(answer(new State.Verified(FIXED, VERIFIED), new Close("Filed.", OFFICER)))
                .isEqualTo("FINDING_NOT_YOURS");
        assertThat(answer(new State.Closed(FIXED, VERIFIED, CLOSED), new Reopen("Again.", DUE, OFFICER)))
                .isEqualTo("FINDING_NOT_YOURS");
        assertThat(answer(new State.Open(null),
                new AcceptRisk("Too dear.", TODAY.plusDays(9), TODAY, TODAY.plusDays(365), PRINCIPAL)))
                .isEqualTo("FINDING_RISK_NOT_YOURS");
    }

    @Test
    void aRiskIsAcceptedWithADayOnWhichItIsLookedAtAgain() {
        for (var day : List.of(TODAY, TODAY.plusDays(366)))
            assertThat(answer(new State.Open(null),
                    new AcceptRisk("Too dear.", day, TODAY, TODAY.plusDays(365), DIRECTOR)))
                    .isEqualTo("FINDING_REVIEW_DAY");
        var accepted = after(in(new State.Open(null), null),
                new AcceptRisk("Too dear.", TODAY.plusDays(30), TODAY, TODAY.plusDays(365), DIRECTOR));
        assertThat(accepted.late(DUE.plusDays(1))).as("its first day to be mended counts no more").isFalse();
        assertThat(accepted.late(TODAY.plusDays(31))).as("nobody looked again").isTrue();
    }

    @Test
    void laterThanTheRuleNeedsAReason() {
        assertThat(answer(new State.Open(null), new Assign("Facilities", null, DUE.plusDays(1), DUE, " ", PRINCIPAL)))
                .isEqualTo("FINDING_DUE_LATE");
        assertThat(after(in(new State.Open(null), null),
                new Assign("Facilities", null, DUE.plusDays(1), DUE, "The lock is on order.", PRINCIPAL)).due())
                .isEqualTo(DUE.plusDays(1));
    }

    @Test
    void anotherSeverityBringsAnotherDay() {
        assertThat(after(in(new State.Open(null), null),
                new Rate(new Rating(5, 3, null, null), TODAY.plusDays(1), TODAY, PRINCIPAL)).due())
                .isEqualTo(TODAY.plusDays(1));
        assertThat(after(in(new State.Open(null), null),
                new Rate(new Rating(3, 5, null, null), TODAY.plusDays(1), TODAY, PRINCIPAL)).due())
                .as("the same severity").isEqualTo(DUE);
        var lower = new Rating(1, 3, null, null);
        assertThat(after(in(new State.Open(null), null), new Rate(lower, DUE.plusDays(40), DUE.plusDays(3), PRINCIPAL))
                .due()).as("late, and it stays late").isEqualTo(DUE);
        assertThat(after(in(new State.Open(null), null), new Rate(lower, DUE.plusDays(40), DUE, PRINCIPAL)).due())
                .as("still in time").isEqualTo(DUE.plusDays(40));
    }

    @Test
    void aSightingOlderThanTheRepairDoesNotTakeTheRepairBack() {
        var seen = new SeeAgain("Does not latch.", DUE, OFFICER);
        assertThat(in(new State.Fixed(FIXED), null).decide(seen, NOW.minusSeconds(60)).orThrow().state().state())
                .isInstanceOf(State.Fixed.class);
        assertThat(in(new State.Verified(FIXED, VERIFIED), null).decide(seen, NOW.plusSeconds(60)).orThrow().state()
                .state()).isInstanceOf(State.Open.class);
    }

    @Test
    void nothingIsSaidWithoutWords() {
        for (var command : List.<FindingCommand>of(new SayFixed(" ", CUSTODIAN), new Verify("", OFFICER),
                new Return("", OFFICER), new Close("", PRINCIPAL), new Reopen("", DUE, PRINCIPAL)))
            assertThat(STATES)
                    .allSatisfy(state -> assertThat(answer(state, command)).isEqualTo("FINDING_WORDS_MISSING"));
    }

    @Test
    void itIsLateUntilItIsClosedNotUntilItIsSaidToBeFixed() {
        assertThat(in(new State.Fixed(FIXED), null).late(DUE.plusDays(1))).isTrue();
        assertThat(in(new State.Fixed(FIXED), null).late(DUE)).as("the last day is in time").isFalse();
        assertThat(in(new State.Closed(FIXED, VERIFIED, CLOSED), null).late(DUE.plusDays(1))).isFalse();
    }

    private static Finding in(State state, @Nullable Owner owner) {
        var origin = new Origin(Source.ROUND, new UUID(0, 5), new UUID(0, 6), "", "", null, NOW, OFFICER);
        return new Finding(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), origin,
                "Door 7 does not latch", new Where("North wing", null), new Rating(3, 3, null, null), "", null, owner,
                DUE,
                0, state, 2);
    }

    private static Finding in(State state) {
        return in(state,
                state instanceof State.Open || state instanceof State.RiskAccepted
                        ? null
                        : new Owner("Facilities", null));
    }

    private static Finding after(Finding f, FindingCommand command) {
        return f.decide(command, NOW).orThrow().state();
    }

    private static String answer(State state, FindingCommand command) {
        return answer(in(state), command);
    }

    private static String answer(Finding f, FindingCommand command) {
        return f.decide(command, NOW) instanceof Decision.Rejected<Finding>(var code, var _) ? code.name() : "accepted";
    }

    private static String line(State state, String name, FindingCommand command) {
        return state.code() + " " + name + " → " + switch (in(state).decide(command, NOW)) {
            case Decision.Accepted<Finding>(var then, var facts) -> then.state().code() + " "
                    + facts.stream().map(f -> f.getClass().getSimpleName()).collect(Collectors.joining(" "));
            case Decision.Rejected<Finding>(var code, var _) -> code.name();
        };
    }
}
