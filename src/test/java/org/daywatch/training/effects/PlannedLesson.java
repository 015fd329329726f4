package org.daywatch.training.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.Browser;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.library.LessonShelving;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSessionCommand.By;
import org.daywatch.training.sessions.LessonSessionCommand.Teach;
import org.daywatch.training.sessions.LessonSessionCommands;
import org.daywatch.training.sessions.timetable.Slot;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The story goes on: a lesson with questions in both languages, planned by an officer for a class, and what they do on
 * their desk.
 */
class PlannedLesson {

    static final Instant BEGINS = Instant.parse("2026-08-11T16:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 11);
    private static final Pattern CODE = Pattern.compile("data-code=\"([0-9A-Z]{6})\"");

    final ApplicationContext app;
    private final int port;
    private final Story story;
    final Story.Cast cast;
    final UUID officer;
    final UUID school;
    final UUID session;
    final Lesson lesson;

    PlannedLesson(ApplicationContext app, int port, int questions) {
        this.app = app;
        this.port = port;
        story = app.getBean(Story.class);
        cast = story.cast();
        officer = story.as(cast.agency(), () -> app.getBean(Organizations.class).join(cast.agency(),
                "officer" + cast.suffix() + "@story.example", "Dana Vega", Role.OFFICER, null));
        school = story
                .as(cast.mesquite(), () -> SchoolRoll.write(app.getBean(DSLContext.class), cast, cast.mesquite(), 1, 0))
                .school();
        app.getBean(TestClock.class).setTo(BEGINS.minus(Duration.ofDays(1)));
        var shelf = app.getBean(LessonShelving.class);
        lesson = story.as(cast.agency(), () -> shelf.add(admin(), file("en", questions), Ids.next()));
        story.run(cast.agency(), () -> shelf.add(admin(), file("es", questions), Ids.next()));
        session = also("7B", BEGINS);
    }

    /** One that is planned already. */
    PlannedLesson(ApplicationContext app, int port, Story.Cast cast, UUID officer, UUID school, UUID session,
            Lesson lesson) {
        this.app = app;
        this.port = port;
        this.story = app.getBean(Story.class);
        this.cast = cast;
        this.officer = officer;
        this.school = school;
        this.session = session;
        this.lesson = lesson;
    }

    private LessonSession.Content content() {
        return new LessonSession.Content(lesson.code(), 1, "en", lesson.title(), 45);
    }

    /** The same lesson for one more class. */
    UUID also(String label, Instant begins) {
        var slot = new Slot(LocalDate.ofInstant(begins, java.time.ZoneId.of("America/Phoenix")), "", begins,
                begins.plus(Duration.ofMinutes(45)), "no bells are known");
        var wish = new LessonSessionCommands.Wish(content(), null, null, slot);
        return story.as(cast.agency(),
                () -> app.getBean(LessonSessionCommands.class).plan(cast.agency(),
                        app.getBean(Campuses.class).find(school).orElseThrow(),
                        new LessonSessionCommands.Sitting(Audience.COHORT, label),
                        new LessonSession.Teacher(Ids.next(), officer, "Dana Vega", ""), List.of(wish),
                        new By(officer, "Dana Vega"),
                        Ids.next()))
                .getFirst();
    }

    private Actor admin() {
        return new Actor(cast.coordinator(), "Robin Alder", cast.agency(), "Cooperative", Role.AGENCY_ADMIN,
                EnumSet.of(Permission.LESSONS_EDIT), null, Capacity.NONE, Ids.next(), "en");
    }

    /** The example of the format, with so many questions. */
    private byte[] file(String language, int questions) {
        try {
            var json = new JsonMapper();
            var root = (ObjectNode) json.readTree(Files.readString(Path.of("docs/formats/examples/lesson.json")));
            root.put("code", "PHONES-" + cast.suffix()).put("language", language);
            var first = (ObjectNode) root.get("quiz").get(0).deepCopy();
            var quiz = root.putArray("quiz");
            for (int i = 1; i <= questions; i++)
                quiz.add(first.deepCopy().put("id", "Q" + i).put("question",
                        String.format(Locale.ROOT, "Question %d (%s)?", i, language)));
            return json.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Browser desk() {
        return Browser.of(app, port, officer, cast.agency(), Role.OFFICER);
    }

    /** @return the address of the quiz */
    String open(Moment moment, int heads) {
        var desk = desk();
        desk.get("/quizzes/of/" + session);
        var opened = desk.post("/quizzes/of/" + session, "moment=" + moment, "heads=" + heads);
        assertThat(opened.statusCode()).isEqualTo(200);
        return opened.uri().getPath();
    }

    String code(String quiz) {
        var found = CODE.matcher(desk().get(quiz).body());
        assertThat(found.find()).as("the code on the board").isTrue();
        return found.group(1);
    }

    void close(String quiz) {
        var desk = desk();
        desk.get(quiz);
        assertThat(desk.post(quiz + "/close").body()).contains("closed");
    }

    void taught(int people) {
        var account = new LessonSession.Account(BEGINS, 45, 10, people, true, List.of(), "");
        story.run(cast.agency(), () -> app.getBean(LessonSessionCommands.class).handle(session,
                new Teach(content(), account, DAY, new By(officer, "Dana Vega"))));
    }
}
