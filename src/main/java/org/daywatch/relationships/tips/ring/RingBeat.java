package org.daywatch.relationships.tips.ring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.casekeys.WrappingKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The ring of this node, where it has one, and its beat: the same whether anything came or nothing. */
@Component
@EnableConfigurationProperties(RingSettings.class)
public class RingBeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RingBeat.class);

    private final RingSettings settings;
    private final Path folder;
    private final WrappingKey outside;
    private final Clock clock;
    private final Onward onward;
    private ScheduledExecutorService beat = thread("tip-ring");
    private ExecutorService handing = thread("tips-handed-on");
    private volatile @Nullable TipRing ring;

    RingBeat(RingSettings settings, WrappingKey outside, Clock clock, Onward onward,
            @Value("${daywatch.database.directory}") Path database) {
        this.settings = settings;
        this.folder = settings.directory().isBlank() ? database.resolve("tip-ring") : Path.of(settings.directory());
        this.outside = outside;
        this.clock = clock;
        this.onward = onward;
    }

    /** Empty where this node takes no tips. */
    public Optional<TipRing> ring() {
        return Optional.ofNullable(ring);
    }

    @Override
    public void start() {
        if (!settings.enabled()) return;
        if (beat.isShutdown()) { // stopped before: what begins again takes tips again
            beat = thread("tip-ring");
            handing = thread("tips-handed-on");
        }
        try {
            var opened = TipRing.open(folder, settings, outside, clock, onward, handing);
            long every = settings.tick().toMillis();
            beat.scheduleAtFixedRate(() -> beatOf(opened), 0, every, TimeUnit.MILLISECONDS);
            ring = opened;
        } catch (IOException | RuntimeException e) {
            // Alerts must come all the same; this node takes no tips.
            log.error("the tip ring in {} cannot be opened, and no tips are taken here: {}", folder, e.getMessage());
        }
    }

    private static void beatOf(TipRing ring) {
        try {
            ring.tick();
        } catch (RuntimeException e) {
            log.error("a beat of the tip ring failed", e); // the next one comes all the same
        }
    }

    /** Whoever waits for a receipt gets it with one more beat. */
    @Override
    public void stop() {
        var open = ring;
        if (open == null) return;
        ring = null;
        beat.shutdown();
        try {
            if (!beat.awaitTermination(10, TimeUnit.SECONDS)) log.error("the last beat of the tip ring did not end");
            beatOf(open);
            handing.shutdown();
            if (!handing.awaitTermination(10, TimeUnit.SECONDS))
                log.error("tips were not handed on before the end; they are in the ring");
            open.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.error("the tip ring could not be closed: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() { return ring != null; }

    private static ScheduledExecutorService thread(String name) {
        return Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }
}
