package org.daywatch.training.quizzes;

import static org.daywatch_db.training.Tables.QUIZ;
import static org.daywatch_db.training.Tables.QUIZ_ANSWER;
import static org.daywatch_db.training.Tables.QUIZ_SEAT;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.training.quizzes.Seat.Pairing;
import org.daywatch_db.training.tables.records.QuizSeatRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Phones and their answers as rows. */
@Repository
@Transactional
public class QuizSeats {

    private final DSLContext db;

    QuizSeats(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Seat> find(UUID quiz, byte[] token) {
        return db.selectFrom(QUIZ_SEAT).where(QUIZ_SEAT.QUIZ_ID.eq(quiz)).and(QUIZ_SEAT.TOKEN_HASH.eq(token))
                .fetchOptional().map(this::seat);
    }

    public Seat lock(UUID quiz, byte[] token) {
        return db.selectFrom(QUIZ_SEAT).where(QUIZ_SEAT.QUIZ_ID.eq(quiz)).and(QUIZ_SEAT.TOKEN_HASH.eq(token))
                .forNoKeyUpdate().fetchOptional().map(this::seat)
                .orElseThrow(() -> new NotFound("seat at quiz " + quiz));
    }

    /**
     * One phone has one seat, however often it asks. Its id is random throughout: an ordinary one would tell when it
     * came.
     */
    public void take(Quiz quiz, byte[] token) {
        db.insertInto(QUIZ_SEAT).set(QUIZ_SEAT.AGENCY_ID, quiz.agencyId()).set(QUIZ_SEAT.ID, UUID.randomUUID())
                .set(QUIZ_SEAT.QUIZ_ID, quiz.id())
                .set(QUIZ_SEAT.DISTRICT_ID, quiz.districtId()).set(QUIZ_SEAT.TOKEN_HASH, token)
                .set(QUIZ_SEAT.PAIRING, Pairing.ASKED.name()).onConflictDoNothing().execute();
    }

    /** Who has this pairing code at this quiz. */
    public Optional<Seat> holder(UUID quiz, byte[] pair) {
        return db.selectFrom(QUIZ_SEAT).where(QUIZ_SEAT.QUIZ_ID.eq(quiz)).and(QUIZ_SEAT.PAIR_HASH.eq(pair))
                .forNoKeyUpdate().fetchOptional().map(this::seat);
    }

    /** Whether a phone had this code at another moment of the same lesson. */
    public boolean known(Quiz quiz, byte[] pair) {
        return db.fetchExists(db.selectOne().from(QUIZ_SEAT).join(QUIZ)
                .on(QUIZ.AGENCY_ID.eq(QUIZ_SEAT.AGENCY_ID), QUIZ.ID.eq(QUIZ_SEAT.QUIZ_ID))
                .where(QUIZ.SESSION_ID.eq(quiz.sessionId())).and(QUIZ.ID.ne(quiz.id()))
                .and(QUIZ_SEAT.PAIR_HASH.eq(pair)));
    }

    public void pair(Seat seat, byte @Nullable [] pair) {
        db.update(QUIZ_SEAT).set(QUIZ_SEAT.PAIRING, (pair == null ? Pairing.NONE : Pairing.GIVEN).name())
                .set(QUIZ_SEAT.PAIR_HASH, pair).where(QUIZ_SEAT.ID.eq(seat.id())).execute();
    }

    /** The phone that has come goes on at the seat of the one that broke down. */
    public void goOn(Seat came, Seat left, byte[] token) {
        db.deleteFrom(QUIZ_SEAT).where(QUIZ_SEAT.ID.eq(came.id())).execute();
        db.update(QUIZ_SEAT).set(QUIZ_SEAT.TOKEN_HASH, token).where(QUIZ_SEAT.ID.eq(left.id())).execute();
    }

    /** The first answer to a question counts. */
    public void answer(Quiz quiz, Seat seat, String question, int choice, boolean right) {
        db.insertInto(QUIZ_ANSWER).set(QUIZ_ANSWER.AGENCY_ID, quiz.agencyId()).set(QUIZ_ANSWER.SEAT_ID, seat.id())
                .set(QUIZ_ANSWER.QUESTION, question)
                .set(QUIZ_ANSWER.DISTRICT_ID, quiz.districtId()).set(QUIZ_ANSWER.CHOICE, choice)
                .set(QUIZ_ANSWER.IS_RIGHT, right).onConflictDoNothing().execute();
    }

    public int answers(Seat seat) {
        return db.fetchCount(QUIZ_ANSWER, QUIZ_ANSWER.SEAT_ID.eq(seat.id()));
    }

    public void finish(Seat seat) {
        db.update(QUIZ_SEAT).set(QUIZ_SEAT.FINISHED, true).where(QUIZ_SEAT.ID.eq(seat.id())).execute();
    }

    @Transactional(readOnly = true)
    public int finished(UUID quiz) {
        return db.fetchCount(QUIZ_SEAT, QUIZ_SEAT.QUIZ_ID.eq(quiz).and(QUIZ_SEAT.FINISHED));
    }

    private Seat seat(QuizSeatRecord r) {
        return new Seat(r.getId(), r.getQuizId(), Pairing.valueOf(r.getPairing()),
                db.select(QUIZ_ANSWER.QUESTION).from(QUIZ_ANSWER).where(QUIZ_ANSWER.SEAT_ID.eq(r.getId()))
                        .fetchSet(QUIZ_ANSWER.QUESTION),
                r.getFinished());
    }
}
