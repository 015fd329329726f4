package org.daywatch.restorative.diversions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.restorative.diversions.Diversion.Stage;
import org.daywatch.restorative.diversions.Diversion.Terms;
import org.daywatch.restorative.diversions.DiversionCommand.Exclude;
import org.daywatch.restorative.diversions.DiversionCommand.Hand;
import org.daywatch.restorative.diversions.DiversionCommand.Help;
import org.daywatch.restorative.diversions.DiversionCommand.Offer;
import org.daywatch.restorative.diversions.DiversionCommand.Reply;
import org.daywatch.restorative.diversions.DiversionCommand.Settle;
import org.daywatch.restorative.diversions.DiversionCommand.Strike;
import org.daywatch.restorative.diversions.DiversionEnd.Without;
import org.daywatch.restorative.diversions.DiversionFile.Answer;
import org.junit.jupiter.api.Test;

/** Before a student is excluded help is offered and answered; where it was not, somebody says why. */
class DiversionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T16:40:00Z");
    private static final LocalDate BEGAN = LocalDate.of(2026, 11, 16);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final UUID COUNSELOR = new UUID(1, 1);
    private static final Terms TERMS = new Terms(2, 5, 10, 20);
    private static final Diversion FRESH = new Diversion(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3), BEGAN,
            COUNSELOR, new DiversionFile(new UUID(5, 1), "Rivera, Sol", Exclusion.OUT_OF_SCHOOL_SUSPENSION, BEGAN,
                    "HALLWAY", List.of("RUMOR"), List.of(), null),
            0);

    @Test
    void everyStageAnswersEveryCommandAndNoneIsLeftOut() {
        var lines = new ArrayList<String>();
        stages().forEach((stage, d) -> commands().forEach(
                command -> lines.add(stage + " " + command.getClass().getSimpleName() + " → " + answer(d, command))));
        assertThat(lines).containsExactly("BEGUN Offer → OFFERED DiversionWritten",
                "BEGUN Reply → DIVERSION_NO_OFFER", "BEGUN Help → DIVERSION_NO_OFFER",
                "BEGUN Settle → DIVERSION_NO_HELP", "BEGUN Exclude → EXCLUDED DiversionWritten",
                "BEGUN Strike → STRUCK DiversionWritten", "BEGUN Hand → BEGUN DiversionWritten",
                "OFFERED Offer → OFFERED DiversionWritten", "OFFERED Reply → ANSWERED DiversionWritten",
                "OFFERED Help → DIVERSION_NO_OFFER", "OFFERED Settle → DIVERSION_NO_HELP",
                "OFFERED Exclude → EXCLUDED DiversionWritten", "OFFERED Strike → DIVERSION_OFFERED",
                "OFFERED Hand → OFFERED DiversionWritten", "ANSWERED Offer → OFFERED DiversionWritten",
                "ANSWERED Reply → DIVERSION_ANSWERED", "ANSWERED Help → ANSWERED DiversionWritten",
                "ANSWERED Settle → HELPED DiversionWritten", "ANSWERED Exclude → EXCLUDED DiversionWritten",
                "ANSWERED Strike → DIVERSION_OFFERED", "ANSWERED Hand → ANSWERED DiversionWritten",
                "HELPED Offer → DIVERSION_ENDED", "HELPED Reply → DIVERSION_ENDED", "HELPED Help → DIVERSION_ENDED",
                "HELPED Settle → DIVERSION_ENDED", "HELPED Exclude → DIVERSION_ENDED",
                "HELPED Strike → DIVERSION_ENDED", "HELPED Hand → DIVERSION_ENDED", "EXCLUDED Offer → DIVERSION_ENDED",
                "EXCLUDED Reply → DIVERSION_ENDED", "EXCLUDED Help → DIVERSION_ENDED",
                "EXCLUDED Settle → DIVERSION_ENDED", "EXCLUDED Exclude → DIVERSION_ENDED",
                "EXCLUDED Strike → DIVERSION_ENDED", "EXCLUDED Hand → DIVERSION_ENDED",
                "STRUCK Offer → DIVERSION_ENDED", "STRUCK Reply → DIVERSION_ENDED", "STRUCK Help → DIVERSION_ENDED",
                "STRUCK Settle → DIVERSION_ENDED", "STRUCK Exclude → DIVERSION_ENDED",
                "STRUCK Strike → DIVERSION_ENDED", "STRUCK Hand → DIVERSION_ENDED");
        new StatePicture().answers(lines).drawsEvery(DiversionCommand.class).isCommittedAs("diversion");
    }

    @Test
    void whoExcludesWithoutAnAnsweredOfferSaysWhy() {
        var offered = stages().get(Stage.OFFERED);
        for (var d : List.of(FRESH, offered))
            assertThat(answer(d, new Exclude(Exclusion.EXPULSION, null, null, "Unsafe", TODAY, TODAY, "Robin Sage")))
                    .isEqualTo("DIVERSION_WHY_WITHOUT");
        var declined = then(offered, new Reply(1, Answer.DECLINED, TODAY, TODAY, "Ana Cruz"));
        var excluded = then(declined, new Exclude(Exclusion.EXPULSION, null, Without.LAW, "Unsafe", TODAY, TODAY,
                "Robin Sage"));
        assertThat(Objects.requireNonNull(excluded.file().end()).without()).as("a no is an answer too").isNull();
    }

    @Test
    void helpTakesThePlaceOfExclusionOnlyOnceItBegan() {
        var accepted = then(stages().get(Stage.OFFERED), new Reply(1, Answer.ACCEPTED, TODAY, TODAY, "Ana Cruz"));
        assertThat(answer(accepted, new Settle("They talked", TODAY, TODAY, "Ana Cruz")))
                .isEqualTo("DIVERSION_NO_HELP");
        assertThat(accepted.isOwed()).isTrue();
        var began = then(accepted, new Help(1, TODAY, TODAY, "Ana Cruz"));
        assertThat(began.isOwed()).isFalse();
        assertThat(then(began, new Settle("They talked", TODAY, TODAY, "Ana Cruz")).stage()).isEqualTo(Stage.HELPED);
    }

    @Test
    void theyMayAnswerOtherwiseUntilHelpBegan() {
        var accepted = then(stages().get(Stage.OFFERED), new Reply(1, Answer.ACCEPTED, TODAY, TODAY, "Ana Cruz"));
        assertThat(then(accepted, new Reply(1, Answer.DECLINED, TODAY, TODAY, "Ana Cruz")).file().offers().getFirst()
                .answer()).isEqualTo(Answer.DECLINED);
        var began = then(accepted, new Help(1, TODAY, TODAY, "Ana Cruz"));
        assertThat(answer(began, new Reply(1, Answer.DECLINED, TODAY, TODAY, "Ana Cruz")))
                .isEqualTo("DIVERSION_ANSWERED");
    }

    @Test
    void theSameHelpIsNotOfferedTwiceWhileItWaits() {
        var offered = stages().get(Stage.OFFERED);
        assertThat(answer(offered, new Offer("MENTOR", "", TODAY, TODAY, "Ana Cruz")))
                .isEqualTo("DIVERSION_OFFER_WAITS");
        var declined = then(offered, new Reply(1, Answer.DECLINED, TODAY, TODAY, "Ana Cruz"));
        assertThat(then(declined, new Offer("MENTOR", "", TODAY, TODAY, "Ana Cruz")).file().offers()).hasSize(2);
    }

    @Test
    void noDayLiesBeforeTheStepBeforeOrToCome() {
        for (var day : List.of(BEGAN.minusDays(1), TODAY.plusDays(1)))
            assertThat(answer(FRESH, new Offer("MENTOR", "", day, TODAY, "Ana Cruz"))).isEqualTo("DIVERSION_DAY");
        var offered = stages().get(Stage.OFFERED);
        assertThat(answer(offered, new Reply(1, Answer.ACCEPTED, BEGAN, TODAY, "Ana Cruz")))
                .isEqualTo("DIVERSION_DAY");
        var accepted = then(offered, new Reply(1, Answer.ACCEPTED, TODAY, TODAY, "Ana Cruz"));
        assertThat(answer(accepted, new Help(1, TODAY.minusDays(1), TODAY, "Ana Cruz"))).isEqualTo("DIVERSION_DAY");
    }

    @Test
    void eachStepHasADayByWhichItIsDone() {
        var stages = stages();
        assertThat(FRESH.due(TERMS)).isEqualTo("2026-11-18");
        assertThat(stages.get(Stage.OFFERED).due(TERMS)).as("five days after it was offered").isEqualTo("2026-11-22");
        var accepted = then(stages.get(Stage.OFFERED), new Reply(1, Answer.ACCEPTED, TODAY, TODAY, "Ana Cruz"));
        assertThat(accepted.due(TERMS)).as("ten days after they accepted").isEqualTo("2026-11-30");
        assertThat(began(accepted).due(TERMS))
                .as("twenty after the last of it").isEqualTo("2026-12-10");
        assertThat(answer(began(accepted), new Help(1, TODAY, TODAY, "Ana Cruz"))).as("once")
                .isEqualTo("DIVERSION_NOT_ACCEPTED");
        for (var over : List.of(Stage.HELPED, Stage.EXCLUDED, Stage.STRUCK))
            assertThat(stages.get(over).due(TERMS)).isNull();
    }

    private static Diversion began(Diversion accepted) {
        return then(accepted, new Help(1, TODAY, TODAY, "Ana Cruz"));
    }

    private static Map<Stage, Diversion> stages() {
        var offered = then(FRESH, new Offer("MENTOR", "On Tuesdays", BEGAN.plusDays(1), TODAY, "Ana Cruz"));
        var both = then(then(offered, new Offer("FAMILY_MEETING", "", TODAY, TODAY, "Ana Cruz")),
                new Reply(1, Answer.ACCEPTED, TODAY, TODAY, "Ana Cruz"));
        var answered = then(then(both, new Reply(2, Answer.ACCEPTED, TODAY, TODAY, "Ana Cruz")),
                new Help(1, TODAY, TODAY, "Ana Cruz"));
        var stages = new LinkedHashMap<Stage, Diversion>();
        for (var d : List.of(FRESH, offered, answered,
                then(answered, new Settle("They talked", TODAY, TODAY, "Ana Cruz")), then(FRESH, exclude()),
                then(FRESH, new Strike("Another student", TODAY, TODAY, "Ana Cruz"))))
            stages.put(d.stage(), d);
        return stages;
    }

    private static List<DiversionCommand> commands() {
        return List.of(new Offer("COUNSELING", "", TODAY, TODAY, "Ana Cruz"),
                new Reply(1, Answer.ACCEPTED, TODAY, TODAY, "Ana Cruz"), new Help(2, TODAY, TODAY, "Ana Cruz"),
                new Settle("They talked", TODAY, TODAY, "Ana Cruz"), exclude(),
                new Strike("Another student", TODAY, TODAY, "Ana Cruz"),
                new Hand(new UUID(1, 2), TODAY, TODAY, "Robin Sage"));
    }

    private static Exclude exclude() {
        return new Exclude(Exclusion.OUT_OF_SCHOOL_SUSPENSION, 3, Without.DANGER, "A knife", TODAY, TODAY,
                "Robin Sage");
    }

    private static Diversion then(Diversion d, DiversionCommand command) {
        return d.decide(command, NOW).orThrow().state();
    }

    private static String answer(Diversion d, DiversionCommand command) {
        return switch (d.decide(command, NOW)) {
            case Decision.Rejected<Diversion>(var code, var _) -> code.name();
            case Decision.Accepted<Diversion>(var state, var facts) -> state.stage() + " "
                    + facts.getFirst().getClass().getSimpleName();
        };
    }
}
