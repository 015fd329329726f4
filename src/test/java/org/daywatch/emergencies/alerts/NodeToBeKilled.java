package org.daywatch.emergencies.alerts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.emergencies.lane.LaneStreams;
import org.daywatch.emergencies.lane.http.LaneNode;
import org.daywatch.emergencies.lane.streams.Streams;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node that decides like the others and never gets to the database. Arguments: its folder, its port, the address of
 * NATS, the file of keys, the agency.
 */
public final class NodeToBeKilled {

    private NodeToBeKilled() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var clock = new TestClock();
        var settings = new LaneSettings(true, Integer.parseInt(arguments[1]), "", folder.resolve("lane").toString(),
                arguments[3], 1 << 22, 0, Duration.ofHours(12), 0, 12, Duration.ofSeconds(15), "killed", 90, 0);
        new LaneNode(folder, clock, settings, 1000,
                new LaneNode.Wiring(arguments[2], new LaneNode.SharedList(), UUID.fromString(arguments[4]),
                        streams -> List.of(new Deciding(streams, folder)),
                        new LaneDenials(then -> Map.of(), Duration.ofHours(12), clock), null));
        Thread.currentThread().join();
    }

    private static final class Deciding implements LaneListener {

        private final SchoolBoard board;

        Deciding(Streams streams, Path folder) {
            board = new SchoolBoard(
                    new StaticListableBeanFactory(Map.of("streams", streams)).getBeanProvider(LaneStreams.class),
                    new AlertText(new AlertSeal("", folder), JsonMapper.builder().build()), System::nanoTime);
        }

        @Override
        public UUID heard(LaneEntry entry) {
            return board.heard((LaneEntry.Press) entry);
        }

        @Override
        public UUID heardFromOutside(LaneEntry entry) {
            return board.heardFromOutside((LaneEntry.Press) entry);
        }

        @Override
        public void store(List<LaneEntry> entries) {
            throw new IllegalStateException("this node has no way to the database");
        }
    }
}
