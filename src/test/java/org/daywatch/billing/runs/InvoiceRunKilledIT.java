package org.daywatch.billing.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.billing.runs.InvoicingUntilKilled.OCTOBER;
import static org.daywatch.billing.runs.InvoicingUntilKilled.ROBIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.daywatch._story.BilledMonth;
import org.daywatch._story.OwnProcess;
import org.daywatch._story.TestClock;
import org.daywatch._story.WholeApp;
import org.daywatch.billing.runs.InvoiceOracle.Rate;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F-24: the application is killed with -9 at random points of an invoice run, half of the times together with its
 * database. It goes on, and at the end each shift stands on exactly one invoice, the numbers have neither gap nor
 * repeat, and everything equals an oracle that knows only the shifts and the rates.
 *
 * <p>In the short form once, in the middle, with its database; the long form adds 49 kills, so that what goes on after
 * a kill is killed in turn, and kills before the first district is done or with a database that lives on.
 */
class InvoiceRunKilledIT {

    private static final boolean LONG = Boolean.getBoolean("daywatch.long");
    private static final int KILLS = LONG ? 50 : 1;
    private static final int DISTRICTS = LONG ? 400 : 24;
    private static final int EACH = 25;
    private static final Rate LATE_RATE = new Rate(null, "JPO", 4444, 0, LocalDate.of(2026, 10, 1), null, false);

    @TempDir Path folder;

    @Test
    void everyShiftIsInvoicedOnceWhereverTheRunIsKilled() throws Exception {
        Path data = folder.resolve("data");
        var random = new Random(Long.getLong("daywatch.seed", 24));
        var whereKilled = new ArrayList<Integer>();
        for (int kill = 1; kill <= KILLS; kill++) whereKilled.add(killed(data, random, kill));
        var month = new BilledMonth(DISTRICTS, EACH);
        try (var app = WholeApp.start(data)) {
            app.getBean(TestClock.class).setTo(InvoicingUntilKilled.NOVEMBER_THIRD);
            var runs = app.getBean(InvoiceRuns.class);
            UUID agency = app.getBean(Tenants.class).agencies().getFirst().id();
            var rates = new ArrayList<>(InvoicingUntilKilled.rates(DISTRICTS));
            Tenancy.run(Scope.system(agency), () -> {
                int before = (int) runs.latest(OCTOBER).orElseThrow().done();
                assertThat(before).as("killed in the middle").isBetween(1, DISTRICTS - 1);
                assertThat(runs.goOn()).as("what was still to come, and nothing twice").isEqualTo(DISTRICTS - before);
                var run = runs.latest(OCTOBER).orElseThrow();
                assertThat(run.underWay()).isFalse();
                assertThat(run.count(InvoiceRun.State.WAITING)).as("districts without a rate for a JPO wait")
                        .isPositive();
                InvoicingUntilKilled.setRates(app, List.of(LATE_RATE));
                rates.add(LATE_RATE);
                runs.begin(OCTOBER, Ids.next(), ROBIN);
                runs.goOn();
            });
            var result = FinishedMonth.read(app, agency, DISTRICTS);
            assertThat(InvoiceOracle.faults(month.seeds, rates, OCTOBER, result)).isEmpty();
            var planted = PlantedFaults.in(result);
            assertThat(planted).hasSizeGreaterThanOrEqualTo(20)
                    .allSatisfy((what, broken) -> assertThat(InvoiceOracle.faults(month.seeds, rates, OCTOBER, broken))
                            .as(what).isNotEmpty());
            System.out.printf(
                    "%d kills of an invoice run over %d shifts (districts done at each: %s): %d invoices, %d shifts, %d cents, each shift on exactly one, numbers 1 to %d, equal to the oracle; %d planted faults found%n",
                    KILLS, month.seeds.size(), whereKilled, result.heads().size(), result.lines().size(),
                    result.heads().stream().mapToLong(InvoiceOracle.Head::cents).sum(), result.lastNumber(),
                    planted.size());
        }
    }

    /** @return how many districts were done when it was killed */
    private int killed(Path data, Random random, int kill) throws Exception {
        Path told = folder.resolve("told");
        Path log = folder.resolve("child.log");
        Files.deleteIfExists(told);
        var process = new ProcessBuilder(OwnProcess.ofTheApplication(List.of(), InvoicingUntilKilled.class,
                data.toString(), told.toString(), Integer.toString(DISTRICTS), Integer.toString(EACH)))
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        int left = DISTRICTS - await(process, told, log, LONG && kill == 1 ? 0 : 1);
        // Some districts further, and a moment within the next: as many as leave something for the kills to come.
        int further = !LONG
                ? DISTRICTS / 2
                : random.nextInt(Math.max(1, Math.min(left - 1, 2 * left / (KILLS - kill + 2))));
        if (kill > 1 || !LONG) await(process, told, log, DISTRICTS - left + further);
        TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
        var postgres = random.nextBoolean() || !LONG
                ? process.descendants().filter(p -> p.info().command().orElse("").endsWith("/postgres")).toList()
                : List.<ProcessHandle>of();
        process.destroyForcibly().waitFor();
        postgres.forEach(ProcessHandle::destroyForcibly);
        for (var one : postgres) one.onExit().get(20, TimeUnit.SECONDS);
        return done(told);
    }

    /** Waits until so many districts are done; 0: until it is about to begin. @return how many are */
    private static int await(Process process, Path told, Path log, int districts) throws Exception {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!Files.exists(told) || done(told) < districts) {
            if (!process.isAlive() || System.nanoTime() > until) {
                Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                        .forEach(ProcessHandle::destroyForcibly);
                throw new AssertionError("the application did not get on:\n" + Files.readString(log));
            }
            TimeUnit.MICROSECONDS.sleep(500);
        }
        return done(told);
    }

    private static int done(Path told) throws IOException {
        try {
            String words = Files.readString(told).strip();
            return words.startsWith("ISSUED ") ? Integer.parseInt(words.substring(words.lastIndexOf(' ') + 1)) : 0;
        } catch (NoSuchFileException notYet) {
            return 0;
        }
    }
}
