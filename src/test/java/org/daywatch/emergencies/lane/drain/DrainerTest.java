package org.daywatch.emergencies.lane.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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

/**
 * A press that the database refuses holds up no other, neither now nor after a restart.
 *
 * <p>F-15 of docs/security.
 */
class DrainerTest {

    private static final UUID AGENCY = new UUID(1, 1);
    private static final Duration AGAIN = Duration.ofMillis(200);

    @TempDir Path folder;
    private final Set<UUID> poison = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<UUID> stored = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<UUID> heard = new ConcurrentLinkedQueue<>();
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
            if (entries.stream().anyMatch(e -> poison.contains(e.id())))
                throw new IllegalStateException(new SQLException("value too long for type character", "22001"));
            entries.forEach(e -> stored.add(e.id()));
        }
    };

    @AfterEach
    void close() throws Exception {
        log.stop(Duration.ofSeconds(3));
    }

    @Test
    void onePoisonedPressInAHundredStandsAsideAloneAndIsToldOfByItsId() throws Exception {
        open(Duration.ofMinutes(1));
        var all = pressed(100, 57);
        await().atMost(Duration.ofSeconds(30)).until(() -> drainer.aside().size() == 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> stored.size() == 99);
        assertThat(stored).doesNotContain(all.get(57)).doesNotHaveDuplicates();
        assertThat(drainer.aside()).singleElement().satisfies(a -> {
            assertThat(a.entry().id()).isEqualTo(all.get(57));
            assertThat(a.why()).isEqualTo("value too long for type character");
        });
        assertThat(drainer.waiting()).isZero();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(drainer.away()).isFalse());
    }

    @Test
    void afterARestartOnlyWhatWasRefusedIsHeardAndTriedAgain() throws Exception {
        open(Duration.ofMinutes(1));
        var all = pressed(100, 3);
        await().atMost(Duration.ofSeconds(30)).until(() -> stored.size() == 99 && drainer.aside().size() == 1);
        close();
        heard.clear();
        stored.clear();
        open(Duration.ofMinutes(1));
        var later = pressed(1, -1);
        await().atMost(Duration.ofSeconds(30)).until(() -> stored.contains(later.getFirst()));
        assertThat(heard).as("the refused one stands on the screens again, no other is told anew")
                .containsExactly(all.get(3), later.getFirst());
        assertThat(stored).containsExactly(later.getFirst());
        close();
        poison.clear();
        open(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(30)).until(() -> stored.contains(all.get(3)));
    }

    @Test
    void whatTheDatabaseTakesAfterAllNoLongerStandsAside() throws Exception {
        open(AGAIN);
        var all = pressed(10, 4);
        await().atMost(Duration.ofSeconds(30)).until(() -> drainer.aside().size() == 1);
        poison.clear();
        await().atMost(Duration.ofSeconds(30)).until(() -> drainer.aside().isEmpty());
        assertThat(stored).containsExactlyInAnyOrderElementsOf(all);
    }

    private void open(Duration again) {
        drainer = new Drainer(List.of(database), again, () -> "the only one", Duration.ofMinutes(10));
        log = new LaneLog(List.of(database), drainer, LaneSettingsForTests.in(folder), folder);
        log.start();
    }

    /** @param bad of them, the one that the database refuses; -1: none */
    private List<UUID> pressed(int count, int bad) throws Exception {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            UUID id = Ids.next();
            all.add(id);
            if (i == bad) poison.add(id);
            log.accept(new LaneEntry.Press(id, AGENCY, new UUID(2, 1), new UUID(3, i % 5), AlertStatus.ACTUAL,
                    ProtocolAction.HOLD, "", null, "Room 12", "", LaneEntry.Source.WEB, null, "Ana Cruz", null,
                    Instant.parse("2026-11-17T16:40:00Z"))).get();
        }
        return all;
    }
}
