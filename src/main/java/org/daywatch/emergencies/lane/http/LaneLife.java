package org.daywatch.emergencies.lane.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daywatch.emergencies.lane.LaneAddress;
import org.daywatch.emergencies.lane.LaneDoor;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneNames;
import org.daywatch.emergencies.lane.LaneRefusals;
import org.daywatch.emergencies.lane.LaneSchools;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.emergencies.lane.bus.LaneBus;
import org.daywatch.emergencies.lane.drain.Drainer;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.emergencies.lane.streams.Streams;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.emergencies.networks.LaneProxies;
import org.daywatch.platform.listening.BesideTheWeb;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Opens the lane after the web server and closes it before. Commands open the same application without its web side,
 * and without a lane.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "daywatch.lane.enabled", matchIfMissing = true)
class LaneLife implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LaneLife.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int PRESSES_A_MINUTE = 20;
    private static final int ACKS_IN_HALF_A_MINUTE = 120;

    private final Parts parts;
    private final BesideTheWeb beside;
    private @Nullable LaneServer server;
    private @Nullable ScheduledExecutorService chores;

    /** What the lane is made of. */
    @Component
    record Parts(LaneSettings settings, LaneTokens tokens, LaneDenials denials, ObjectProvider<LaneDoor> doors,
            Entries entries, LaneLog log, Streams streams, LaneHealth health, LaneSchools schools,
            LaneAddress address, Texts texts, LaneBus bus, Drainer drainer, ObjectProvider<LaneListener> listeners,
            ObjectProvider<LaneRefusals> refusals, LaneNames names, LaneProxies proxies, Clock clock,
            @Value("${daywatch.database.directory}") Path database) {}

    LaneLife(Parts parts, BesideTheWeb beside) {
        this.parts = parts;
        this.beside = beside;
    }

    @Override
    public void start() {
        parts.schools().refresh();
        parts.denials().refresh();
        parts.bus().start(NodeName.in(parts.settings(), parts.database()), parts.log(), parts.streams(),
                parts.drainer().another());
        parts.log().start();
        var answers = new LaneAnswers(parts.texts(), parts.address()::serves);
        var door = new StreamDoor(parts.streams(), answers, parts.settings().room(), parts.settings().streamsPerToken(),
                new MemoryLeft(parts.settings().mostMemoryPercent())::isShort);
        var house = new LaneHandler.House(parts.tokens(), parts.denials(), parts.doors().orderedStream().toList(),
                parts.entries(), parts.log(), door, parts.health(),
                new SenderLimits(PRESSES_A_MINUTE, ACKS_IN_HALF_A_MINUTE), answers, parts.refusals().stream().toList(),
                parts.names(), parts.proxies());
        server = new LaneServer(beside.address(parts.settings().port(), 1), beside.tls("The alert lane"),
                parts.streams(), parts.settings(), () -> new LaneHandler(house));
        parts.address().listensAt(server.port());
        Rehearsal.begin(new Rehearsal.Parts(house, parts.schools(), parts.streams(),
                parts.listeners().orderedStream().toList(), parts.settings(), parts.database(), parts.clock()));
        chores = Executors.newScheduledThreadPool(2, Thread.ofPlatform().name("lane-chores-", 0).daemon().factory());
        chores.scheduleWithFixedDelay(this::deny, 1, 1, TimeUnit.SECONDS);
        chores.scheduleWithFixedDelay(parts.schools()::refresh, 10, 10, TimeUnit.SECONDS);
        chores.scheduleWithFixedDelay(parts.streams()::tidy, 1, 1, TimeUnit.HOURS);
        log.info("the alert lane listens at {}, for at most {} open screens", parts.address().get(),
                parts.settings().room());
    }

    /** A closed session's screens end within two seconds, and it presses no more. */
    private void deny() {
        if (!parts.denials().refresh()) return;
        parts.streams().cut(parts.denials()::denies);
        parts.bus().closed(parts.denials().closed());
    }

    @Override
    public void stop() {
        var open = server;
        if (open == null) return;
        try {
            open.closeDoor();
            if (chores != null) chores.shutdownNow();
            parts.log().stop(PATIENCE);
            parts.bus().stop();
        } catch (IOException e) {
            log.warn("the lane's log could not be closed: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.close();
            server = null;
        }
    }

    @Override
    public boolean isRunning() { return server != null; }

    /** After the web server has its port, before anything else stops. */
    @Override
    public int getPhase() { return Integer.MAX_VALUE - 1500; }
}
