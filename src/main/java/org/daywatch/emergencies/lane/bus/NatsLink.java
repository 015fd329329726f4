package org.daywatch.emergencies.lane.bus;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.ErrorListener;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.PublishAck;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.spool.EntryText;
import org.daywatch.emergencies.lane.tokens.BusSeal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to NATS. What is told to screens goes by its core (nobody waits for it); entries go into a JetStream
 * stream, which keeps them on its own disks, and reach each node through a durable consumer: also those that came while
 * the node was away.
 */
final class NatsLink {

    private static final Logger log = LoggerFactory.getLogger(NatsLink.class);
    private static final String NODE = "Daywatch-Node";
    private static final String SEAL = "Daywatch-Seal";
    private static final String AT = "Daywatch-At";
    private static final long DISTRUST_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Subjects subjects;
    private final String node;
    private final int replicas;
    private final Receiver receiver;
    private final BusSeal seal;
    private final AtomicLong refused = new AtomicLong();
    private final ExecutorService setup = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("lane-nats").daemon().factory());
    private volatile Connection connection;
    private volatile JetStream stream;
    private volatile long joined;
    private volatile long lastRefused = System.nanoTime() - DISTRUST_NANOS;
    private boolean said;
    private boolean listening;
    private volatile long silentUntil = System.nanoTime();

    /** Where this installation speaks. @param stream the JetStream stream that keeps entries */
    private record Subjects(String told, String entry, String ask, String closed, String stream) {

        static Subjects of(String prefix) {
            return new Subjects(prefix + ".lane.told", prefix + ".lane.entry", prefix + ".lane.ask",
                    prefix + ".lane.closed", prefix.toUpperCase(Locale.ROOT) + "_LANE");
        }
    }

    /** Who takes what other nodes sent. */
    interface Receiver {
        void told(String text);

        /** @param stored to be run when the entry is in the database */
        void entry(LaneEntry entry, Runnable stored);

        /**
         * A node that only shows has come, or come back: it is to be told what stands and which sessions were closed.
         */
        void asked();

        /** @param sessions their ids, with commas */
        void closed(String sessions);
    }

    /**
     * @param replicas 0: a node that only shows. It takes no entries, and asks what stands whenever the bus is there
     */
    NatsLink(NatsSettings settings, String node, int replicas, BusSeal seal, Receiver receiver)
            throws InterruptedException {
        this.subjects = Subjects.of(settings.prefix());
        this.node = node;
        this.replicas = replicas;
        this.receiver = receiver;
        this.seal = seal;
        var options = Options.builder().server(settings.safe().url()).connectionName("daywatch " + node)
                .maxReconnects(-1)
                .reconnectWait(Duration.ofMillis(300))
                .reconnectBufferSize(0) // what is old when the bus is back must not be told as new
                .pingInterval(Duration.ofMillis(500)).maxPingsOut(2).connectionTimeout(Duration.ofSeconds(2))
                .errorListener(new ErrorListener() {})
                .connectionListener((from, event) -> {
                    if (event == Events.CONNECTED || event == Events.RECONNECTED) setup.execute(() -> open(from));
                    if (event == Events.DISCONNECTED) away();
                }).build();
        Nats.connectAsynchronously(options, true);
    }

    private synchronized void away() {
        if (said) return;
        said = true;
        log.warn("the bus between the nodes is away; they read the database meanwhile");
    }

    private synchronized void open(Connection fresh) {
        try {
            connection = fresh;
            if (said) log.info("the bus between the nodes is back");
            said = false;
            if (replicas == 0) {
                if (!listening) listen(fresh);
                publish(subjects.ask(), "");
                return;
            }
            var config = StreamConfiguration.builder().name(subjects.stream()).subjects(subjects.entry())
                    .storageType(StorageType.File)
                    .replicas(replicas).maxAge(Duration.ofDays(2)).build();
            var management = fresh.jetStreamManagement();
            if (!management.getStreamNames().contains(subjects.stream())) management.addStream(config);
            if (stream == null) subscribe(fresh);
        } catch (IOException | JetStreamApiException | RuntimeException e) {
            log.warn("the stream {} could not be opened, tried again: {}", subjects.stream(), e.toString());
            setup.execute(() -> {
                sleep();
                if (connected()) open(fresh);
            });
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void subscribe(Connection fresh) throws IOException, JetStreamApiException {
        var opened = fresh.jetStream();
        listen(fresh);
        fresh.createDispatcher(message -> {
            if (fromOthers(message)) receiver.asked();
        }).subscribe(subjects.ask());
        var consumer = ConsumerConfiguration.builder().durable("lane-" + node).deliverPolicy(DeliverPolicy.New)
                .ackPolicy(AckPolicy.Explicit).ackWait(Duration.ofSeconds(60)).build();
        opened.subscribe(subjects.entry(), fresh.createDispatcher(), this::entry, false,
                PushSubscribeOptions.builder().stream(subjects.stream()).configuration(consumer).build());
        joined = System.nanoTime();
        stream = opened;
        log.info("the nodes of this installation are joined by NATS; this one is {}", node);
    }

    private void listen(Connection fresh) {
        fresh.createDispatcher(message -> {
            if (fromOthers(message)) receiver.told(new String(message.getData(), StandardCharsets.UTF_8));
        }).subscribe(subjects.told());
        fresh.createDispatcher(message -> {
            if (fromOthers(message)) receiver.closed(new String(message.getData(), StandardCharsets.UTF_8));
        }).subscribe(subjects.closed());
        listening = true;
        log.info("this node, {}, hears the others by NATS", node);
    }

    /** From another node of this installation: what is its own, or nobody's who knows the keys, is passed over. */
    private boolean fromOthers(Message message) {
        var headers = message.getHeaders() == null ? new Headers() : message.getHeaders();
        String sender = headers.getFirst(NODE);
        if (node.equals(sender)) return false;
        String said = headers.getFirst(SEAL);
        String at = headers.getFirst(AT);
        if (sender != null && said != null && at != null
                && (message.getSubject().equals(subjects.entry()) || seal.isFresh(at)) // an entry may come after a night
                && seal.isOurs(said, message.getSubject(), sender + " " + at, message.getData()))
            return true;
        refuse(sender);
        return false;
    }

    private void refuse(@Nullable String sender) {
        long many = refused.incrementAndGet();
        long now = System.nanoTime();
        boolean first = now - lastRefused > DISTRUST_NANOS;
        lastRefused = now;
        if (first)
            log.warn(
                    "a message on the bus is from no node of this installation and was passed over (from {}, {} so far)."
                            + " Another installation may use the same NATS, or the file of keys differs",
                    sender, many);
    }

    /** Messages on the bus that no node of this installation sent. */
    long refused() {
        return refused.get();
    }

    private void entry(Message message) {
        var entry = fromOthers(message)
                ? EntryText.read(new String(message.getData(), StandardCharsets.UTF_8))
                : Optional.<LaneEntry>empty();
        if (entry.isEmpty()) message.ack();
        else receiver.entry(entry.get(), message::ack);
    }

    boolean connected() {
        var known = connection;
        return known != null && known.getStatus() == Connection.Status.CONNECTED;
    }

    /**
     * Whether entries of others surely come this way by now: a node that has just joined also reads what came a moment
     * before, and one that had to pass over messages reads what they may have been, should only the keys differ.
     */
    boolean hearsEntries() {
        return connected() && stream != null && System.nanoTime() - joined > SETTLED_NANOS && believes();
    }

    boolean believes() {
        return System.nanoTime() - lastRefused > DISTRUST_NANOS;
    }

    void tell(String text) {
        publish(subjects.told(), text);
    }

    void closed(String sessions) {
        publish(subjects.closed(), sessions);
    }

    private void publish(String subject, String text) {
        if (!connected()) return;
        try {
            byte[] message = text.getBytes(StandardCharsets.UTF_8);
            connection.publish(subject, sealed(subject, message), message);
        } catch (IllegalStateException e) {
            log.debug("not told to the other nodes: {}", e.toString()); // they read it in the database
        }
    }

    private Headers sealed(String subject, byte[] message) {
        String at = seal.now();
        return new Headers().put(NODE, node).put(AT, at).put(SEAL, seal.of(subject, node + " " + at, message));
    }

    /** @return whether the stream has them on its disks */
    boolean keep(List<LaneEntry> entries) {
        var opened = stream;
        if (opened == null || !connected() || System.nanoTime() < silentUntil) return false;
        var acks = new ArrayList<CompletableFuture<PublishAck>>();
        try {
            for (var entry : entries) {
                byte[] message = EntryText.of(entry).getBytes(StandardCharsets.UTF_8);
                var headers = sealed(subjects.entry(), message).put("Nats-Msg-Id", entry.agency() + "/" + entry.id());
                acks.add(opened.publishAsync(subjects.entry(), headers, message));
            }
            CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new)).get(PATIENCE.toMillis(),
                    TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            silentUntil = System.nanoTime() + PAUSE_NANOS; // nobody waits for it again within this time
            log.warn("{} entries are in this node's own log only: {}", entries.size(), e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void close() throws InterruptedException {
        setup.shutdownNow();
        if (connection != null) connection.close();
    }
}
