package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.REPLACEMENT;
import static org.daywatch_db.staffing.Tables.REPLACEMENT_OFFER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.daywatch._story.OwnProcess;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.WaitingBetweenWaves;
import org.daywatch._story.WholeApp;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.replacement.ReplacementRounds;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Application and PostgreSQL are killed with -9 between two waves: the next one goes out at its time, and nobody is
 * asked twice.
 */
class KilledBetweenWavesIT {

    @TempDir Path folder;

    @Test
    void theNextWaveGoesOutAtItsTimeAndNobodyIsAskedTwice() throws Exception {
        Path data = folder.resolve("data");
        Path told = folder.resolve("told");
        var process = new ProcessBuilder(
                OwnProcess.ofTheApplication(List.of(), WaitingBetweenWaves.class, data.toString(), told.toString()))
                .redirectErrorStream(true).redirectOutput(folder.resolve("child.log").toFile()).start();
        await(process, told);
        var postgres = process.descendants().filter(p -> p.info().command().orElse("").endsWith("/postgres")).toList();
        assertThat(postgres).as("the database is a child of the application").isNotEmpty();
        process.destroyForcibly().waitFor();
        postgres.forEach(ProcessHandle::destroyForcibly);
        for (var one : postgres) one.onExit().get(20, TimeUnit.SECONDS);

        var agency = UUID.fromString(Files.readString(told));
        try (var app = WholeApp.start(data)) {
            var story = app.getBean(Story.class);
            var db = app.getBean(DSLContext.class);
            var clock = app.getBean(TestClock.class);
            assertThat(story.as(agency, () -> db.fetchCount(REPLACEMENT_OFFER))).as("the first wave").isEqualTo(3);
            clock.setTo("2026-08-04T13:45:59Z");
            assertThat(send(app.getBean(ReplacementRounds.class), agency)).as("they still have time").isZero();
            clock.setTo("2026-08-04T13:46:00Z");
            assertThat(send(app.getBean(ReplacementRounds.class), agency)).isOne();
            story.run(agency, () -> {
                assertThat(db.selectDistinct(REPLACEMENT_OFFER.OFFICER_ID).from(REPLACEMENT_OFFER).fetch()).hasSize(4);
                assertThat(db.fetchCount(REPLACEMENT_OFFER)).isEqualTo(4);
                assertThat(db.select(REPLACEMENT.WAVE).from(REPLACEMENT).fetchSingle(REPLACEMENT.WAVE)).isEqualTo(2);
            });
        }
    }

    private static int send(ReplacementRounds rounds, UUID agency) {
        return Tenancy.as(Scope.system(agency), rounds::sendDue);
    }

    private void await(Process process, Path file) throws Exception {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!Files.exists(file)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(
                        "the application did not get on:\n" + Files.readString(folder.resolve("child.log")));
            }
            Thread.sleep(20);
        }
    }
}
