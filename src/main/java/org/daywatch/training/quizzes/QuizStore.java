package org.daywatch.training.quizzes;

import static org.daywatch_db.training.Tables.QUIZ;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.training.quizzes.Quiz.Asked;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.Quiz.State;
import org.daywatch_db.training.tables.records.QuizRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Quizzes as rows. */
@Repository
@Transactional
public class QuizStore {

    private final DSLContext db;

    QuizStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Quiz> find(UUID id) {
        return db.selectFrom(QUIZ).where(QUIZ.ID.eq(id)).fetchOptional().map(QuizStore::quiz);
    }

    Quiz lock(UUID id) {
        return db.selectFrom(QUIZ).where(QUIZ.ID.eq(id)).forNoKeyUpdate().fetchOptional().map(QuizStore::quiz)
                .orElseThrow(() -> new NotFound("quiz " + id));
    }

    /** In the order in which they were opened. */
    @Transactional(readOnly = true)
    public List<Quiz> list(Condition which) {
        return db.selectFrom(QUIZ).where(which).orderBy(QUIZ.OPENED_AT, QUIZ.ID).fetch().map(QuizStore::quiz);
    }

    @Transactional(readOnly = true)
    public List<Quiz> ofSession(UUID session) {
        return list(QUIZ.SESSION_ID.eq(session));
    }

    void insert(Quiz q) {
        db.insertInto(QUIZ).set(QUIZ.AGENCY_ID, q.agencyId()).set(QUIZ.ID, q.id()).set(QUIZ.DISTRICT_ID, q.districtId())
                .set(QUIZ.SCHOOL_ID, q.schoolId())
                .set(QUIZ.SESSION_ID, q.sessionId()).set(QUIZ.MOMENT, q.moment().name())
                .set(QUIZ.LESSON, q.asked().lesson()).set(QUIZ.EDITION, q.asked().edition())
                .set(QUIZ.TITLE, q.asked().title()).set(QUIZ.CLASS_LABEL, q.asked().label()).set(QUIZ.DAY, q.day())
                .set(QUIZ.HEADS, q.heads())
                .set(QUIZ.OPENED_AT, q.openedAt()).set(QUIZ.OPENED_BY, q.openedBy()).set(state(q.state()))
                .set(QUIZ.VERSION, q.version()).execute();
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(Quiz q) {
        int saved = db.update(QUIZ).set(state(q.state())).set(QUIZ.VERSION, q.version()).where(QUIZ.ID.eq(q.id()))
                .and(QUIZ.VERSION.eq(q.version() - 1)).execute();
        if (saved != 1) throw new Stale("quiz " + q.id());
    }

    private static java.util.Map<org.jooq.Field<?>, Object> state(State state) {
        var row = new java.util.HashMap<org.jooq.Field<?>, Object>();
        row.put(QUIZ.STATE, state.word());
        row.put(QUIZ.CODE, state instanceof State.Open(var code, var closes) ? code.text() : null);
        row.put(QUIZ.CLOSED_AT, state instanceof State.Closed(var at, var by) ? at : null);
        row.put(QUIZ.CLOSED_BY, state instanceof State.Closed(var at, var by) ? by : null);
        if (state instanceof State.Open(var code, var closes)) row.put(QUIZ.CLOSES_AT, closes);
        return row;
    }

    private static Quiz quiz(QuizRecord r) {
        var state = r.getState().equals("OPEN")
                ? new State.Open(new ClassCode(r.getCode()), r.getClosesAt())
                : new State.Closed(r.getClosedAt(), r.getClosedBy());
        return new Quiz(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(), r.getSessionId(),
                Moment.valueOf(r.getMoment()),
                new Asked(r.getLesson(), r.getEdition(), r.getTitle(), r.getClassLabel()), r.getDay(), r.getHeads(),
                r.getOpenedAt(), r.getOpenedBy(), state, r.getVersion());
    }
}
