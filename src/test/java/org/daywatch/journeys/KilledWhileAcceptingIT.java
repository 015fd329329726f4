package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER_BUSY;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.AcceptingUntilKilled;
import org.daywatch._story.OwnProcess;
import org.daywatch._story.Story;
import org.daywatch._story.WholeApp;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Application and PostgreSQL are killed with -9 while officers accept: nothing that was acknowledged is lost, nothing
 * is half there. In the short form once; the long form kills twenty times, each time what the kill before left behind.
 *
 * <p>A-35, F-02, P-01, P-09 of docs/security.
 */
class KilledWhileAcceptingIT {

    private static final int KILLS = Boolean.getBoolean("daywatch.long") ? 20 : 1;
    private static final int ACKNOWLEDGED_BEFORE_EACH = 40;

    @TempDir Path folder;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        Path data = folder.resolve("data");
        Path acknowledged = Files.createFile(folder.resolve("acknowledged"));
        for (int kill = 1; kill <= KILLS; kill++) {
            int before = lines(acknowledged).size();
            var process = child(data, acknowledged, kill);
            awaitLines(process, acknowledged, before + ACKNOWLEDGED_BEFORE_EACH);
            var postgres = process.descendants().filter(p -> p.info().command().orElse("").endsWith("/postgres"))
                    .toList();
            assertThat(postgres).as("the database is a child of the application").isNotEmpty();
            process.destroyForcibly().waitFor();
            postgres.forEach(ProcessHandle::destroyForcibly);
            for (var one : postgres) one.onExit().get(20, java.util.concurrent.TimeUnit.SECONDS);
        }
        var acks = lines(acknowledged);
        assertThat(acks).hasSizeGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED_BEFORE_EACH);
        try (var app = WholeApp.start(data)) {
            var story = app.getBean(Story.class);
            var db = app.getBean(DSLContext.class);
            for (var agency : acks.stream().map(a -> a.split(" ")[0]).distinct().map(UUID::fromString).toList()) {
                var own = acks.stream().filter(a -> a.startsWith(agency.toString()))
                        .map(a -> UUID.fromString(a.split(" ")[1])).toList();
                story.run(agency, () -> whole(db, own));
            }
        }
        System.out.printf("%d kills of application and database: %d acceptances acknowledged, none lost%n", KILLS,
                acks.size());
    }

    private static void whole(DSLContext db, List<UUID> acknowledged) {
        var stored = db.select(SHIFT.ID).from(SHIFT).fetchSet(SHIFT.ID);
        assertThat(stored).containsAll(acknowledged);
        // An acceptance is whole or not there at all, acknowledged or not.
        assertThat(db.select(OFFICER_BUSY.ID).from(OFFICER_BUSY).fetchSet(OFFICER_BUSY.ID)).isEqualTo(stored);
        assertThat(db.select(HOUR_ENTRY.SOURCE_ID).from(HOUR_ENTRY).fetchSet(HOUR_ENTRY.SOURCE_ID)).isEqualTo(stored);
        assertThat(db.select(POST.ID).from(POST).where(POST.STATE.eq("FILLED")).fetchSet(POST.ID))
                .isEqualTo(db.select(SHIFT.POST_ID).from(SHIFT).fetchSet(SHIFT.POST_ID));
        assertThat(db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("ShiftAccepted"))).isEqualTo(stored.size());
    }

    private static Process child(Path data, Path acknowledged, int kill) throws IOException {
        return new ProcessBuilder(OwnProcess.ofTheApplication(List.of("-Dstory.told=" + kill * 1000),
                AcceptingUntilKilled.class, data.toString(), acknowledged.toString()))
                .redirectErrorStream(true).redirectOutput(data.resolveSibling("child.log").toFile()).start();
    }

    private void awaitLines(Process process, Path file, int wanted) throws Exception {
        long until = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (lines(file).size() < wanted) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(
                        "the application did not get on:\n" + Files.readString(folder.resolve("child.log")));
            }
            Thread.sleep(20);
        }
    }

    /** Whole lines only: the last one may have been cut by the kill. */
    private static List<String> lines(Path file) throws IOException {
        return Files.readString(file).lines().filter(l -> l.length() == 36 * 3 + 2).toList();
    }
}
