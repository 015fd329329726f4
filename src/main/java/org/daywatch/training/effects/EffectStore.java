package org.daywatch.training.effects;

import static org.daywatch_db.training.Tables.KEPT_EFFECT;
import static org.daywatch_db.training.Tables.PAIRING_KEY;
import static org.daywatch_db.training.Tables.QUIZ;
import static org.daywatch_db.training.Tables.QUIZ_ANSWER;
import static org.daywatch_db.training.Tables.QUIZ_SEAT;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.training.effects.Answers.Sheet;
import org.daywatch.training.quizzes.Quiz;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The answers of closed quizzes as sheets, and the reports that were kept when answers were forgotten. */
@Repository
@Transactional
public class EffectStore {

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    EffectStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param held quizzes of one lesson; those that are open are left out: they would change under the reader's eyes
     */
    @Transactional(readOnly = true)
    public Answers answers(List<Quiz> held, List<String> questions) {
        var sheets = new EnumMap<Moment, List<Sheet>>(Moment.class);
        for (var quiz : held) if (!quiz.open()) sheets.put(quiz.moment(), sheets(quiz.id(), questions));
        return new Answers(questions, sheets);
    }

    private List<Sheet> sheets(UUID quiz, List<String> questions) {
        var pairs = new LinkedHashMap<UUID, byte[]>();
        var right = new LinkedHashMap<UUID, Map<String, Boolean>>();
        db.select(QUIZ_SEAT.ID, QUIZ_SEAT.PAIR_HASH, QUIZ_ANSWER.QUESTION, QUIZ_ANSWER.IS_RIGHT).from(QUIZ_SEAT)
                .join(QUIZ_ANSWER)
                .on(QUIZ_ANSWER.AGENCY_ID.eq(QUIZ_SEAT.AGENCY_ID), QUIZ_ANSWER.SEAT_ID.eq(QUIZ_SEAT.ID))
                .where(QUIZ_SEAT.QUIZ_ID.eq(quiz)).and(QUIZ_SEAT.FINISHED)
                .orderBy(QUIZ_SEAT.ID).forEach(r -> {
                    pairs.put(r.get(QUIZ_SEAT.ID), r.get(QUIZ_SEAT.PAIR_HASH));
                    right.computeIfAbsent(r.get(QUIZ_SEAT.ID), id -> new LinkedHashMap<>())
                            .put(r.get(QUIZ_ANSWER.QUESTION), r.get(QUIZ_ANSWER.IS_RIGHT));
                });
        var sheets = new ArrayList<Sheet>();
        right.forEach((seat, answers) -> sheets
                .add(new Sheet(pairs.get(seat) == null ? null : HexFormat.of().formatHex(pairs.get(seat)),
                        questions.stream().map(q -> answers.getOrDefault(q, false)).toList())));
        return sheets;
    }

    @Transactional(readOnly = true)
    public Optional<EffectReport> kept(UUID session) {
        return db.selectFrom(KEPT_EFFECT).where(KEPT_EFFECT.SESSION_ID.eq(session))
                .fetchOptional(r -> json.readValue(r.getReport().data(), EffectReport.class));
    }

    /** The report takes the place of the answers it was made from, the key of their pairing codes and their phones. */
    void keep(Quiz one, EffectReport report) {
        db.insertInto(KEPT_EFFECT).set(KEPT_EFFECT.AGENCY_ID, one.agencyId())
                .set(KEPT_EFFECT.SESSION_ID, one.sessionId()).set(KEPT_EFFECT.DISTRICT_ID, one.districtId())
                .set(KEPT_EFFECT.REPORT, JSONB.valueOf(json.writeValueAsString(report)))
                .set(KEPT_EFFECT.KEPT_AT, clock.instant()).onConflictDoNothing().execute();
    }

    /** @return how many phones were forgotten */
    int forget(UUID session) {
        db.deleteFrom(PAIRING_KEY).where(PAIRING_KEY.SESSION_ID.eq(session)).execute();
        return db.deleteFrom(QUIZ_SEAT)
                .where(QUIZ_SEAT.QUIZ_ID.in(db.select(QUIZ.ID).from(QUIZ).where(QUIZ.SESSION_ID.eq(session))))
                .execute();
    }

    /** Lessons of which phones' answers are still there. */
    @Transactional(readOnly = true)
    List<UUID> answered(UUID agency) {
        return db.selectDistinct(QUIZ.SESSION_ID).from(QUIZ).join(QUIZ_SEAT)
                .on(QUIZ_SEAT.AGENCY_ID.eq(QUIZ.AGENCY_ID), QUIZ_SEAT.QUIZ_ID.eq(QUIZ.ID))
                .where(QUIZ.AGENCY_ID.eq(agency)).fetch(QUIZ.SESSION_ID);
    }
}
