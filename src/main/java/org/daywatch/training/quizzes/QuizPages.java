package org.daywatch.training.quizzes;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.paper.QrDrawing;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.Quiz.State;
import org.daywatch.training.sessions.LessonPlaces;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.SessionDoor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whoever teaches opens a quiz, shows its code to the class, sees how far the class is, closes it, and talks about what
 * was hard.
 */
@Controller
@Needs(Permission.LESSONS_READ)
public class QuizPages {

    private static final int MOST_HEADS = 500;

    private final SessionDoor door;
    private final LessonPlaces places;
    private final QuizStore quizzes;
    private final QuizCommands commands;
    private final QuizQueries queries;
    private final QuizRules rules;
    private final Lessons lessons;
    private final PublicAddress address;

    QuizPages(SessionDoor door, LessonPlaces places, QuizStore quizzes, QuizCommands commands, QuizQueries queries,
            QuizRules rules, Lessons lessons, PublicAddress address) {
        this.door = door;
        this.places = places;
        this.quizzes = quizzes;
        this.commands = commands;
        this.queries = queries;
        this.rules = rules;
        this.lessons = lessons;
        this.address = address;
    }

    /** The quizzes of one lesson in the timetable: which were held, and which can be opened now. */
    @GetMapping("/quizzes/of/{session}")
    ModelAndView ofSession(Page page, Actor actor, @PathVariable UUID session) {
        var lesson = door.mine(actor, session);
        var school = door.school(actor, lesson);
        var held = quizzes.ofSession(session);
        var opening = rules.opening(lesson, held, school, places.today(school));
        var progress = new HashMap<UUID, QuizQueries.Progress>();
        held.forEach(q -> progress.put(q.id(), queries.progress(q.id())));
        return new ModelAndView("training/quizzes/session",
                Map.of("page", page.titled("quiz.of.title", lesson.content().title()), "lesson", lesson, "school",
                        school, "held", held,
                        "progress", progress, "opening", opening, "teaches", SessionDoor.mayWrite(actor, lesson)));
    }

    @PostMapping("/quizzes/of/{session}")
    @Needs(Permission.LESSONS_TEACH)
    ModelAndView open(Page page, Actor actor, @PathVariable UUID session, @RequestParam Moment moment,
            @RequestParam(defaultValue = "") String heads) {
        var lesson = door.toWrite(actor, session);
        String number = heads.strip();
        return Act.told(page, Map.of("heads", number), again -> ofSession(again, actor, session), () -> {
            if (!number.isEmpty()) Typed.number("heads", number, 1, MOST_HEADS, "quiz.wrong.heads");
            var quiz = commands.open(lesson, door.school(actor, lesson), moment,
                    number.isEmpty() ? null : Integer.valueOf(number), actor.name());
            return new ModelAndView("redirect:/quizzes/" + quiz.id());
        });
    }

    @GetMapping("/quizzes/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        return new ModelAndView("training/quizzes/quiz", model(page, actor, id));
    }

    /** The part that follows the class; a quiz that has closed loads its page anew. */
    @GetMapping("/quizzes/{id}/live")
    ModelAndView live(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var model = model(page, actor, id);
        if (!((Quiz) model.get("quiz")).open()) response.setHeader("HX-Refresh", "true");
        return new ModelAndView("training/quizzes/live",
                Map.of("page", page, "quiz", model.get("quiz"), "progress", model.get("progress")));
    }

    private Map<String, Object> model(Page page, Actor actor, UUID id) {
        var quiz = quizzes.find(id).orElseThrow(() -> new NotFound("quiz " + id));
        var session = door.mine(actor, quiz.sessionId());
        var school = door.school(actor, session);
        var model = new HashMap<String, Object>(Map.of("page",
                page.titled("quiz.one.title", page.t("quiz.moment." + quiz.moment()), quiz.asked().label()), "quiz",
                quiz, "lesson", session,
                "school", school, "progress", queries.progress(id), "teaches", SessionDoor.mayWrite(actor, session),
                "today", places.today(school)));
        String join = address.link("/q");
        model.put("join", join.replaceFirst("^https?://", ""));
        if (quiz.state() instanceof State.Open(var code, var closes))
            model.put("qr", QrDrawing.of(join + "/" + code.text()));
        else
            model.put("rows", queries.results(id, questions(quiz, page, session), rules.cells(school, quiz.day())));
        return model;
    }

    private List<Lesson.Question> questions(Quiz quiz, Page page, LessonSession session) {
        return lessons.find(quiz.asked().lesson(), quiz.asked().edition(), page.lang())
                .or(() -> lessons.find(quiz.asked().lesson(), quiz.asked().edition(), session.content().language()))
                .map(Lesson::quiz).orElse(List.of());
    }

    @PostMapping("/quizzes/{id}/close")
    @Needs(Permission.LESSONS_TEACH)
    ModelAndView close(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        writes(actor, id);
        return Act.on(page, response, "/quizzes/" + id, "quiz.said.closed",
                () -> commands.handle(id, new QuizCommand.Close(actor.name())));
    }

    @PostMapping("/quizzes/{id}/reopen")
    @Needs(Permission.LESSONS_TEACH)
    ModelAndView reopen(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var session = writes(actor, id);
        return Act.on(page, response, "/quizzes/" + id, "quiz.said.reopened",
                () -> commands.reopen(id, door.school(actor, session), actor.name()));
    }

    private LessonSession writes(Actor actor, UUID id) {
        return door.toWrite(actor, quizzes.find(id).orElseThrow(() -> new NotFound("quiz " + id)).sessionId());
    }
}
