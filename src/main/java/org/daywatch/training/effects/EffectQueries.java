package org.daywatch.training.effects;

import static org.daywatch_db.training.Tables.CLASS_GROUP;
import static org.daywatch_db.training.Tables.LESSON_SESSION;
import static org.daywatch_db.training.Tables.QUIZ;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.training.effects.EffectReport.Compared;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.quizzes.Quiz;
import org.daywatch.training.quizzes.QuizRules;
import org.daywatch.training.quizzes.QuizStore;
import org.daywatch.training.quizzes.SmallCells;
import org.daywatch.training.sessions.LessonGroup.Arm;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSessionStore;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Effect reports as people ask for them: of one class, or which classes have one. */
@Component
@Transactional(readOnly = true)
public class EffectQueries {

    private final EffectStore effects;
    private final QuizStore quizzes;
    private final LessonSessionStore sessions;
    private final Lessons lessons;
    private final Campuses campuses;
    private final QuizRules rules;

    EffectQueries(EffectStore effects, QuizStore quizzes, LessonSessionStore sessions, Lessons lessons,
            Campuses campuses, QuizRules rules) {
        this.effects = effects;
        this.quizzes = quizzes;
        this.sessions = sessions;
        this.lessons = lessons;
        this.campuses = campuses;
        this.rules = rules;
    }

    /** @param report null where nobody was asked yet. @param cells by which it was made */
    public record View(LessonSession session, Campus school, List<Quiz> held, @Nullable EffectReport report,
            SmallCells cells) {

        public Optional<Quiz> at(Quiz.Moment moment) {
            return held.stream().filter(q -> q.moment() == moment && !q.open()).findFirst();
        }
    }

    public View of(LessonSession session, Campus school) {
        var held = quizzes.ofSession(session.id());
        var cells = rules.cells(school, session.slot().day());
        var kept = effects.kept(session.id());
        if (kept.isPresent()) return new View(session, school, held, kept.get(), cells);
        if (held.stream().allMatch(Quiz::open)) return new View(session, school, held, null, cells);
        return new View(session, school, held, EffectReport.of(effects.answers(held, questions(held.getFirst())), cells)
                .beside(compared(session, held, cells)), cells);
    }

    private List<String> questions(Quiz quiz) {
        return lessons.find(quiz.asked().lesson(), quiz.asked().edition(), "en")
                .or(() -> lessons.find(quiz.asked().lesson(), quiz.asked().edition(), "es"))
                .map(lesson -> lesson.quiz().stream().map(Lesson.Question::id).toList()).orElse(List.of());
    }

    /** The same questions in all classes of the study that have the same lesson. */
    private @Nullable Compared compared(LessonSession session, List<Quiz> held, SmallCells cells) {
        if (session.group().study().isEmpty()) return null;
        var asked = held.getFirst().asked();
        var study = sessions.list(
                CLASS_GROUP.STUDY.eq(session.group().study()).and(CLASS_GROUP.DISTRICT_ID.eq(session.districtId()))
                        .and(LESSON_SESSION.LESSON.eq(session.content().code())));
        var answers = quizzes
                .list(QUIZ.SESSION_ID.in(study.stream().map(LessonSession::id).toList())
                        .and(QUIZ.EDITION.eq(asked.edition())))
                .stream()
                .collect(Collectors.groupingBy(Quiz::sessionId));
        var arms = study.stream().filter(s -> answers.containsKey(s.id()))
                .collect(Collectors.groupingBy(s -> s.group().arm() == Arm.WAIT_LIST,
                        Collectors.mapping(
                                s -> effects.answers(answers.get(s.id()), questions(answers.get(s.id()).getFirst())),
                                Collectors.toList())));
        return EffectReport.compare(arms.getOrDefault(false, List.of()), arms.getOrDefault(true, List.of()), cells);
    }

    /** A lesson of which a class was asked. */
    public record Row(LessonSession session, Campus school, List<Quiz> held) {}

    static final Map<String, java.util.Comparator<Row>> SORTS = Map.of("day",
            java.util.Comparator.comparing(r -> r.session().slot().from()), "school",
            java.util.Comparator.comparing(r -> r.school().name()), "lesson",
            java.util.Comparator.comparing(r -> r.session().content().title()),
            "class", java.util.Comparator.comparing(r -> r.session().group().label()));

    /**
     * @param schools where the reader works; empty: everywhere. What they taught themselves they read wherever it was.
     */
    List<Row> list(Paging paging, Optional<Set<UUID>> schools, UUID reader) {
        var own = QUIZ.SESSION_ID
                .in(DSL.select(LESSON_SESSION.ID).from(LESSON_SESSION).where(LESSON_SESSION.TEACHER_PERSON.eq(reader)));
        var held = quizzes.list(schools.map(known -> QUIZ.SCHOOL_ID.in(known).or(own)).orElse(DSL.noCondition()))
                .stream().collect(Collectors.groupingBy(Quiz::sessionId));
        if (held.isEmpty()) return List.of();
        var all = sessions.list(LESSON_SESSION.ID.in(held.keySet()));
        var named = campuses.list(all.stream().map(LessonSession::schoolId).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return all.stream().filter(s -> named.containsKey(s.schoolId()))
                .map(s -> new Row(s, named.get(s.schoolId()), held.get(s.id())))
                .filter(r -> paging.filter("study").isEmpty()
                        || r.session().group().study().equals(paging.filter("study")))
                .filter(r -> paging.finds(r.session().content().title(), r.school().name(), r.session().group().label(),
                        r.session().group().study()))
                .sorted(paging.order(SORTS).thenComparing(r -> r.session().id())).toList();
    }
}
