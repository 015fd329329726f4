package org.daywatch.emergencies.alerts;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.pages.AlertWords;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneStreams;
import org.daywatch.emergencies.lane.streams.Streams;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two nodes with boards and screens of their own and one database, in memory: each step of each of them happens when
 * the dice say so.
 */
final class TwoNodes {

    final List<Streams> streams = List.of(new Streams(Clock.systemUTC()), new Streams(Clock.systemUTC()));
    final Map<UUID, Alert> database = new LinkedHashMap<>();
    private final Map<UUID, UUID> alertOf = new HashMap<>();
    private final List<SchoolBoard> boards = new ArrayList<>();
    /**
     * Each keeps its own order: presses and what the other told, by node; then what the database has decided and the
     * node has not heard yet.
     */
    private final List<Queue<Runnable>> lines = new ArrayList<>();
    private final Random random;
    private final boolean oneIsKilled;

    /**
     * Presses of one moment: which of them a node hears first has nothing to do with which is the earlier by its
     * number.
     *
     * @param oneIsKilled the second never comes to the database, and somewhere on the way it stops
     */
    TwoNodes(Random random, int presses, boolean oneIsKilled) throws Exception {
        this.random = random;
        this.oneIsKilled = oneIsKilled;
        var text = new AlertText(new AlertSeal("", Files.createTempDirectory("seal")), JsonMapper.builder().build());
        for (var its : streams)
            boards.add(new SchoolBoard(
                    new StaticListableBeanFactory(Map.of("streams", its)).getBeanProvider(LaneStreams.class), text,
                    System::nanoTime));
        for (int i = 0; i < 10; i++) lines.add(new ArrayDeque<>());
        for (int node = 0; node < 2; node++) {
            int other = 1 - node;
            streams.get(node).carry(told -> {
                if (!told.event().equals(Streams.MERGED))
                    lines.get(2 + other).add(() -> streams.get(other).relay(told));
            });
        }
        var all = new ArrayList<LaneEntry.Press>();
        for (int i = 0; i < presses; i++)
            all.add(SchoolBoardTest.press(i, AlertStatus.ACTUAL, AlertWords.WHOLE_SCHOOL.get(random.nextInt(5))));
        Collections.shuffle(all, random);
        for (int i = 0; i < presses; i++) {
            int node = i < 2 ? i : random.nextInt(2);
            var press = all.get(i);
            lines.get(node).add(() -> accept(node, press));
        }
    }

    void run() {
        int steps = 0;
        int last = oneIsKilled ? random.nextInt(60) : Integer.MAX_VALUE;
        while (lines.stream().anyMatch(line -> !line.isEmpty())) {
            var line = lines.get(random.nextInt(lines.size()));
            if (!line.isEmpty()) line.poll().run();
            if (steps++ == last) for (int its : List.of(1, 3, 5, 7, 9)) lines.set(its, new ArrayDeque<>());
        }
    }

    private void accept(int node, LaneEntry.Press press) {
        boards.get(node).heard(press);
        lines.get(4 + 1 - node).add(() -> streams.get(1 - node).locally(() -> {
            boards.get(1 - node).heardFromOutside(press);
            lines.get(6 + 1 - node).add(() -> store(1 - node, press)); // should the one who accepted it not live
        }));
        lines.get(6 + node).add(() -> store(node, press));
    }

    /** As {@link AlertCommands#press} does it; the board hears of it after the commit, whenever that is. */
    private void store(int node, LaneEntry.Press press) {
        if (oneIsKilled && node == 1) return;
        var board = boards.get(node);
        if (alertOf.containsKey(press.id())) {
            var known = database.get(alertOf.get(press.id()));
            lines.get(8 + node).add(() -> board.stored(press, known));
            return;
        }
        var before = database.values().stream()
                .filter(a -> a.takes(press.status(), press.action(), press.place(), press.acceptedAt())).findFirst();
        if (before.isEmpty()) {
            Optional<LaneEntry.Press> earlier = board.first(press);
            var raised = SchoolBoard.raised(earlier.orElse(press));
            database.put(raised.id(), raised);
            alertOf.put(raised.id(), raised.id());
            lines.get(8 + node).add(() -> board.stored(earlier.orElse(press), raised));
            if (earlier.isEmpty()) return;
            before = Optional.of(raised);
        }
        var after = before.get();
        alertOf.put(press.id(), after.id());
        lines.get(8 + node).add(() -> board.stored(press, after));
    }

    /** What whoever opens a screen of this node is told. */
    Set<UUID> shown(Streams its) {
        var shown = new HashSet<UUID>();
        for (var told : its.standing())
            shown.add(UUID.fromString(told.json().replaceFirst(".*\"alert\":\"([^\"]+)\".*", "$1")));
        return shown;
    }
}
