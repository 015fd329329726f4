package org.daywatch.relationships.tips.door;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.listening.BesideTheWeb;
import org.daywatch.relationships.tips.board.DoorBoards;
import org.daywatch.relationships.tips.crowd.Crowd;
import org.daywatch.relationships.tips.page.PageKey;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.daywatch.relationships.tips.ring.RingSettings;
import org.daywatch.relationships.tips.sealing.DoorSealing;
import org.daywatch.relationships.tips.thread.TipReceipts;
import org.daywatch.relationships.tips.thread.WriterThreads;
import org.daywatch.relationships.tips.upload.PictureDesk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens the tip door beside the web server, where this node keeps a ring, and closes it before. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "daywatch.tips.enabled", havingValue = "true")
class TipDoorLife implements SmartLifecycle, DoorHere {

    private static final Logger log = LoggerFactory.getLogger(TipDoorLife.class);
    private static final int MOST_WAITING = 12;
    private static final Duration SHOWN_AGAIN = Duration.ofMinutes(1);

    private final Parts parts;
    private final BesideTheWeb beside;
    private @Nullable TipDoorServer server;
    private @Nullable PictureDesk desk;
    private @Nullable ExecutorService workers;
    private @Nullable ScheduledExecutorService lookups;

    /** What the door is made of. */
    @Component
    @EnableConfigurationProperties(TipDoorSettings.class)
    record Parts(TipDoorSettings settings, RingSettings ring, DoorPages pages, DoorSchools schools, DoorBoards boards,
            RingBeat beat, TipReceipts receipts, WriterThreads threads, PageKey key, DoorSealing sealing,
            Clock clock) {}

    TipDoorLife(Parts parts, BesideTheWeb beside) {
        this.parts = parts;
        this.beside = beside;
    }

    @Override
    public void start() {
        var drawing = Executors.newFixedThreadPool(2, Thread.ofPlatform().name("tip-door-", 0).daemon().factory());
        var looking = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("tip-receipts").daemon().factory());
        var pictures = new PictureDesk();
        desk = pictures;
        workers = drawing;
        lookups = looking;
        var sent = new SentTips(parts.clock(), parts.ring().bucket(), SHOWN_AGAIN);
        var steps = new DoorSteps(new DoorSteps.Parts(parts.pages(), parts.schools(), parts.boards(), parts.beat(),
                parts.receipts(), parts.threads(), sent, pictures,
                new ReceiptPace(parts.settings().receiptPace(), MOST_WAITING),
                new Crowd(parts.settings().busyFrom()), parts.clock(),
                drawing, looking));
        lookAgain();
        var fixed = new FixedPages(parts.pages(), parts.schools(), parts.key(), parts.sealing());
        var handled = new TipDoorHandler.Parts(steps, fixed, parts.sealing(), drawing, parts.ring().tick());
        looking.scheduleWithFixedDelay(parts.schools()::refresh, 30, 30, TimeUnit.SECONDS);
        looking.scheduleWithFixedDelay(parts.boards()::refresh, 10, 10, TimeUnit.MINUTES);
        looking.scheduleWithFixedDelay(parts.sealing()::turn, 1, 1, TimeUnit.MINUTES);
        looking.scheduleWithFixedDelay(sent::forgetOlder, 5, 5, TimeUnit.SECONDS);
        server = new TipDoorServer(beside.address(parts.settings().port(), 2), beside.tls("The tip door"),
                () -> new TipDoorHandler(handled));
        log.info("the door for tips without a name listens at port {}; its page is signed by {}", server.port(),
                parts.key().shown());
    }

    @Override
    public Optional<URI> address() {
        var open = server;
        return open == null ? Optional.empty() : Optional.of(open.address());
    }

    @Override
    public Optional<String> schoolThatIsRead() {
        return parts.schools().all().stream().filter(DoorSchool::isRead).map(DoorSchool::label).findFirst();
    }

    @Override
    public void lookAgain() {
        parts.schools().refresh();
        parts.boards().refresh();
    }

    int port() {
        return server == null ? 0 : server.port();
    }

    @Override
    public void stop() {
        var open = server;
        if (open == null) return;
        server = null;
        open.close();
        if (desk != null) desk.close();
        if (workers != null) workers.shutdown();
        if (lookups != null) lookups.shutdownNow();
    }

    @Override
    public boolean isRunning() { return server != null; }

    /** After the web server has its port, before anything else stops. */
    @Override
    public int getPhase() { return Integer.MAX_VALUE - 1500; }
}
