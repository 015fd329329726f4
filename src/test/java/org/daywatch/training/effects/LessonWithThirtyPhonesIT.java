package org.daywatch.training.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.training.Tables.PAIRING_KEY;
import static org.daywatch_db.training.Tables.QUIZ_ANSWER;
import static org.daywatch_db.training.Tables.QUIZ_SEAT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.training.effects.Answers.Sheet;
import org.daywatch.training.effects.Phones.Phone;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.sessions.LessonSessionStore;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * One of our own lessons from its plan to its effect report, with a class of thirty: three on real browsers, the others
 * on clients with cookies of their own. What the report says is what an independent computation makes of the answers
 * the students meant to give.
 */
@DaywatchIT
class LessonWithThirtyPhonesIT {

    private static final int STUDENTS = 30;
    private static final int REAL = 3;
    private static final int QUESTIONS = 10;

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired Campuses campuses;
    @Autowired LessonSessionStore planned;
    @Autowired EffectQueries effects;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private PlannedLesson plan;
    private final Random random = new Random(30);
    private final Map<Moment, List<Sheet>> meant = new EnumMap<>(Moment.class);
    private final List<String> slips = new ArrayList<>();

    @Test
    void aClassOfThirtyIsAskedBeforeAfterAndWeeksLaterAndTheReportIsRight() throws Exception {
        plan = StarterLesson.planned(app, port);
        assertThat(plan.lesson.quiz())
                .as("each with a right answer of its own place, so that answers crossed between questions are seen")
                .hasSize(QUESTIONS)
                .extracting(Lesson.Question::answer).contains(1, 2, 3, 4);
        clock.setTo(PlannedLesson.BEGINS.minus(Duration.ofMinutes(5)));
        try (var phones = new Phones(port)) {
            var students = IntStream.range(0, STUDENTS)
                    .mapToObj(i -> i < REAL ? phones.real(i == 1 ? "es" : "en") : phones.plain()).toList();
            before(phones, students);
            clock.setTo(PlannedLesson.BEGINS.plus(Duration.ofMinutes(46)));
            plan.taught(STUDENTS);
            after(students);
            assertThat(phones.wentWrong).isEmpty();
        }
        weeksLater();
        theReportIsWhatAnIndependentComputationSays();
        nobodyCanBeFound();
    }

    private Map<String, Integer> answers(double knows) {
        var all = new LinkedHashMap<String, Integer>();
        for (var q : plan.lesson.quiz())
            all.put(q.id(), random.nextDouble() < knows ? q.answer() : q.answer() % q.choices().size() + 1);
        return all;
    }

    private Sheet sheet(String student, Map<String, Integer> answers) {
        return new Sheet(student, plan.lesson.quiz().stream().map(q -> answers.get(q.id()) == q.answer()).toList());
    }

