package org.daywatch.training.quizzes;

import static org.daywatch_db.training.Tables.QUIZ;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A quiz whose time has run out takes no answers; within a minute it is written down as closed. */
@Component
public class QuizTimers {

    private static final Logger log = LoggerFactory.getLogger(QuizTimers.class);

    private final QuizStore quizzes;
    private final QuizCommands commands;
    private final Clock clock;

    QuizTimers(QuizStore quizzes, QuizCommands commands, Clock clock) {
        this.quizzes = quizzes;
        this.commands = commands;
        this.clock = clock;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class EveryMinute {

        private final QuizTimers timers;
        private final Tenants tenants;

        EveryMinute(QuizTimers timers, Tenants tenants) {
            this.timers = timers;
            this.tenants = tenants;
        }

        @Scheduled(fixedDelay = 1, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
        void round() {
            tenants.forEachAgency("quizzes whose time is over", agency -> timers.runOut());
        }
    }

    /** For the agency that is bound. @return how many were closed */
    public int runOut() {
        int closed = 0;
        for (var quiz : quizzes.list(QUIZ.AGENCY_ID.eq(Tenancy.tenant()).and(QUIZ.STATE.eq("OPEN"))
                .and(QUIZ.CLOSES_AT.le(clock.instant())))) {
            try {
                commands.handle(quiz.id(), new QuizCommand.RunOut());
                closed++;
            } catch (RuntimeException e) {
                log.warn("quiz {} could not be closed", quiz.id(), e);
            }
        }
        return closed;
    }
}
