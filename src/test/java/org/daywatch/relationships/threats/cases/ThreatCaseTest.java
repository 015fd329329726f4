package org.daywatch.relationships.threats.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.relationships.threats.cases.CaseFile.DayOut;
import org.daywatch.relationships.threats.cases.CaseFile.How;
import org.daywatch.relationships.threats.cases.CaseFile.SafetyPlan;
import org.daywatch.relationships.threats.cases.CaseFile.Student;
import org.daywatch.relationships.threats.cases.CaseFile.SupportPlan;
import org.daywatch.relationships.threats.cases.CaseFile.Task;
import org.daywatch.relationships.threats.cases.ThreatCommand.*;
import org.junit.jupiter.api.Test;

/** The order of a threat assessment, and who decides in it. */
class ThreatCaseTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate FADES = LocalDate.of(2027, 5, 16);
    private static final LocalDate LATEST = TODAY.plusDays(30);
    private static final By COUNSELOR = new By(new UUID(1, 1), "Ana Cruz", TeamPart.MENTAL_HEALTH);
    private static final By PRINCIPAL = new By(new UUID(1, 2), "Robin Sage", TeamPart.ADMINISTRATOR);
    private static final By OFFICER = new By(new UUID(1, 3), "Sam Cholla", TeamPart.LAW_ENFORCEMENT);
    private static final SafetyPlan PLAN = new SafetyPlan("The art teacher",
            List.of(new Task("Meet each morning", "Ana Cruz", TODAY.plusDays(3), null)), false, TODAY.plusDays(14));

    @Test
    void everyStageAnswersEveryCommandAndNoneIsLeftOut() {
        var lines = new ArrayList<String>();
        stages().forEach((stage, c) -> commands(c).forEach((name, command) -> lines
                .add(stage + " " + name + " → " + answer(c.decide(command, NOW)))));
        assertThat(lines).hasSize(Stage.values().length * 15);
        assertThat(lines.stream().filter(line -> !line.endsWith("THREAT_NOT_NOW")).toList()).containsExactly(
                "OPENED Gather → GATHERED ThreatCaseWritten",
                "OPENED AnswerSupport → OPENED ThreatCaseWritten",
                "OPENED RecordFinding → OPENED ThreatCaseWritten",
                "OPENED CountDayOut → OPENED ThreatCaseWritten",
                "OPENED Share → OPENED ThreatCaseWritten",
                "OPENED HandOver → OPENED ThreatCaseWritten",
                "OPENED TellParent → OPENED ThreatCaseWritten",
                "OPENED PrintAccount → OPENED ThreatCaseWritten",
                "GATHERED Gather → GATHERED ThreatCaseWritten",
                "GATHERED AnswerSupport → GATHERED ThreatCaseWritten",
                "GATHERED RecordFinding → GATHERED ThreatCaseWritten",
                "GATHERED CountDayOut → GATHERED ThreatCaseWritten",
                "GATHERED Share → GATHERED ThreatCaseWritten",
                "GATHERED HandOver → GATHERED ThreatCaseWritten",
                "GATHERED GiveWord → GATHERED ThreatCaseWritten",
                "GATHERED TellParent → GATHERED ThreatCaseWritten",
                "GATHERED PrintAccount → GATHERED ThreatCaseWritten",
                "TRANSIENT CountDayOut → TRANSIENT ThreatCaseWritten",
                "TRANSIENT Share → TRANSIENT ThreatCaseWritten",
                "TRANSIENT HandOver → TRANSIENT ThreatCaseWritten",
                "TRANSIENT TellParent → TRANSIENT ThreatCaseWritten",
                "TRANSIENT PrintAccount → TRANSIENT ThreatCaseWritten",
                "TRANSIENT Fade → FADED ThreatCaseFaded",
                "SUBSTANTIVE AnswerSupport → SUBSTANTIVE ThreatCaseWritten",
                "SUBSTANTIVE RecordFinding → SUBSTANTIVE ThreatCaseWritten",
                "SUBSTANTIVE CountDayOut → SUBSTANTIVE ThreatCaseWritten",
                "SUBSTANTIVE Share → SUBSTANTIVE ThreatCaseWritten",
                "SUBSTANTIVE HandOver → SUBSTANTIVE ThreatCaseWritten",
                "SUBSTANTIVE GiveWord to the plan → SUBSTANTIVE ThreatCaseWritten",
                "SUBSTANTIVE DraftPlan → SUBSTANTIVE ThreatCaseWritten",
                "SUBSTANTIVE TellParent → SUBSTANTIVE ThreatCaseWritten",
                "SUBSTANTIVE PrintAccount → SUBSTANTIVE ThreatCaseWritten",
                "PLANNED AnswerSupport → PLANNED ThreatCaseWritten",
                "PLANNED RecordFinding → PLANNED ThreatCaseWritten",
                "PLANNED CountDayOut → PLANNED ThreatCaseWritten",
                "PLANNED Share → PLANNED ThreatCaseWritten",
                "PLANNED HandOver → PLANNED ThreatCaseWritten",
                "PLANNED FinishTask → PLANNED ThreatCaseWritten",
                "PLANNED RecordReview → MONITORED ThreatCaseWritten",
                "PLANNED TellParent → PLANNED ThreatCaseWritten",
                "PLANNED PrintAccount → PLANNED ThreatCaseWritten",
                "MONITORED AnswerSupport → MONITORED ThreatCaseWritten",
                "MONITORED RecordFinding → MONITORED ThreatCaseWritten",
                "MONITORED CountDayOut → MONITORED ThreatCaseWritten",
                "MONITORED Share → MONITORED ThreatCaseWritten",
                "MONITORED HandOver → MONITORED ThreatCaseWritten",
                "MONITORED FinishTask → THREAT_TASK_GONE",
                "MONITORED RecordReview → MONITORED ThreatCaseWritten",
                "MONITORED TellParent → MONITORED ThreatCaseWritten",
                "MONITORED PrintAccount → MONITORED ThreatCaseWritten",
                "MONITORED Close → CLOSED ThreatCaseWritten",
                "CLOSED PrintAccount → CLOSED ThreatCaseWritten");
        var drawn = new StatePicture().answers(lines).drawsEvery(ThreatCommand.class);
        for (var about : List.of(About.TRANSIENT, About.SERIOUS, About.VERY_SERIOUS))
            drawn.step("GATHERED", "the third GiveWord of " + about,
                    words(gathered(), about, COUNSELOR, PRINCIPAL, OFFICER).stage().name());
        for (var about : AssessmentModel.LEVELS.answers())
            drawn.step("GATHERED", "the last of four GiveWord of " + about + " and one who knows the student heard",
                    ThreatLevelsTest.decided(about).stage().name());
        drawn.step("SUBSTANTIVE", "the third GiveWord to the plan",
                words(drafted(), About.PLAN, COUNSELOR, PRINCIPAL, OFFICER).stage().name());
        drawn.step("SUBSTANTIVE", "under levels the fourth GiveWord to the plan",
                ThreatLevelsTest.planned(About.HIGH).stage().name());
        drawn.isCommittedAs("threat-case");
    }

    @Test
    void twoOfTheThreeDecideNothingAndTheOfficerAloneLeastOfAll() {
        for (var two : List.of(List.of(COUNSELOR, PRINCIPAL), List.of(COUNSELOR, OFFICER), List.of(PRINCIPAL, OFFICER)))
            for (var about : List.of(About.TRANSIENT, About.SERIOUS, About.VERY_SERIOUS))
                assertThat(words(gathered(), about, two.toArray(By[]::new)).stage()).isEqualTo(Stage.GATHERED);
        assertThat(words(gathered(), About.VERY_SERIOUS, OFFICER, OFFICER, OFFICER).stage()).isEqualTo(Stage.GATHERED);
        assertThat(words(drafted(), About.PLAN, COUNSELOR, OFFICER).stage()).isEqualTo(Stage.SUBSTANTIVE);
        stages().forEach((stage, c) -> commands(c).forEach((name, command) -> {
            var byOfficer = by(command);
            if (byOfficer != null)
                assertThat(answer(c.decide(byOfficer, NOW))).as(stage + " " + name)
                        .isIn("THREAT_NOT_NOW", "THREAT_NOT_YOURS");
        }));
    }

    @Test
    void threeWhoSayDifferentThingsDecideNothingUntilOneOfThemSaysAnother() {
        var apart = words(words(gathered(), About.SERIOUS, COUNSELOR, PRINCIPAL), About.VERY_SERIOUS, OFFICER);
        assertThat(apart.stage()).isEqualTo(Stage.GATHERED);
        var agreed = words(apart, About.SERIOUS, OFFICER);
        assertThat(agreed.stage()).isEqualTo(Stage.SUBSTANTIVE);
        assertThat(agreed.classification()).isEqualTo(About.SERIOUS);
        assertThat(agreed.file().words()).as("one of each").hasSize(3);
    }

    @Test
    void anOfficerWithoutAnAccountIsHeardThroughSomebodyWhoStandsBesideTheirWordByName() {
        var two = words(gathered(), About.SERIOUS, COUNSELOR, PRINCIPAL);
        var heard = next(two, new GiveWord(About.SERIOUS, "The brother has no gun", "Lt. Moss, Copper Valley Police",
                TODAY, FADES, PRINCIPAL));
        assertThat(heard.stage()).isEqualTo(Stage.SUBSTANTIVE);
        var word = heard.file().word(TeamPart.LAW_ENFORCEMENT, false).orElseThrow();
        assertThat(word.person()).isNull();
        assertThat(word.name()).isEqualTo("Lt. Moss, Copper Valley Police");
        assertThat(word.enteredName()).isEqualTo("Robin Sage");
        assertThat(answer(two.decide(new GiveWord(About.SERIOUS, "x", "Lt. Moss", TODAY, FADES, OFFICER), NOW)))
                .isEqualTo("THREAT_NOT_POLICE");
    }

    @Test
    void nothingGraveIsDecidedBeforeTheTeamOfTheirPlanHasSpoken() {
        for (var answer : List.of(SupportPlan.YES, SupportPlan.NOT_KNOWN)) {
            var asked = next(gathered(), new AnswerSupport(answer, COUNSELOR));
            for (var grave : List.of(About.SERIOUS, About.VERY_SERIOUS))
                assertThat(answer(asked.decide(word(grave, COUNSELOR), NOW))).isEqualTo("THREAT_TEAM_FIRST");
            assertThat(words(asked, About.TRANSIENT, COUNSELOR, PRINCIPAL, OFFICER).stage())
                    .isEqualTo(Stage.TRANSIENT);
            var found = next(asked, new RecordFinding("Not a result of the disability", TODAY, COUNSELOR));
            assertThat(words(found, About.SERIOUS, COUNSELOR, PRINCIPAL, OFFICER).stage())
                    .isEqualTo(Stage.SUBSTANTIVE);
        }
        assertThat(answer(opened().decide(new Gather(Map.of("GOES_WELL", "Art"), COUNSELOR), NOW)))
                .as("asked before all else").isEqualTo("THREAT_SUPPORT_UNASKED");
    }

    @Test
    void noPlanKeepsAStudentOutBeforeThatTeamHasSpoken() {
        var later = next(substantive(), new AnswerSupport(SupportPlan.YES, COUNSELOR));
        var out = new SafetyPlan("Art", PLAN.tasks(), true, PLAN.review());
        assertThat(answer(later.decide(new DraftPlan(out, TODAY, LATEST, COUNSELOR), NOW)))
                .isEqualTo("THREAT_TEAM_FIRST");
        var stays = next(later, new DraftPlan(PLAN, TODAY, LATEST, COUNSELOR));
        assertThat(words(stays, About.PLAN, COUNSELOR, PRINCIPAL, OFFICER).stage()).isEqualTo(Stage.PLANNED);
        var before = next(substantive(), new DraftPlan(out, TODAY, LATEST, COUNSELOR));
        var known = next(before, new AnswerSupport(SupportPlan.YES, COUNSELOR));
        assertThat(answer(known.decide(word(About.PLAN, COUNSELOR), NOW))).as("learned after it was written")
                .isEqualTo("THREAT_TEAM_FIRST");
    }

    @Test
    void everyDayOutOfSchoolCountsOnceAlsoTheInformalOnes() {
        var c = opened();
        for (var day : List.of(TODAY, TODAY, TODAY.minusDays(1)))
            c = next(c, new CountDayOut(new DayOut(day, false, "sent home", "Robin Sage"), PRINCIPAL));
        c = next(c, new CountDayOut(new DayOut(LocalDate.of(2026, 6, 2), true, "suspended", "Robin Sage"), PRINCIPAL));
        assertThat(c.file().daysOutOfSchool(LocalDate.of(2026, 7, 1))).isEqualTo(2);
    }

    @Test
    void aPlanThatIsChangedIsAgreedToAnew() {
        var two = words(drafted(), About.PLAN, COUNSELOR, PRINCIPAL);
        var changed = next(two, new DraftPlan(PLAN, TODAY, LATEST, COUNSELOR));
        assertThat(words(changed, About.PLAN, OFFICER).stage()).isEqualTo(Stage.SUBSTANTIVE);
        assertThat(answer(two.decide(new DraftPlan(PLAN, TODAY, LATEST, PRINCIPAL), NOW)))
                .as("the counselor owns it").isEqualTo("THREAT_NOT_YOURS");
        var late = new SafetyPlan("Art", PLAN.tasks(), false, LATEST.plusDays(1));
        assertThat(answer(two.decide(new DraftPlan(late, TODAY, LATEST, COUNSELOR), NOW)))
                .isEqualTo("THREAT_REVIEW_DAY");
    }

    @Test
    void itClosesWhenTheParentWasToldAndEveryTaskIsDone() {
        var monitored = next(planned(), new RecordReview("Going well", TODAY.plusDays(20), TODAY, LATEST, COUNSELOR));
        var close = new Close("Settled", TODAY, COUNSELOR);
        assertThat(answer(monitored.decide(close, NOW))).isEqualTo("THREAT_PARENT_NOT_TOLD");
        var told = next(monitored, new TellParent(TODAY, How.PHONE, "es", "Gracias", COUNSELOR));
        assertThat(answer(told.decide(close, NOW))).isEqualTo("THREAT_TASKS_OPEN");
        assertThat(next(next(told, new FinishTask(0, TODAY, PRINCIPAL)), close).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void whatWasTransientFadesOnItsDayAndLeavesNothing() {
        var joke = words(gathered(), About.TRANSIENT, COUNSELOR, PRINCIPAL, OFFICER);
        assertThat(joke.fadesOn()).isEqualTo(FADES);
        assertThat(answer(joke.decide(new Fade(FADES.minusDays(1), COUNSELOR), NOW))).isEqualTo("THREAT_NOT_YET");
        var faded = next(joke, new Fade(FADES, COUNSELOR));
        assertThat(faded.stage()).isEqualTo(Stage.FADED);
        assertThat(faded.file().student().name() + faded.file().report() + faded.file().gathered()
                + faded.file().words()).isEqualTo("{}[]");
    }

    @Test
    void theNextStepIsOneAndWhatIsLateComesFirst() {
        assertThat(kinds(opened(), next(opened(), new AnswerSupport(SupportPlan.NO, COUNSELOR)), gathered(),
                substantive(), drafted(), planned())).containsExactly("ASK_SUPPORT", "GATHER", "GIVE_WORDS",
                        "WRITE_PLAN", "GIVE_PLAN_WORDS", "TELL_PARENT");
        var told = next(planned(), new TellParent(TODAY, How.PHONE, "en", "", COUNSELOR));
        assertThat(NextStep.of(told, TODAY).kind()).isEqualTo(NextStep.Kind.FINISH_TASK);
        assertThat(NextStep.lateSince(told, TODAY.plusDays(3))).isEmpty();
        assertThat(NextStep.lateSince(told, TODAY.plusDays(4))).hasValue(TODAY.plusDays(3));
        assertThat(NextStep.of(planned(), TODAY.plusDays(15)).kind()).as("a review that is late")
                .isEqualTo(NextStep.Kind.REVIEW);
    }

    /** No score, no level as a number: what is kept about a student has words, days and yes or no. */
    @Test
    void nothingThatIsWrittenAboutAStudentIsANumber() {
        var numbers = Stream.concat(Stream.of(CaseFile.class), Arrays.stream(CaseFile.class.getDeclaredClasses()))
                .filter(Class::isRecord).flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(part -> part.getType().isPrimitive() && part.getType() != boolean.class
                        || Number.class.isAssignableFrom(part.getType()))
                .toList();
        assertThat(numbers).isEmpty();
    }

    private static List<String> kinds(ThreatCase... cases) {
        return Arrays.stream(cases).map(c -> NextStep.of(c, TODAY).kind().name()).toList();
    }

    private static ThreatCase opened() {
        return ThreatCase.open(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), COUNSELOR.person(), PRINCIPAL.person(),
                new Student("Sage, Student", null), "Said it at lunch",
                new OpenedUnder(AssessmentModel.DECISION_TREE, null), TODAY, NOW, PRINCIPAL).orThrow().state();
    }

    private static ThreatCase gathered() {
        return next(next(opened(), new AnswerSupport(SupportPlan.NO, COUNSELOR)),
                new Gather(Map.of("GOES_WELL", "Art"), COUNSELOR));
    }

    private static ThreatCase substantive() {
        return words(gathered(), About.SERIOUS, COUNSELOR, PRINCIPAL, OFFICER);
    }

    private static ThreatCase drafted() {
        return next(substantive(), new DraftPlan(PLAN, TODAY, LATEST, COUNSELOR));
    }

    private static ThreatCase planned() {
        return words(drafted(), About.PLAN, COUNSELOR, PRINCIPAL, OFFICER);
    }

    private static Map<Stage, ThreatCase> stages() {
        var joke = words(gathered(), About.TRANSIENT, COUNSELOR, PRINCIPAL, OFFICER);
        var monitored = next(next(next(planned(), new FinishTask(0, TODAY, COUNSELOR)),
                new RecordReview("Going well", TODAY.plusDays(20), TODAY, LATEST, COUNSELOR)),
                new TellParent(TODAY, How.PHONE, "es", "", COUNSELOR));
        var stages = new LinkedHashMap<Stage, ThreatCase>();
        for (var c : List.of(next(opened(), new AnswerSupport(SupportPlan.NO, COUNSELOR)), gathered(), joke,
                next(joke, new Fade(FADES, COUNSELOR)), drafted(), planned(),
                monitored, next(monitored, new Close("Settled", TODAY, COUNSELOR))))
            stages.put(c.stage(), c);
        assertThat(stages.keySet()).containsExactly(Stage.values());
        return stages;
    }

    private static Map<String, ThreatCommand> commands(ThreatCase c) {
        var commands = new LinkedHashMap<String, ThreatCommand>();
        for (var command : List.of(new Gather(Map.of("GOES_WELL", "Art"), COUNSELOR),
                new AnswerSupport(SupportPlan.NO, COUNSELOR), new RecordFinding("None", TODAY, COUNSELOR),
                new CountDayOut(new DayOut(TODAY, false, "sent home", "Ana Cruz"), COUNSELOR),
                new Share(true, COUNSELOR), new HandOver(new UUID(1, 9), PRINCIPAL.person(), PRINCIPAL),
                word(About.SERIOUS, COUNSELOR), new DraftPlan(PLAN, TODAY, LATEST, COUNSELOR),
                new FinishTask(0, TODAY, COUNSELOR),
                new RecordReview("Going well", TODAY.plusDays(20), TODAY, LATEST, COUNSELOR),
                new TellParent(TODAY, How.PHONE, "es", "", COUNSELOR),
                new PrintAccount(TODAY, "es", "Una broma", COUNSELOR), new Close("Settled", TODAY, COUNSELOR),
                new Fade(FADES, COUNSELOR))) {
            commands.put(command.getClass().getSimpleName(), command);
            if (command instanceof GiveWord) commands.put("GiveWord to the plan", word(About.PLAN, COUNSELOR));
        }
        return commands;
    }

    /** The same command where an officer gives it; null for the one they may give. */
    private static ThreatCommand by(ThreatCommand command) {
        return switch (command) {
            case GiveWord _,Fade _,HandOver _,AnswerSupport _,RecordFinding _ -> null;
            case Gather(var answers, var _) -> new Gather(answers, OFFICER);
            case CountDayOut(var day, var _) -> new CountDayOut(day, OFFICER);
            case Share(var shared, var _) -> new Share(shared, OFFICER);
            case DraftPlan(var plan, var today, var latest, var _) -> new DraftPlan(plan, today, latest, OFFICER);
            case FinishTask(var task, var today, var _) -> new FinishTask(task, today, OFFICER);
            case RecordReview(var words, var next, var today, var latest, var _) ->
                new RecordReview(words, next, today, latest, OFFICER);
            case TellParent(var day, var how, var language, var answer, var _) ->
                new TellParent(day, how, language, answer, OFFICER);
            case PrintAccount(var today, var language, var summary, var _) ->
                new PrintAccount(today, language, summary, OFFICER);
            case Close(var words, var today, var _) -> new Close(words, today, OFFICER);
        };
    }

    private static GiveWord word(About about, By by) {
        return new GiveWord(about, "Because", "", TODAY, FADES, by);
    }

    private static ThreatCase words(ThreatCase c, About about, By... by) {
        for (var one : by) c = next(c, word(about, one));
        return c;
    }

    private static ThreatCase next(ThreatCase c, ThreatCommand command) {
        return c.decide(command, NOW).orThrow().state();
    }

    private static String answer(Decision<ThreatCase> decision) {
        return switch (decision) {
            case Decision.Accepted<ThreatCase>(var then, var facts) ->
                then.stage() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<ThreatCase>(var code, var _) -> code.name();
        };
    }
}