    private void before(Phones phones, List<Phone> students) throws Exception {
        String quiz = plan.open(Moment.PRE, STUDENTS);
        String code = plan.code(quiz);
        var board = board(phones, quiz);
        var all = IntStream.range(0, STUDENTS).mapToObj(i -> answers(0.4)).toList();
        meant.put(Moment.PRE, IntStream.range(0, STUDENTS).mapToObj(i -> sheet("student " + i, all.get(i))).toList());
        for (var phone : students) phone.join(code);
        for (var phone : students) slips.add(phone.copy());
        assertThat(slips).doesNotHaveDuplicates();
        PlaywrightAssertions.assertThat(board.locator("[data-count=joined]")).hasText("30 of 30",
                new HasTextOptions().setTimeout(30_000));
        dropsOutAndReturns((Phones.Real) students.getFirst(), all.getFirst());
        breaksDownAndGoesOnElsewhere(phones, students.get(STUDENTS - 1), code, all.get(STUDENTS - 1));
        for (int i = 1; i < REAL; i++) students.get(i).answer(all.get(i), QUESTIONS);
        allAtOnce(IntStream.range(REAL, STUDENTS - 1).boxed().toList(),
                i -> students.get(i).answer(all.get(i), QUESTIONS));
        PlaywrightAssertions.assertThat(board.locator("[data-count=finished]")).hasText("30 of 30",
                new HasTextOptions().setTimeout(30_000));
        board.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "quiz-board.png")));
        answersOnceOnly(students.get(REAL), all.get(REAL));
        plan.close(quiz);
        assertThat(students.get(5).shows()).contains("Thank you");
        assertThat(students.get(1).shows()).contains("Gracias");
        var refused = new Browser(port).get("/q/" + code);
        assertThat(refused.body()).contains("This quiz is over").doesNotContain("/seat");
    }

    private Page board(Phones phones, String quiz) {
        var screen = phones.screen(1280, 900, "en");
        String token = sessions.open(plan.officer, "PASSKEY", "board");
        sessions.actFor(token, plan.cast.agency(), Role.OFFICER);
        screen.context().addCookies(List.of(new Cookie("daywatch_session", token).setDomain("localhost").setPath("/")));
        screen.navigate("http://localhost:" + port + quiz);
        screen.waitForFunction("() => document.body['htmx-internal-data']?.sseEventSource?.readyState === 1");
        return screen;
    }

    /**
     * In the middle of the quiz the network fails: the answer waits on the phone, is not shown as given, and arrives
     * once.
     */
    private void dropsOutAndReturns(Phones.Real phone, Map<String, Integer> answers) {
        phone.answer(answers, 3);
        phone.choose(answers.get("Q4"));
        phone.context().setOffline(true);
        phone.next();
        PlaywrightAssertions.assertThat(phone.page.locator(".quiz-waiting")).containsText("NOT SENT");
        assertThat(phone.page.locator("input[name=question]").inputValue()).isEqualTo("Q4");
        phone.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "quiz-not-sent.png")));
        phone.context().setOffline(false);
        phone.page.waitForFunction("() => document.querySelector('input[name=question]')?.value === 'Q5'");
        String address = phone.page.url();
        phone.page.navigate("about:blank");
        phone.page.navigate(address); // the student had put it away
        assertThat(phone.page.locator("input[name=question]").inputValue()).isEqualTo("Q5");
        phone.answer(answers, QUESTIONS - 4);
        assertThat(phone.page.content()).contains("Thank you");
    }

    /** With the code on the slip another phone goes on where the first one stopped. */
    private void breaksDownAndGoesOnElsewhere(Phones phones, Phone broken, String code, Map<String, Integer> answers) {
        broken.answer(answers, 5);
        var another = phones.plain();
        another.join(code);
        another.code(slips.get(STUDENTS - 1));
        another.answer(answers, QUESTIONS - 5);
        assertThat(another.shows()).contains("Thank you");
        assertThat(seats()).as("no seat of its own is left over").isEqualTo(STUDENTS);
    }

    private void answersOnceOnly(Phone phone, Map<String, Integer> answers) {
        int before = rights();
        assertThat(phone.shows()).contains("Thank you");
        org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class, () -> phone.answer(answers, 1));
        assertThat(rights()).isEqualTo(before);
        assertThat(story.as(plan.cast.agency(), () -> db.fetchCount(QUIZ_ANSWER))).isEqualTo(STUDENTS * QUESTIONS);
    }

    private int seats() {
        return story.as(plan.cast.agency(), () -> db.fetchCount(QUIZ_SEAT));
    }

    private int rights() {
        return story.as(plan.cast.agency(), () -> db.fetchCount(QUIZ_ANSWER, QUIZ_ANSWER.IS_RIGHT.isTrue()));
    }

    private interface Work {
        void with(int student);
    }

    private static void allAtOnce(List<Integer> students, Work work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(9)) {
            var jobs = students.stream().map(i -> pool.submit(() -> work.with(i))).toList();
            for (var job : jobs) job.get();
        }
    }

    /** Two have gone, one has lost their slip, one chooses a code that nobody has. */
    private void after(List<Phone> students) throws Exception {
        String quiz = plan.open(Moment.POST, STUDENTS);
        String code = plan.code(quiz);
        var all = IntStream.range(0, STUDENTS).mapToObj(i -> answers(0.75)).toList();
        var sheets = new ArrayList<Sheet>();
        for (int i = 0; i < STUDENTS; i++)
            if (i != 10 && i != 11) sheets.add(sheet(i == 12 || i == 13 ? null : "student " + i, all.get(i)));
        meant.put(Moment.POST, sheets);
        for (int i = 0; i < REAL; i++) {
            students.get(i).join(code);
            students.get(i).code(slips.get(i));
            students.get(i).answer(all.get(i), QUESTIONS);
        }
        var others = IntStream.range(REAL, STUDENTS).boxed().filter(i -> i != 10 && i != 11).toList();
        allAtOnce(others, i -> {
            students.get(i).join(code);
            if (i == 13) {
                students.get(i).code(free());
                assertThat(students.get(i).shows()).as("kindly asked again").contains("Is this the code on your slip?");
            }
            students.get(i).code(i == 12 || i == 13 ? "" : slips.get(i));
            students.get(i).answer(all.get(i), QUESTIONS);
        });
        assertThat(plan.desk().get(quiz).body()).contains("Phones that joined");
        plan.close(quiz);
        assertThat(plan.desk().get(quiz).body()).contains("three quarters").doesNotContain("too few");
    }

    private String free() {
        Set<String> known = new HashSet<>(slips);
        return IntStream.range(10, 99).mapToObj(n -> "0-0-" + n).filter(c -> !known.contains(c)).findFirst()
                .orElseThrow();
    }

    /** Nine weeks later, on other devices of the school; five are away. */
    private void weeksLater() throws Exception {
        clock.setTo(PlannedLesson.BEGINS.plus(Duration.ofDays(56)).minus(Duration.ofDays(1)));
        var early = plan.desk();
        early.get("/quizzes/of/" + plan.session);
        assertThat(early.post("/quizzes/of/" + plan.session, "moment=DELAYED").body()).contains("too early");
        clock.setTo(PlannedLesson.BEGINS.plus(Duration.ofDays(63)));
        assertThat(story.as(plan.cast.agency(), () -> app.getBean(LaterTests.class).remind())).isEqualTo(1);
        assertThat(story.as(plan.cast.agency(), () -> app.getBean(LaterTests.class).remind())).as("once").isZero();
        String quiz = plan.open(Moment.DELAYED, STUDENTS);
        String code = plan.code(quiz);
        var all = IntStream.range(0, STUDENTS).mapToObj(i -> answers(0.65)).toList();
        var here = IntStream.range(0, STUDENTS).boxed().filter(i -> i < 20 || i > 24).toList();
        meant.put(Moment.DELAYED, here.stream().map(i -> sheet("student " + i, all.get(i))).toList());
        try (var phones = new Phones(port)) {
            allAtOnce(here, i -> {
                var phone = phones.plain();
                phone.join(code);
                phone.code(slips.get(i));
                phone.answer(all.get(i), QUESTIONS);
            });
        }
        plan.close(quiz);
    }

    private void theReportIsWhatAnIndependentComputationSays() {
        var view = story.as(plan.cast.agency(),
                () -> effects.of(planned.find(plan.session).orElseThrow(), campuses.find(plan.school).orElseThrow()));
        var said = new Answers(plan.lesson.quiz().stream().map(Lesson.Question::id).toList(), meant);
        assertThat(view.report()).isNotNull();
        assertThat(view.report().counts()).isEqualTo(new EffectReport.Counts(30, 28, 26, 4, 2));
        assertThat(EffectOracle.faults(view.report(), said, view.cells())).isEmpty();
        assertThat(view.report().learned().gain().hasInterval()).isTrue();
        assertThat(view.report().kept().later().known()).isTrue();
        var desk = plan.desk();
        assertThat(desk.get("/effects/" + plan.session).body()).contains("26 students answered both times")
                .contains("normalized gain");
        assertThat(desk.get("/effects/" + plan.session + "/effect.pdf").body()).startsWith("%PDF");
        assertThat(desk.get("/effects/" + plan.session + "/figures.csv").body()).contains("normalized_gain,KNOWN,"
                + String.format(java.util.Locale.ROOT, "%.4f", view.report().learned().gain().number()));
        assertThat(desk.get("/effects?q=7B").body()).contains(plan.lesson.title());
    }

    /** What is stored names nobody, holds no code that could be read, and says of no phone when or whence it came. */
    private void nobodyCanBeFound() {
        story.run(plan.cast.agency(), () -> {
            assertThat(QUIZ_SEAT.fields()).extracting(f -> f.getName()).containsExactlyInAnyOrder("agency_id", "id",
                    "quiz_id", "district_id", "token_hash", "pairing", "pair_hash", "finished");
            assertThat(QUIZ_ANSWER.fields()).extracting(f -> f.getName()).containsExactlyInAnyOrder("agency_id",
                    "seat_id", "question", "district_id", "choice", "is_right");
            assertThat(db.selectFrom(QUIZ_SEAT).fetch()).hasSize(30 + 28 + 25)
                    .allSatisfy(seat -> assertThat(seat.getId().version()).as("an id that tells no time").isEqualTo(4));
            String everything = db.selectFrom(QUIZ_SEAT).fetch().formatCSV()
                    + db.selectFrom(QUIZ_ANSWER).fetch().formatCSV() + db.selectFrom(PAIRING_KEY).fetch().formatCSV();
            assertThat(slips).allSatisfy(slip -> assertThat(everything).doesNotContain(slip));
        });
        String pages = plan.desk().get("/effects/" + plan.session).body()
                + plan.desk().get("/quizzes/of/" + plan.session).body();
        assertThat(slips).allSatisfy(slip -> assertThat(pages).doesNotContain(slip));
    }

    @Test
    void whoeverTriesCodesIsStopped() {
        clock.setTo("2026-12-01T16:00:00Z");
        var knocking = new Browser(port);
        knocking.get("/q");
        int stopped = 0;
        for (int i = 0; i < 160; i++)
            if (knocking.post("/q", "code=CCC" + "CDFGH".charAt(i % 5) + "CC").statusCode() == 429) stopped++;
        assertThat(stopped).isBetween(5, 30);
        clock.move(Duration.ofMinutes(30));
        assertThat(knocking.post("/q", "code=CCCDCC").statusCode()).as("half an hour later").isEqualTo(200);
    }
}
