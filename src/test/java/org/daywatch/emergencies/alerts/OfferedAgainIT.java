package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.PRESS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After each restart of the database server it is offered again what was stored in the last minutes: a thousand that it
 * has must not hold up what was pressed since.
 */
@DaywatchIT
class OfferedAgainIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired AlertIntake intake;
    @Autowired DSLContext db;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void pressesThatAreStoredAlreadyWaitForNobodysTurn() {
        clock.setTo(TestClock.START);
        var day = new PostedDay(app);
        List<LaneEntry> presses = IntStream.range(0, 400).<LaneEntry>mapToObj(i -> press(day, "Presser No. " + i))
                .toList();
        intake.store(presses);
        new TransactionTemplate(transactions).executeWithoutResult(t -> {
            db.execute("select pg_advisory_xact_lock(hashtextextended(?, 41))", day.school.toString()); // it is the school's turn for somebody else
            assertThat(CompletableFuture.runAsync(() -> intake.store(presses))).succeedsWithin(Duration.ofSeconds(10));
            assertThat(CompletableFuture.runAsync(() -> intake.store(List.of(press(day, "Late")))))
                    .as("a new one waits for it").failsWithin(Duration.ofSeconds(1));
        });
        await().untilAsserted(() -> assertThat(story.as(day.cast.agency(), () -> db.fetchCount(PRESS))).isEqualTo(401));
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(ALERT))).isOne();
    }

    private LaneEntry press(PostedDay day, String presser) {
        return new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, AlertStatus.EXERCISE,
                ProtocolAction.HOLD, "", null, "", "", LaneEntry.Source.WEB, null, presser, null,
                clock.instant());
    }
}
