package org.daywatch.emergencies.lane.bus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.streams.Streams;
import org.daywatch.emergencies.lane.tokens.BusSeal;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node that only shows is fed with: what the others tell their screens, by NATS; while that is away, by the
 * table, twice a second. Whenever NATS is there it asks what stands, and takes the list of closed sessions.
 */
public final class StreamFeed implements AutoCloseable, NatsLink.Receiver {

    private static final Logger log = LoggerFactory.getLogger(StreamFeed.class);
    private static final int POLL_MILLIS = 500;
    private static final int LOOK_BACK_SECONDS = 20;
    /** As long as the table keeps anything: where NATS is away from the start, nobody else says what stands. */
    private static final int FROM_THE_START_SECONDS = 86_400;

    private final String name = "shows-" + Ids.next();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<UUID, Boolean> read = new ConcurrentHashMap<>();
    private final Set<UUID> begun = ConcurrentHashMap.newKeySet();
    private final Streams streams;
    private final LaneDenials denials;
    private final @Nullable SharedMessages messages;
    private final Supplier<List<UUID>> agencies;
    private final NatsLink link;
    private boolean unreadable;
    private final ScheduledExecutorService work = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("lane-feed").daemon().factory());

    /** @param messages null: there is no way to the table, and while NATS is away screens hear nothing here */
    public StreamFeed(NatsSettings nats, BusSeal seal, Streams streams, LaneDenials denials,
            @Nullable SharedMessages messages,
            Supplier<List<UUID>> agencies) throws InterruptedException {
        this.streams = streams;
        this.denials = denials;
        this.messages = messages;
        this.agencies = agencies;
        this.link = new NatsLink(nats, name, 0, seal, this);
        if (messages != null) work.scheduleWithFixedDelay(this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    public boolean connected() {
        return link.connected();
    }

    @Override
    public void told(String text) {
        streams.relay(json.readValue(text, Streams.Told.class));
    }

    @Override
    public void entry(LaneEntry entry, Runnable stored) {
        throw new IllegalStateException("a node that only shows takes no entries");
    }

    @Override
    public void asked() {
        // it has nothing that the others do not have
    }

    @Override
    public void closed(String sessions) {
        denials.learn(Arrays.stream(sessions.split(",")).map(UUID::fromString).toList());
        streams.cut(denials::denies);
    }

    private void poll() {
        if (link.connected() && link.believes()) {
            read.clear();
            return;
        }
        try {
            for (var agency : agencies.get()) {
                if (!begun.contains(agency)) begin(agency);
                messages.recent(agency, name, LOOK_BACK_SECONDS).forEach(this::take);
            }
            unreadable = false;
        } catch (RuntimeException e) {
            if (!unreadable)
                log.warn(
                        "NATS is away and the table cannot be read either, so screens hear nothing here until one of them is back: {}",
                        e.getMessage());
            unreadable = true;
        }
    }

    /** Gone through apart, so that screens hear what stands and nothing of what is over. */
    private void begin(UUID agency) {
        var before = streams.unheard();
        messages.recent(agency, name, FROM_THE_START_SECONDS).stream().filter(m -> !m.event().equals(LaneBus.ENTRY))
                .peek(m -> read.put(m.id(), true)).map(StreamFeed::told).forEach(before::relay);
        before.standing().forEach(streams::relay);
        begun.add(agency);
    }

    private void take(SharedMessages.Message message) {
        if (!message.event().equals(LaneBus.ENTRY) && read.putIfAbsent(message.id(), true) == null)
            streams.relay(told(message));
    }

    private static Streams.Told told(SharedMessages.Message message) {
        return new Streams.Told(message.agency(), message.district(), message.school(), message.person(),
                message.event(), message.body());
    }

    @Override
    public void close() throws InterruptedException {
        work.shutdownNow();
        link.close();
    }
}
