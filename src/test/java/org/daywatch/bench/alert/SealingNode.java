package org.daywatch.bench.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.alerts.SealedForTests;
import org.daywatch.emergencies.lane.LaneApp;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneProof;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.emergencies.lane.LaneStreams;
import org.daywatch.emergencies.lane.http.LaneNode;
import org.daywatch.emergencies.lane.tokens.LaneDenials;

/**
 * The lane without pages and database. Each press is an alert of its own in the words and under the signature of a real
 * one. Arguments: its folder, its port, the address of NATS, the file of keys.
 */
public final class SealingNode {

    private SealingNode() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var clock = new TestClock();
        var settings = new LaneSettings(true, Integer.parseInt(arguments[1]), "", folder.resolve("lane").toString(),
                arguments[3], 1 << 22, 0, Duration.ofHours(12), 0, 12, Duration.ofSeconds(15), "bench", 90, 300);
        var words = new SealedForTests(folder);
        new LaneNode(folder, clock, settings, 1000,
                new LaneNode.Wiring(arguments[2], new LaneNode.SharedList(), LaneProof.AGENCY,
                        streams -> List.of(new Showing(streams, words)),
                        new LaneDenials(then -> Map.of(), Duration.ofHours(12), clock), null));
        Thread.currentThread().join();
    }

    private record Showing(LaneStreams streams, SealedForTests words) implements LaneListener {

        @Override
        public UUID heard(LaneEntry entry) {
            if (entry instanceof LaneEntry.Press press)
                streams.publish(press.agency(), press.district(), press.school(), "alert",
                        words.raised(LaneApp.shown(press.id())));
            return entry.id();
        }

        @Override
        public Optional<LaneListener> rehearsal(LaneStreams screens) {
            return Optional.of(new Showing(screens, words));
        }

        @Override
        public void store(List<LaneEntry> entries) {}
    }
}
