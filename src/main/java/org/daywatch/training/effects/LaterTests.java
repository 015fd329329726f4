package org.daywatch.training.effects;

import static org.daywatch_db.training.Tables.DELAYED_REMINDER;
import static org.daywatch_db.training.Tables.LESSON_SESSION;
import static org.daywatch_db.training.Tables.QUIZ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.FarthestDays;
import org.daywatch.platform.time.When;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.QuizOpening;
import org.daywatch.training.quizzes.QuizRules;
import org.daywatch.training.quizzes.QuizStore;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSessionStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Classes that were asked after a lesson and can be asked a last time now; whoever taught them is told once. */
@Component
@Transactional
public class LaterTests {

    private static final int LONGEST_WEEKS = 60; // no rule reaches further back

    private final DSLContext db;
    private final LessonSessionStore sessions;
    private final QuizStore quizzes;
    private final Campuses campuses;
    private final QuizRules rules;
    private final Notifications notifications;
    private final Texts texts;
    private final Clock clock;

    LaterTests(DSLContext db, LessonSessionStore sessions, QuizStore quizzes, Campuses campuses, QuizRules rules,
            Notifications notifications, Texts texts, Clock clock) {
        this.db = db;
        this.sessions = sessions;
        this.quizzes = quizzes;
        this.campuses = campuses;
        this.rules = rules;
        this.notifications = notifications;
        this.texts = texts;
        this.clock = clock;
    }

    public record Due(LessonSession session, Campus school, QuizOpening opening) {}

    /**
     * @param which lessons are asked about. Only those whose class answered after the lesson, the first to run out
     * first
     */
    @Transactional(readOnly = true)
    public List<Due> due(Condition which) {
        var due = new ArrayList<Due>();
        var asked = DSL.exists(DSL.selectOne().from(QUIZ).where(QUIZ.AGENCY_ID.eq(LESSON_SESSION.AGENCY_ID))
                .and(QUIZ.SESSION_ID.eq(LESSON_SESSION.ID)).and(QUIZ.MOMENT.eq(Moment.POST.name())));
        var recent = LESSON_SESSION.DAY.ge(FarthestDays.earliest(clock.instant()).minusWeeks(LONGEST_WEEKS))
                .and(LESSON_SESSION.STATE.eq("TAUGHT"));
        for (var session : sessions.list(which.and(recent).and(asked))) {
            campuses.find(session.schoolId()).ifPresent(school -> {
                var today = LocalDate.now(clock.withZone(school.zone()));
                var opening = rules.opening(session, quizzes.ofSession(session.id()), school, today);
                if (opening.refusal(Moment.DELAYED).isEmpty() && !today.isAfter(opening.delayedTo()))
                    due.add(new Due(session, school, opening));
            });
        }
        return due;
    }

    /** For the agency that is bound. @return how many were told now */
    public int remind() {
        int told = 0;
        for (var one : due(
                LESSON_SESSION.AGENCY_ID.eq(Tenancy.tenant()).and(LESSON_SESSION.TEACHER_PERSON.isNotNull()))) {
            var s = one.session();
            int first = db.insertInto(DELAYED_REMINDER).set(DELAYED_REMINDER.AGENCY_ID, s.agencyId())
                    .set(DELAYED_REMINDER.SESSION_ID, s.id())
                    .set(DELAYED_REMINDER.DISTRICT_ID, s.districtId()).set(DELAYED_REMINDER.TOLD_AT, clock.instant())
                    .onConflictDoNothing().execute();
            if (first == 1) tell(one);
            told += first;
        }
        return told;
    }

    private void tell(Due due) {
        var s = due.session();
        if (s.teacher().person() == null) return;
        var notice = Notice.of("LATER_TEST", "/quizzes/of/" + s.id(), language -> new Notice.Words(
                texts.of(language, "quiz.later.subject", s.group().label(), s.content().title()),
                texts.of(language, "quiz.later.body", s.group().label(), s.content().title(), due.school().name(),
                        When.in(language).date(due.opening().delayedTo()))));
        notifications.tell(notice, new Audience.People(s.teacher().officer() == null ? s.districtId() : s.agencyId(),
                Set.of(s.teacher().person())));
    }
}
