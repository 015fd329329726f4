package org.daywatch.training.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.training.effects.Answers.Sheet;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.pairing.PairingCode;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.QuizCommand;
import org.daywatch.training.quizzes.QuizCommands;
import org.daywatch.training.quizzes.phone.SeatCommands;
import org.daywatch.training.sessions.LessonGroup.Arm;
import org.daywatch.training.sessions.LessonGroups;
import org.daywatch.training.sessions.LessonSessionStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Two classes have the lesson now, one waits for it: what the lesson made of it is the difference of their changes, as
 * an independent computation says.
 */
@DaywatchIT
class WaitListComparisonIT {

    private static final String STUDY = "Crossing, fall";

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Campuses campuses;
    @Autowired QuizCommands quizzes;
    @Autowired SeatCommands seats;
    @Autowired LessonSessionStore sessions;
    @Autowired LessonGroups groups;
    @Autowired EffectQueries effects;
    @LocalServerPort int port;

    private final Random random = new Random(20260811);
    private final Map<UUID, Map<Moment, List<Sheet>>> meant = new HashMap<>();
    private PlannedLesson plan;
    private UUID taught;
    private UUID alsoTaught;
    private UUID waiting;
    private UUID elsewhere;

    @BeforeEach
    void twoClassesAreTaughtOneWaitsAndOneIsInNoStudyOfTheirs() {
        plan = new PlannedLesson(app, port, 8);
        taught = plan.session;
        alsoTaught = plan.also("7C", PlannedLesson.BEGINS.plus(Duration.ofHours(1)));
        waiting = plan.also("7D", PlannedLesson.BEGINS.plus(Duration.ofDays(28)));
        elsewhere = plan.also("8A", PlannedLesson.BEGINS.plus(Duration.ofHours(2)));
        inStudy(taught, STUDY, Arm.TAUGHT_NOW);
        inStudy(alsoTaught, STUDY, Arm.TAUGHT_NOW);
        inStudy(waiting, STUDY, Arm.WAIT_LIST);
        inStudy(elsewhere, "Another study", Arm.TAUGHT_NOW);
        clock.setTo(PlannedLesson.BEGINS.minus(Duration.ofMinutes(5)));
        for (var session : List.of(taught, alsoTaught, waiting, elsewhere))
            asked(session, Moment.PRE, session.equals(alsoTaught) ? 14 : 16, 0.4);
        clock.setTo(PlannedLesson.BEGINS.plus(Duration.ofHours(4)));
        plan.taught(16);
        asked(taught, Moment.POST, 15, 0.75);
        asked(alsoTaught, Moment.POST, 14, 0.7);
        asked(elsewhere, Moment.POST, 16, 0.95);
    }

    @Test
    void bothSidesAreMeasuredAndDifferenceAndIntervalAreWhatAnIndependentComputationSays() {
        var lonely = report(taught);
        assertThat(lonely.report().compared().difference().known()).as("one side alone says nothing").isFalse();
        assertThat(desk().get("/effects/" + taught).body()).contains("both sides need enough matched students");

        clock.setTo(PlannedLesson.BEGINS.plus(Duration.ofDays(2)));
        asked(waiting, Moment.WAITED, 15, 0.45);
        var compared = report(taught).report().compared();
        assertThat(compared.taught()).isEqualTo(15 + 14);
        assertThat(compared.waiting()).isEqualTo(15);
        assertThat(compared.difference().known()).isTrue();
        assertThat(EffectOracle.faults(compared, List.of(answers(taught), answers(alsoTaught)),
                List.of(answers(waiting)), report(taught).cells())).isEmpty();
        assertThat(report(waiting).report().compared()).as("the class that waits is told the same").isEqualTo(compared);
        assertThat(report(elsewhere).report().compared().waiting()).as("another study has no waiting class").isZero();
        theDirectorReadsIt(compared);
        aClassTooSmallTakesNoPart(compared);
    }

