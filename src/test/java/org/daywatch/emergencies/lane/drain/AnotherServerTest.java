package org.daywatch.emergencies.lane.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneSettingsForTests;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standby that took over may lack what was stored last: it is offered all of that, before what came later. */
class AnotherServerTest {

    private static final String NONE = "none";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(1500);

    @TempDir Path folder;
    private final Map<String, List<UUID>> servers = new ConcurrentHashMap<>();
    private final List<UUID> heard = new CopyOnWriteArrayList<>();
    /** How many entries the server had when listeners were told that it is another. */
    private final List<Integer> toldAt = new CopyOnWriteArrayList<>();
    private volatile String answers = "first";
    private Drainer drainer;
    private LaneLog log;

    private final LaneListener database = new LaneListener() {
        @Override
        public UUID heard(LaneEntry entry) {
            heard.add(entry.id());
            return entry.id();
        }

        @Override
        public void store(List<LaneEntry> entries) {
            var rows = in(answering());
            entries.stream().map(LaneEntry::id).filter(id -> !rows.contains(id)).forEach(rows::add);
        }

        @Override
        public void anotherServer() {
            toldAt.add(in(answering()).size());
        }
    };

    @AfterEach
    void close() throws Exception {
        if (log != null) log.stop(Duration.ofSeconds(3));
    }

    @Test
    void whatItMayLackComesBeforeWhatWasPressedSince() throws Exception {
        open(LIFE);
        var before = pressed(3);
        await().until(() -> in("first").equals(before));
        answers = NONE;
        var meanwhile = pressed(2);
        await().until(() -> drainer.away());
        answers = "second";
        await().atMost(Duration.ofSeconds(10)).until(() -> in("second").size() == 5);
        assertThat(in("second").subList(0, 3)).isEqualTo(before);
        assertThat(in("second").subList(3, 5)).isEqualTo(meanwhile);
        await().untilAsserted(() -> assertThat(toldAt).as("once, when it has everything").containsExactly(5));
        assertThat(heard).as("screens are told of none again").doesNotHaveDuplicates();
    }

    @Test
    void itIsNoticedWhereNobodyPresses() throws Exception {
        open(LIFE);
        var before = pressed(3);
        await().until(() -> in("first").equals(before));
        answers = "second";
        await().atMost(Duration.ofSeconds(5)).until(() -> in("second").equals(before));
    }

    @Test
    void afterARestartItIsOfferedThemTooAndNobodyHearsThemAgain() throws Exception {
        open(LIFE);
        var before = pressed(3);
        await().until(() -> in("first").equals(before));
        close();
        answers = "second";
        open(LIFE);
        await().atMost(Duration.ofSeconds(5)).until(() -> in("second").equals(before));
        assertThat(heard).hasSize(3);
    }

    @Test
    void whatWasLongInOneServerIsOfferedToNoOtherButTimeCountsOnlyWhileThatOneAnswers() throws Exception {
        open(SHORT);
        pressed(1);
        await().until(() -> in("first").size() == 1);
        Thread.sleep(SHORT.plusSeconds(1));
        var late = pressed(1);
        await().until(() -> in("first").size() == 2);
        answers = NONE;
        Thread.sleep(SHORT.plusMillis(500));
        answers = "second";
        await().atMost(Duration.ofSeconds(5)).until(() -> !in("second").isEmpty());
        pressed(1);
        await().atMost(Duration.ofSeconds(5)).until(() -> in("second").size() >= 2);
        assertThat(in("second")).hasSize(2).startsWith(late.getFirst());
    }

    /** Such as one behind an address that is moved by hand: what it refuses it does not refuse for good. */
    @Test
    void aStandbyThatTakesNoWritesYetCountsAsAway() {
        assertThat(DatabaseAway.is(new IllegalStateException(
                new SQLException("cannot execute INSERT in a read-only transaction", "25006")))).isTrue();
        assertThat(DatabaseAway
                .is(new IllegalStateException(new SQLException("value too long for type character", "22001"))))
                .isFalse();
    }

    private List<UUID> in(String server) {
        return servers.computeIfAbsent(server, name -> new CopyOnWriteArrayList<>());
    }

    private String answering() {
        if (answers.equals(NONE)) throw new IllegalStateException("none answers");
        return answers;
    }

    private void open(Duration life) {
        drainer = new Drainer(List.of(database), Duration.ofMinutes(1), this::answering, life);
        log = new LaneLog(List.of(database), drainer, LaneSettingsForTests.in(folder), folder);
        log.start();
    }

    private List<UUID> pressed(int count) throws Exception {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            UUID id = Ids.next();
            all.add(id);
            log.accept(new LaneEntry.Press(id, new UUID(1, 1), new UUID(2, 1), new UUID(3, i), AlertStatus.ACTUAL,
                    ProtocolAction.HOLD, "", null, "Room 12", "", LaneEntry.Source.WEB, null, "Ana Cruz", null,
                    Instant.parse("2026-11-17T16:40:00Z"))).get();
        }
        return all;
    }
}
