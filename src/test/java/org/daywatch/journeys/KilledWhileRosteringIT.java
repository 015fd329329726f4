package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.daywatch._story.OwnProcess;
import org.daywatch._story.RosteringUntilKilled;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.WholeApp;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.schedules.publishing.PublicationStore;
import org.daywatch.staffing.schedules.publishing.SchedulePublishing;
import org.daywatch.staffing.schedules.weeks.Schedule;
import org.daywatch.staffing.schedules.weeks.ScheduleStore;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/**
 * Application and PostgreSQL are killed with -9 while a roster is worked out, and again while it is published: both go
 * on after the lease, every place is kept once, and officers are told once.
 */
class KilledWhileRosteringIT {

    @TempDir Path folder;

    @Test
    void theRosterIsWorkedOutAndPublishedOnceAllTheSame() throws Exception {
        Path data = folder.resolve("data");
        var told = killed(data, "solving").split(" ");
        killed(data, "publishing", told);
        var agency = UUID.fromString(told[0]);
        var roster = UUID.fromString(told[1]);
        try (var app = WholeApp.start(data)) {
            app.getBean(TestClock.class).setTo("2026-08-08T14:02:30Z");
            Tenancy.run(Scope.system(agency), () -> goesOn(app, roster));
            var db = app.getBean(DSLContext.class);
            app.getBean(Story.class).run(agency, () -> {
                assertThat(db.fetchCount(POST, POST.STATE.eq("HELD"))).isEqualTo(RosteringUntilKilled.POSTS);
                assertThat(db.fetchCount(ROSTER_PLACE, ROSTER_PLACE.OUTCOME.eq("ASKED")))
                        .isEqualTo(RosteringUntilKilled.POSTS);
                assertThat(db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.eq("ROSTER_PROPOSED")))
                        .as("one message for all of them").isOne();
            });
        }
    }

    private static void goesOn(ApplicationContext app, UUID id) {
        var roster = app.getBean(ScheduleStore.class).get(id);
        assertThat(roster.state()).as("the second process took over what the first left")
                .isEqualTo(Schedule.State.DONE);
        assertThat(roster.movesMade()).isEqualTo(roster.moves());
        assertThat(app.getBean(ScheduleStore.class).places(id)).hasSize(RosteringUntilKilled.POSTS);
        var publications = app.getBean(PublicationStore.class);
        var before = publications.latest(id).orElseThrow();
        assertThat(before.working()).isTrue();
        assertThat(before.done()).as("killed in the middle").isBetween(1, RosteringUntilKilled.POSTS - 1);
        assertThat(app.getBean(SchedulePublishing.class).next()).isTrue();
        var after = publications.get(before.id());
        assertThat(after.working()).isFalse();
        assertThat(after.asked()).isEqualTo(RosteringUntilKilled.POSTS);
    }

    /** @return what the process told before it was killed */
    private String killed(Path data, String doing, String... more) throws Exception {
        Path told = folder.resolve(doing + ".told");
        Path log = folder.resolve(doing + ".log");
        var command = OwnProcess.ofTheApplication(List.of(), RosteringUntilKilled.class, data.toString(),
                told.toString());
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        await(process, told, log);
        var postgres = process.descendants().filter(p -> p.info().command().orElse("").endsWith("/postgres")).toList();
        assertThat(postgres).as("the database is a child of the application").isNotEmpty();
        process.destroyForcibly().waitFor();
        postgres.forEach(ProcessHandle::destroyForcibly);
        for (var one : postgres) one.onExit().get(20, TimeUnit.SECONDS);
        return Files.readString(told);
    }

    private static void await(Process process, Path file, Path log) throws Exception {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!Files.exists(file)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("the application did not get on:\n" + Files.readString(log));
            }
            Thread.sleep(5);
        }
    }
}
