package org.daywatch.emergencies.lane.http;

import java.nio.file.Path;
import org.daywatch._story.TestClock;

/**
 * A node to be killed. Arguments: its folder, its port, the address of NATS, the file of keys. What it would store goes
 * nowhere.
 */
public final class LaneNodeProcess {

    private LaneNodeProcess() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        new LaneNode(folder, new TestClock(),
                TwoNodesTest.settings(folder, Integer.parseInt(arguments[1]), Path.of(arguments[3]), "killed"), 1000,
                arguments[2], new LaneNode.SharedList());
        Thread.currentThread().join();
    }
}
