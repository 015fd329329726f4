package org.daywatch.planning.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.planning.PlanningEvent.AgreementRevised;
import org.daywatch.planning.PlanningEvent.AgreementSigned;
import org.daywatch.planning.agreements.Agreement.Kind;
import org.daywatch.planning.agreements.Agreement.Party;
import org.daywatch.planning.agreements.Agreement.Signature;
import org.daywatch.planning.agreements.Agreement.State;
import org.daywatch.planning.agreements.AgreementCommand.*;
import org.daywatch.planning.agreements.AgreementQueries.Standing;
import org.daywatch.planning.agreements.reminders.AgreementTimes;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final LocalDate START = LocalDate.of(2026, 8, 3);
    private static final LocalDate DUE = LocalDate.of(2026, 9, 2);
    private static final LocalDate ENDS = LocalDate.of(2027, 6, 30);
    private static final String HASH = "a".repeat(64);
    private static final UUID ROBIN = new UUID(2, 1);
    private static final UUID TAYLOR = new UUID(2, 2);

    @Test
    void everyStateAnswersEveryCommand() {
        var lines = new ArrayList<String>();
        for (var state : State.values()) {
            lines.add(line(state, "Revise", new Revise("Robin Alder")));
            lines.add(line(state, "Offer", new Offer("Robin Alder", 0, "")));
            lines.add(
                    line(state, "Sign by the first party", sign(Party.AGENCY, ROBIN, "Robin Alder", HASH), List.of()));
            lines.add(line(state, "Sign by the second party", sign(Party.DISTRICT, TAYLOR, "Taylor Winslow", HASH)));
            lines.add(line(state, "Expire", new Expire("Daywatch", ENDS.plusDays(1))));
            lines.add(line(state, "Replace", new Replace("Taylor Winslow", new UUID(9, 9))));
            lines.add(line(state, "End", new End("Robin Alder", "The officer left.")));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                DRAFT Revise → DRAFT AgreementRevised
                DRAFT Offer → OFFERED AgreementOffered
                DRAFT Sign by the first party → AGREEMENT_STATE
                DRAFT Sign by the second party → AGREEMENT_STATE
                DRAFT Expire → AGREEMENT_STATE
                DRAFT Replace → AGREEMENT_STATE
                DRAFT End → ENDED AgreementEnded
                OFFERED Revise → DRAFT AgreementRevised
                OFFERED Offer → AGREEMENT_STATE
                OFFERED Sign by the first party → SIGNED_IN_PART AgreementSigned
                OFFERED Sign by the second party → IN_FORCE AgreementSigned
                OFFERED Expire → AGREEMENT_STATE
                OFFERED Replace → AGREEMENT_STATE
                OFFERED End → ENDED AgreementEnded
                SIGNED_IN_PART Revise → DRAFT AgreementRevised
                SIGNED_IN_PART Offer → AGREEMENT_STATE
                SIGNED_IN_PART Sign by the first party → SIGNED_IN_PART AgreementSigned
                SIGNED_IN_PART Sign by the second party → IN_FORCE AgreementSigned
                SIGNED_IN_PART Expire → AGREEMENT_STATE
                SIGNED_IN_PART Replace → AGREEMENT_STATE
                SIGNED_IN_PART End → ENDED AgreementEnded
                IN_FORCE Revise → AGREEMENT_STATE
                IN_FORCE Offer → AGREEMENT_STATE
                IN_FORCE Sign by the first party → AGREEMENT_STATE
                IN_FORCE Sign by the second party → AGREEMENT_STATE
                IN_FORCE Expire → EXPIRED AgreementExpired
                IN_FORCE Replace → RENEWED AgreementExpired
                IN_FORCE End → ENDED AgreementEnded
                EXPIRED Revise → AGREEMENT_STATE
                EXPIRED Offer → AGREEMENT_STATE
                EXPIRED Sign by the first party → AGREEMENT_STATE
                EXPIRED Sign by the second party → AGREEMENT_STATE
                EXPIRED Expire → AGREEMENT_STATE
                EXPIRED Replace → RENEWED AgreementExpired
                EXPIRED End → AGREEMENT_STATE
                RENEWED Revise → AGREEMENT_STATE
                RENEWED Offer → AGREEMENT_STATE
                RENEWED Sign by the first party → AGREEMENT_STATE
                RENEWED Sign by the second party → AGREEMENT_STATE
                RENEWED Expire → AGREEMENT_STATE
                RENEWED Replace → AGREEMENT_STATE
                RENEWED End → AGREEMENT_STATE
                ENDED Revise → AGREEMENT_STATE
                ENDED Offer → AGREEMENT_STATE
                ENDED Sign by the first party → AGREEMENT_STATE
                ENDED Sign by the second party → AGREEMENT_STATE
                ENDED Expire → AGREEMENT_STATE
                ENDED Replace → AGREEMENT_STATE
                ENDED End → AGREEMENT_STATE""");
        new StatePicture()
                .answers(lines.stream()
                        .filter(l -> !l.startsWith("OFFERED Sign by the second")
                                && !l.startsWith("SIGNED_IN_PART Sign by the first"))
                        .toList())
                .isCommittedAs("agreement");
    }

    @Test
    void isCompleteOnlyWithTheSecondSignature() {
        var first = (AgreementSigned) in(State.OFFERED, List.of())
                .decide(sign(Party.AGENCY, ROBIN, "Robin Alder", HASH), NOW).orThrow().facts().getFirst();
        assertThat(first.complete()).isFalse();
        var second = (AgreementSigned) in(State.SIGNED_IN_PART, byAgency())
                .decide(sign(Party.DISTRICT, TAYLOR, "Taylor Winslow", HASH), NOW).orThrow().facts().getFirst();
        assertThat(second.complete()).isTrue();
        assertThat(second.party()).isEqualTo("DISTRICT");
    }

    @Test
    void onePersonCannotSignForBothParties() {
        assertThat(answer(
                in(State.SIGNED_IN_PART, byAgency()).decide(sign(Party.DISTRICT, ROBIN, "Robin Alder", HASH), NOW)))
                .isEqualTo("AGREEMENT_SAME_PERSON");
    }

    @Test
    void aPartySignsOnce() {
        assertThat(answer(
                in(State.SIGNED_IN_PART, byAgency()).decide(sign(Party.AGENCY, TAYLOR, "Taylor Winslow", HASH), NOW)))
                .isEqualTo("AGREEMENT_SIGNED_ALREADY");
    }

    @Test
    void whoeverReadAnotherTextDoesNotSignThisOne() {
        assertThat(answer(
                in(State.OFFERED, List.of()).decide(sign(Party.AGENCY, ROBIN, "Robin Alder", "b".repeat(64)), NOW)))
                .isEqualTo("AGREEMENT_TEXT_CHANGED");
    }

    @Test
    void theNameTypedIsTheNameOfTheAccountWhateverItsCaseAndAccents() {
        var jose = new Sign(new UUID(7, 7), ROBIN, "José Peña", "COORDINATOR", Party.AGENCY, "José Peña",
                " jose  pena ", HASH, START);
        assertThat(answer(in(State.OFFERED, List.of()).decide(jose, NOW))).isEqualTo("SIGNED_IN_PART AgreementSigned");
        var other = new Sign(new UUID(7, 7), ROBIN, "José Peña", "COORDINATOR", Party.AGENCY, "José Peña", "Pena", HASH,
                START);
        assertThat(answer(in(State.OFFERED, List.of()).decide(other, NOW))).isEqualTo("AGREEMENT_NAME_DIFFERS");
    }

    @Test
    void whoeverIsNoPartyDoesNotSign() {
        assertThat(answer(in(State.OFFERED, List.of()).decide(sign(null, ROBIN, "Robin Alder", HASH), NOW)))
                .isEqualTo("AGREEMENT_NOT_YOUR_PARTY");
    }

    @Test
    void anotherTextMakesSignaturesVoid() {
        var revised = in(State.SIGNED_IN_PART, byAgency()).decide(new Revise("Taylor Winslow"), NOW).orThrow();
        assertThat(revised.state().signatures()).isEmpty();
        assertThat(revised.state().text()).isEqualTo(2);
        assertThat(((AgreementRevised) revised.facts().getFirst()).voided()).isEqualTo(1);
    }

    @Test
    void whatTheCheckFoundIsAnsweredBeforeItIsOffered() {
        assertThat(answer(in(State.DRAFT, List.of()).decide(new Offer("Robin Alder", 2, " "), NOW)))
                .isEqualTo("AGREEMENT_CHECK_UNANSWERED");
        assertThat(answer(in(State.DRAFT, List.of())
                .decide(new Offer("Robin Alder", 2, "Firearms stand in the department's policy."), NOW)))
                .isEqualTo("OFFERED AgreementOffered");
    }

    @Test
    void theThirtiethDayIsInTimeAndTheNextIsLate() {
        assertThat(in(State.SIGNED_IN_PART, byAgency()).late(DUE)).isFalse();
        assertThat(in(State.SIGNED_IN_PART, byAgency()).late(DUE.plusDays(1))).isTrue();
        assertThat(in(State.IN_FORCE, byAgency()).late(DUE.plusDays(1))).isFalse();
    }

    @Test
    void isSpokenOfInTheLastQuarterOfItsTimeWhenItIsLateAndBeforeItsTermEnds() {
        assertThat(AgreementTimes.of(standing(State.DRAFT, false), DUE.minusDays(8))).isEmpty();
        assertThat(AgreementTimes.of(standing(State.DRAFT, false), DUE.minusDays(7))).contains(AgreementTimes.SOON);
        assertThat(AgreementTimes.of(standing(State.SIGNED_IN_PART, false), DUE.plusDays(1)))
                .contains(AgreementTimes.LATE);
        assertThat(AgreementTimes.of(standing(State.IN_FORCE, false), ENDS.minusDays(31))).isEmpty();
        assertThat(AgreementTimes.of(standing(State.IN_FORCE, false), ENDS.minusDays(30)))
                .contains(AgreementTimes.ENDING);
        assertThat(AgreementTimes.of(standing(State.IN_FORCE, true), ENDS.minusDays(30))).isEmpty();
    }

    private static Standing standing(State state, boolean renewed) {
        return new Standing(new UUID(1, 2), new UUID(1, 1), new UUID(1, 3), new UUID(1, 4), "Dana Reyes", START, DUE,
                ENDS, state, renewed);
    }

    private static Sign sign(@Nullable Party party, UUID person, String name, String hash) {
        return new Sign(new UUID(7, 7), person, name, "COORDINATOR", party, name, name, hash, START);
    }

    private static List<Signature> byAgency() {
        return List.of(new Signature(new UUID(6, 6), Party.AGENCY, ROBIN, "Robin Alder", "COORDINATOR", 1, HASH, NOW));
    }

    private static Agreement in(State state, List<Signature> signatures) {
        return new Agreement(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3), new UUID(1, 4), Kind.SERVICE,
                new UUID(1, 5), "Dana Reyes", null, "en", START, DUE, "RULE@2026", ENDS, state, NOW,
                1, HASH, null, null, signatures, "Daywatch", 1);
    }

    private static String line(State state, String name, AgreementCommand command) {
        return line(state, name, command, byAgency());
    }

    private static String line(State state, String name, AgreementCommand command, List<Signature> signatures) {
        return state + " " + name + " → " + answer(in(state, signatures).decide(command, NOW));
    }

    private static String answer(Decision<Agreement> decision) {
        return switch (decision) {
            case Decision.Accepted<Agreement>(var state, var facts) ->
                state.state() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<Agreement>(var code, var _) -> code.name();
        };
    }
}
