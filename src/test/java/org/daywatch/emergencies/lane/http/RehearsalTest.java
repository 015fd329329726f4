package org.daywatch.emergencies.lane.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.emergencies.lane.LaneStreams;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    private static final int TIMES = 25;

    @TempDir Path folder;
    private final TestClock clock = new TestClock();
    private final ConcurrentLinkedQueue<LaneEntry> rehearsed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<LaneEntry> real = new ConcurrentLinkedQueue<>();

    @Test
    void pressesAreRehearsedThroughTheWholeWayAndNobodyHearsOfThem() throws Exception {
        var leftByAKilledRun = Files.createDirectories(folder.resolve("lane/rehearsal/spool")).resolve("1.log");
        Files.writeString(leftByAKilledRun, "half a line");
        var settings = new LaneSettings(true, 0, "", folder.resolve("lane").toString(), "", 1 << 22, 0,
                Duration.ofHours(12), 0, 12, Duration.ofSeconds(15), "", 90, TIMES);
        try (var node = new LaneNode(folder, clock, settings, 20,
                new LaneNode.Wiring("", new LaneNode.SharedList(), LaneNode.AGENCY,
                        streams -> List.of(new Showing(streams, real)),
                        new LaneDenials(then -> Map.of(), Duration.ofHours(12), clock), null));
                var screen = new LaneScreen(node.port(), node.token(Ids.next()), 0)) {
            Awaitility.await()
                    .until(() -> rehearsed.size() == TIMES && Files.notExists(folder.resolve("lane/rehearsal")));
            assertThat(rehearsed)
                    .allSatisfy(entry -> assertThat(((LaneEntry.Press) entry).status()).isEqualTo(AlertStatus.TEST));
            assertThat(rehearsed).extracting(LaneEntry::school).doesNotHaveDuplicates();
            assertThat(real).isEmpty();
            assertThat(node.streams.standing()).isEmpty();
            assertThat(screen.alerts()).isEmpty();
            assertThat(spooled()).isEmpty();
        }
    }

    private String spooled() throws Exception {
        var all = new StringBuilder();
        try (var files = Files.list(folder.resolve("lane/spool"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".log")).toList())
                all.append(Files.readString(file));
        }
        return all.toString();
    }

    private final class Showing implements LaneListener {

        private final LaneStreams screens;
        private final ConcurrentLinkedQueue<LaneEntry> into;

        Showing(LaneStreams screens, ConcurrentLinkedQueue<LaneEntry> into) {
            this.screens = screens;
            this.into = into;
        }

        @Override
        public UUID heard(LaneEntry entry) {
            into.add(entry);
            screens.publish(entry.agency(), entry.district(), entry.school(), "alert",
                    "{\"alert\":\"" + entry.id() + "\",\"version\":1,\"state\":\"ACTIVE\"}");
            return entry.id();
        }

        @Override
        public Optional<LaneListener> rehearsal(LaneStreams apart) {
            return Optional.of(new Showing(apart, rehearsed));
        }

        @Override
        public void store(List<LaneEntry> entries) {}
    }
}
