package org.daywatch.relationships.tips.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.daywatch._story.OwnProcess;
import org.daywatch._story.TestClock;
import org.daywatch.platform.casekeys.WrappingKeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed wherever it stands: no receipt without its tip, and no tip without the picture it was told of.
 */
class KilledRingTest {

    private static final int KILLS = Boolean.getBoolean("daywatch.long") ? 50 : 6;

    @TempDir Path temp;

    @Test
    void whoeverHasAReceiptHasTheirTipWhereverTheProcessWasKilled() throws Exception {
        var random = new Random(50);
        int receipts = 0;
        var seen = new HashSet<String>();
        for (int kill = 0; kill < KILLS; kill++) {
            receipts += killed(random.nextInt(400));
            seen.addAll(found());
            // The next process goes on with what this one left.
        }
        assertThat(receipts).as("receipts given").isGreaterThanOrEqualTo(KILLS);
        assertThat(acknowledged).filteredOn(one -> one.endsWith(" whole")).hasSizeGreaterThanOrEqualTo(KILLS);
        assertThat(seen).noneMatch(one -> one.endsWith(" torn"));
        assertThat(acknowledged).as("each was found in the ring or handed on").isSubsetOf(seen);
    }

    private final HashSet<String> acknowledged = new HashSet<>();

    private int killed(int afterMillis) throws IOException, InterruptedException {
        var out = temp.resolve("out");
        Files.deleteIfExists(out);
        var process = new ProcessBuilder(
                OwnProcess.command(96, List.of(), RingUntilKilled.class, temp.toString()))
                .redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (Files.size(out) == 0) {
                assertThat(process.isAlive()).isTrue();
                assertThat(System.nanoTime()).as("the first receipt").isLessThan(end);
                Thread.sleep(5);
            }
            Thread.sleep(afterMillis);
        } finally {
            process.destroyForcibly().waitFor();
        }
        var told = Files.readString(out, StandardCharsets.US_ASCII);
        var whole = told.substring(0, told.lastIndexOf('\n')).lines().collect(Collectors.toSet());
        acknowledged.addAll(whole);
        return whole.size();
    }

    /** What was handed on by then, and what waits. */
    private HashSet<String> found() throws IOException {
        var all = new HashSet<String>();
        var handed = temp.resolve("handed");
        for (var line : Files.readAllLines(handed))
            if (line.length() == 36 || line.endsWith(" whole") || line.endsWith(" torn")) all.add(line);
        var desk = new Rings.Desk();
        var clock = new TestClock();
        clock.move(Duration.ofDays(3650));
        var copy = temp.resolve("copy");
        org.springframework.util.FileSystemUtils.deleteRecursively(copy);
        org.springframework.util.FileSystemUtils.copyRecursively(temp.resolve("ring"), copy);
        try (var ring = TipRing.open(copy, RingUntilKilled.QUICK, new WrappingKeyFile(temp.resolve("key")), clock, desk,
                Runnable::run)) {
            ring.tick();
        }
        desk.taken.forEach(tip -> all.add(tip.id() + RingUntilKilled.picture(tip)));
        return all;
    }
}
