package org.daywatch.relationships.tips.door;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.daywatch.relationships.tips.ring.RingSettings;
import org.daywatch.relationships.tips.thread.TipReceipts;
import org.daywatch.relationships.tips.thread.WriterThreads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** Opens the tip door beside the web server, where this node keeps a ring, and closes it before. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "daywatch.tips.enabled", havingValue = "true")
class TipDoorLife implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TipDoorLife.class);
    private static final int MOST_WAITING = 12;
    private static final Duration SHOWN_AGAIN = Duration.ofMinutes(1);

    private final Parts parts;
    private final ServerProperties web;
    private final ResourceLoader files;
    private @Nullable TipDoorServer server;
    private @Nullable ExecutorService workers;
    private @Nullable ScheduledExecutorService lookups;

    /** What the door is made of. */
    @Component
    @EnableConfigurationProperties(TipDoorSettings.class)
    record Parts(TipDoorSettings settings, RingSettings ring, DoorPages pages, DoorSchools schools, RingBeat beat,
            TipReceipts receipts, WriterThreads threads, Clock clock) {}

    TipDoorLife(Parts parts, ServerProperties web, ResourceLoader files) {
        this.parts = parts;
        this.web = web;
        this.files = files;
    }

    @Override
    public void start() {
        var drawing = Executors.newFixedThreadPool(2, Thread.ofPlatform().name("tip-door-", 0).daemon().factory());
        var looking = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("tip-receipts").daemon().factory());
        workers = drawing;
        lookups = looking;
        var sent = new SentTips(parts.clock(), parts.ring().bucket(), SHOWN_AGAIN);
        var steps = new DoorSteps(new DoorSteps.Parts(parts.pages(), parts.schools(), parts.beat(), parts.receipts(),
                parts.threads(), sent, new ReceiptPace(parts.settings().receiptPace(), MOST_WAITING), parts.clock(),
                drawing, looking));
        parts.schools().refresh();
        looking.scheduleWithFixedDelay(parts.schools()::refresh, 30, 30, TimeUnit.SECONDS);
        looking.scheduleWithFixedDelay(sent::forgetOlder, 5, 5, TimeUnit.SECONDS);
        var address = web.getAddress() == null ? new InetSocketAddress(0).getAddress() : web.getAddress();
        server = new TipDoorServer(new InetSocketAddress(address, wanted()), tls(),
                () -> new TipDoorHandler(steps, parts.pages(), drawing));
        log.info("the door for tips without a name listens at port {}", server.port());
    }

    int port() {
        return server == null ? 0 : server.port();
    }

    private int wanted() {
        if (parts.settings().port() >= 0) return parts.settings().port();
        int own = web.getPort() == null ? 8080 : web.getPort();
        return own <= 0 ? 0 : own + 2;
    }

    /** The very files that the web server was given. */
    private @Nullable SslContext tls() {
        var ssl = web.getSsl();
        if (ssl == null || !ssl.isEnabled() || ssl.getCertificate() == null || ssl.getCertificatePrivateKey() == null)
            return null;
        try (InputStream chain = files.getResource(ssl.getCertificate()).getInputStream();
                InputStream key = files.getResource(ssl.getCertificatePrivateKey()).getInputStream()) {
            return SslContextBuilder.forServer(chain, key).build();
        } catch (IOException e) {
            throw new IllegalStateException("The tip door cannot read the certificate " + ssl.getCertificate() + ": "
                    + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        var open = server;
        if (open == null) return;
        server = null;
        open.close();
        if (workers != null) workers.shutdown();
        if (lookups != null) lookups.shutdownNow();
    }

    @Override
    public boolean isRunning() { return server != null; }

    /** After the web server has its port, before anything else stops. */
    @Override
    public int getPhase() { return Integer.MAX_VALUE - 1500; }
}