    private void theDirectorReadsIt(EffectReport.Compared compared) {
        String words = String.format(Locale.ROOT, "%d taught students changed by", compared.taught());
        String page = director().get("/effects/" + taught).body();
        assertThat(page).contains(words, String.format(Locale.ROOT, "%d waiting students by", compared.waiting()),
                number(compared.difference().number()),
                compared.difference().low() > 0
                        ? "The taught classes gained more than the waiting classes"
                        : "the range includes zero",
                "Waiting for the lesson");
        assertThat(director().get("/effects/" + taught + "/figures.csv").body())
                .contains(String.format(Locale.ROOT, "%.4f", compared.difference().number()));
        try (var phones = new Phones(port)) {
            for (int width : List.of(360, 1280)) {
                var screen = phones.screen(width, 800, "en-US");
                String token = app.getBean(Sessions.class).open(plan.officer, "PASSKEY", "look");
                app.getBean(Sessions.class).actFor(token, plan.cast.agency(), Role.OFFICER);
                screen.context()
                        .addCookies(List.of(new com.microsoft.playwright.options.Cookie("daywatch_session", token)
                                .setDomain("localhost").setPath("/")));
                screen.navigate("http://localhost:" + port + "/effects/" + taught);
                assertThat(screen.locator("main").innerText()).contains(words);
                screen.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true)
                        .setPath(Path.of("target/screenshots", "effect-compared-" + width + ".png")));
            }
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Otherwise the change of a few students could be computed from the two figures. */
    private void aClassTooSmallTakesNoPart(EffectReport.Compared before) {
        var few = plan.also("7E", PlannedLesson.BEGINS.plus(Duration.ofDays(29)));
        inStudy(few, STUDY, Arm.WAIT_LIST);
        asked(few, Moment.PRE, 3, 0.4);
        asked(few, Moment.WAITED, 3, 0.9);
        assertThat(report(taught).report().compared()).isEqualTo(before);
    }

    private void inStudy(UUID session, String study, Arm arm) {
        story.run(plan.cast.agency(), () -> groups.study(sessions.find(session).orElseThrow().group(), study, arm));
    }

    private EffectQueries.View report(UUID session) {
        return story.as(plan.cast.agency(),
                () -> effects.of(sessions.find(session).orElseThrow(), campuses.find(plan.school).orElseThrow()));
    }

    private Answers answers(UUID session) {
        return new Answers(plan.lesson.quiz().stream().map(Lesson.Question::id).toList(), meant.get(session));
    }

    /** So many students, each of whom knows an answer by chance; what they chose is remembered apart. */
    private void asked(UUID session, Moment moment, int students, double knows) {
        story.run(plan.cast.agency(), () -> {
            var quiz = quizzes.open(sessions.find(session).orElseThrow(), campuses.find(plan.school).orElseThrow(),
                    moment, students, "Dana Vega");
            var sheets = new ArrayList<Sheet>();
            for (int student = 0; student < students; student++) {
                byte[] phone = phone(session, moment, student);
                seats.join(quiz.id(), phone);
                seats.pair(quiz.id(), phone, new PairingCode(student % 20, student / 20 + 1, 42), moment == Moment.PRE);
                var right = new ArrayList<Boolean>();
                for (var q : plan.lesson.quiz()) {
                    right.add(random.nextDouble() < knows);
                    seats.answer(quiz.id(), phone, plan.lesson.quiz(), q.id(),
                            right.getLast() ? q.answer() : q.answer() % q.choices().size() + 1);
                }
                sheets.add(new Sheet("student " + student, List.copyOf(right)));
            }
            quizzes.handle(quiz.id(), new QuizCommand.Close("Dana Vega"));
            meant.computeIfAbsent(session, s -> new EnumMap<>(Moment.class)).put(moment, sheets);
        });
    }

    private static byte[] phone(UUID session, Moment moment, int student) {
        var bytes = new byte[32];
        java.nio.ByteBuffer.wrap(bytes).putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits()).put((byte) moment.ordinal()).put((byte) student);
        return bytes;
    }

    private Browser desk() {
        return plan.desk();
    }

    private Browser director() {
        var person = story.as(plan.cast.agency(), () -> app.getBean(Organizations.class).join(plan.cast.mesquite(),
                "director-" + UUID.randomUUID() + "@story.example", "Robin Field", Role.SAFETY_DIRECTOR, null));
        return Browser.of(app, port, person, plan.cast.mesquite(), Role.SAFETY_DIRECTOR);
    }
}
