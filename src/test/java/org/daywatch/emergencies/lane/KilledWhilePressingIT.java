package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.daywatch._story.Installed;
import org.daywatch._story.OwnProcess;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.webhooks.ToldWhileKilled;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application is killed with -9 at a random moment while people press at one school, and one after the other
 * somewhere else: what was accepted is in the database after the restart, at each school as the presses of one alert
 * and no other, and those alerts are what every screen shows, each of them once, though the stream brings what stands
 * again after each kill. Two of the screens are pages in a real browser, one of them without what keeps a page from
 * showing twice. The first time it dies with a webhook message sent and not written down: it is sent again.
 *
 * <p>F-01, P-03 of docs/security.
 */
class KilledWhilePressingIT {

    private static final int ROUNDS = Boolean.getBoolean("daywatch.long") ? 30 : 2;
    private static final long SEED = 20261125;

    @TempDir Path folder;

    @Test
    void everyAcceptedPressIsInTheDatabaseOnceAndEveryScreenShowsItsAlertOnce() throws Exception {
        Path data = folder.resolve("data");
        int port = Installed.freePort();
        var random = new Random(SEED);
        var proof = new LaneProof(data);
        var watchers = IntStream.range(0, 5).mapToObj(i -> proof.watch(port)).toList();
        var site = new WatchingPage(port, proof.wideToken(Ids.next()),
                () -> List.copyOf(watchers.getFirst().standing.values()));
        var playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"))
                .setExecutablePath(Path.of(System.getProperty("daywatch.chromium", "/usr/bin/chromium"))));
        var page = site.open(chromium);
        var forgetful = site.openForgetful(chromium);
        var pressing = IntStream.range(0, 8).mapToObj(i -> proof.keepPressing(port, Duration.ofMillis(20))).toList();
        var elsewhere = proof.keepPressingElsewhere(port, Duration.ofMillis(400)); // so that alerts are raised in the very moment of a kill
        var told = new ToldWhileKilled();
        for (int round = 1; round <= ROUNDS; round++) {
            int before = proof.accepted.size();
            var process = child(data, port, round == 1 ? told : null, site.setting());
            await(process, () -> proof.accepted.size() > before);
            if (round == 1) await(process, told::taken);
            if (round == 1) await(process, () -> !WatchingPage.shows(forgetful).isEmpty()); // else nothing comes to it twice
            else Thread.sleep(random.nextInt(3000));
            process.destroyForcibly().waitFor();
        }
        elsewhere.interrupt();
        elsewhere.join();
        try (told;
                site;
                playwright;
                var app = LaneApp.start(data, port, List.of(ToldWhileKilled.SETTINGS.get(1), site.setting()))) {
            LaneProof.awaitLane(port);
            HeardAfterKill.everyAlertHasItsIncidentAndItsRollCall(app, LaneProof.DISTRICT);
            app.getBean(TestClock.class).move(Duration.ofMinutes(1));
            told.isToldAgain(app, LaneProof.DISTRICT);
            Thread.sleep(500);
            proof.stopPressing(pressing);
            var story = app.getBean(Story.class);
            Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(
                    () -> assertThat(stored(app.getBean(JdbcClient.class), story)).containsAll(proof.accepted));
            var jdbc = app.getBean(JdbcClient.class);
            var alerts = story.as(LaneProof.DISTRICT, () -> jdbc
                    .sql("select id from emergencies.alert where status = 'EXERCISE'").query(UUID.class).list());
            assertThat(story.as(LaneProof.DISTRICT,
                    () -> jdbc.sql("select distinct school_id from emergencies.alert where status = 'EXERCISE'")
                            .query(UUID.class).list()))
                    .as("all presses of one school are one event").hasSameSizeAs(alerts).contains(LaneProof.SCHOOL);
            assertThat(story.as(LaneProof.DISTRICT,
                    () -> jdbc.sql("select distinct alert_id from emergencies.press where status = 'EXERCISE'")
                            .query(UUID.class).list()))
                    .containsExactlyInAnyOrderElementsOf(alerts);
            assertThat(alerts).as("and so was everybody told who pressed")
                    .containsAll(Set.copyOf(proof.alertOf.values())).hasSizeGreaterThan(ROUNDS);
            var all = story.as(LaneProof.DISTRICT,
                    () -> jdbc.sql("select id from emergencies.alert").query(UUID.class).list());
            shownOnce(page, all);
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)) // it connects again in its own time
                    .untilAsserted(() -> assertThatThrownBy(
                            () -> assertThat(WatchingPage.shows(forgetful)).doesNotHaveDuplicates())
                            .as("the page that does not tell them apart").isInstanceOf(AssertionError.class));
            for (var watcher : watchers) {
                Awaitility.await().atMost(Duration.ofSeconds(40))
                        .untilAsserted(() -> assertThat(watcher.shownAt.keySet())
                                .as("those, the real one told to the webhook, and nothing else")
                                .containsExactlyInAnyOrderElementsOf(all));
                assertThat(watcher.shows).as("each alert is shown once, across all kills").doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(all);
                assertThatThrownBy(() -> assertThat(watcher.came).doesNotHaveDuplicates())
                        .as("without telling them apart it would have shown some twice")
                        .isInstanceOf(AssertionError.class);
                watcher.close();
            }
        }
        proof.close();
        System.out.printf(
                "%d kills of the application: %d presses accepted, all stored, one alert at each of %d schools, each of which stood on %d screens and a page, shown once by each; over the wire they came %d times%n",
                ROUNDS, proof.accepted.size(),
                Set.copyOf(proof.alertOf.values()).size(), watchers.size(), watchers.getFirst().came.size());
    }

    private static List<UUID> stored(JdbcClient jdbc, Story story) {
        return story.as(LaneProof.DISTRICT,
                () -> jdbc.sql("select id from emergencies.press").query(UUID.class).list());
    }

    private static void shownOnce(Page page, List<UUID> all) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(WatchingPage.shows(page))
                        .as("a page in a real browser shows each alert").containsAll(all));
        assertThat(WatchingPage.shows(page)).as("and each of them once").containsExactlyInAnyOrderElementsOf(all);
    }

    private Process child(Path data, int port, @Nullable ToldWhileKilled told, String site) throws IOException {
        var command = OwnProcess.ofTheApplication(told == null ? List.of() : List.of("-Dtold=" + told.address()),
                LaneApp.class, data.toString(), Integer.toString(port), site);
        if (told != null) command.addAll(ToldWhileKilled.SETTINGS);
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile()).start();
    }

    private void await(Process process, BooleanSupplier seen) throws Exception {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!seen.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new AssertionError(
                        "the application did not get on:\n" + Files.readString(folder.resolve("child.log")));
            }
            Thread.sleep(20);
        }
    }
}
