package org.daywatch.training.effects;

import static org.daywatch_db.training.Tables.CLASS_CODE;
import static org.daywatch_db.training.Tables.CLASS_GROUP;
import static org.daywatch_db.training.Tables.LESSON_SESSION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.training.quizzes.QuizRules;
import org.daywatch.training.quizzes.QuizStore;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSessionStore;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** When the last test of a lesson could have been held, its answers give way to the figures of the class. */
@Component
class AnswerKeeper implements RecordKeeper {

    private final EffectStore effects;
    private final EffectQueries queries;
    private final QuizStore quizzes;
    private final LessonSessionStore sessions;
    private final Campuses campuses;
    private final QuizRules rules;

    AnswerKeeper(EffectStore effects, EffectQueries queries, QuizStore quizzes, LessonSessionStore sessions,
            Campuses campuses, QuizRules rules) {
        this.effects = effects;
        this.queries = queries;
        this.quizzes = quizzes;
        this.sessions = sessions;
        this.campuses = campuses;
        this.rules = rules;
    }

    @Override
    public String kind() {
        return "QUIZ_ANSWER";
    }

    /** All reports are made before the first answer goes: classes of one study stand in each other's. */
    @Override
    public int forget(Instant before) {
        var day = before.atOffset(ZoneOffset.UTC).toLocalDate();
        var over = effects.answered(Tenancy.tenant()).stream().flatMap(id -> sessions.find(id).stream())
                .filter(s -> over(s, day)).toList();
        over.forEach(this::keep);
        return over.stream().mapToInt(s -> effects.forget(s.id())).sum();
    }

    private boolean over(LessonSession session, LocalDate day) {
        var study = session.group().study().isEmpty()
                ? List.of(session)
                : sessions.list(CLASS_GROUP.STUDY.eq(session.group().study())
                        .and(CLASS_GROUP.DISTRICT_ID.eq(session.districtId()))
                        .and(LESSON_SESSION.LESSON.eq(session.content().code())));
        return study.stream().allMatch(s -> campuses.find(s.schoolId())
                .map(school -> rules.opening(s, List.of(), school, day).delayedTo().isBefore(day)).orElse(true));
    }

    private void keep(LessonSession session) {
        var held = quizzes.ofSession(session.id());
        campuses.find(session.schoolId()).map(school -> queries.of(session, school).report())
                .ifPresent(report -> effects.keep(held.getFirst(), report));
    }

    @Configuration(proxyBeanMethods = false)
    static class Codes {

        private record Keeper(DSLContext db) implements RecordKeeper {
            @Override
            public String kind() {
                return "CLASS_CODE";
            }

            @Override
            public int forget(Instant before) {
                return db.deleteFrom(CLASS_CODE).where(CLASS_CODE.AGENCY_ID.eq(Tenancy.tenant()))
                        .and(CLASS_CODE.UNTIL.lt(before)).execute();
            }
        }

        @Bean
        RecordKeeper classCodeKeeper(DSLContext db) {
            return new Keeper(db);
        }
    }
}
