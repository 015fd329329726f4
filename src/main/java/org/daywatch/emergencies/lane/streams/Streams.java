package org.daywatch.emergencies.lane.streams;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The screens of this node. An event gets its number, is kept for those who come back, and is handed to each event loop
 * as one task; the loop writes one shared buffer to its readers. Nobody who publishes ever waits for a socket.
 */
@Component
public class Streams implements LaneStreams {

    /** The event that says: what was told as this alert is another one. */
    public static final String MERGED = Subject.MERGED;
    private static final Logger log = LoggerFactory.getLogger(Streams.class);
    private static final long QUIET_DAY = TimeUnit.DAYS.toNanos(1);
    /** Numbers come from the clock in microseconds; those of two nodes differ by less than this. */
    private static final long OTHER_NODE = TimeUnit.SECONDS.toMicros(5);

    private static final int SOONEST_BACK = 300;
    private static final int LATEST_BACK = 2_300;

    private final Clock clock;
    private final Map<EventLoop, LoopStreams> loops = new LinkedHashMap<>();
    private final Map<UUID, SchoolRing> rings = new LinkedHashMap<>();
    private final Map<UUID, SchoolRing> ofAlert = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> perKey = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final List<Outlet> outlets = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final ThreadLocal<Boolean> local = ThreadLocal.withInitial(() -> false);
    private long lastId;

    public Streams(Clock clock) {
        this.clock = clock;
    }

    /** Others that nobody listens to: to go through what was told earlier and learn what stands. */
    public Streams unheard() {
        return new Streams(clock);
    }

    /** Somebody who carries events further: to the other nodes. */
    public interface Outlet {
        void told(Told told);
    }

    /**
     * @param agency null, as the district is, when it goes to one person and nobody else at the school was told
     * anything yet
     */
    public record Told(@Nullable UUID agency, @Nullable UUID district, UUID school, @Nullable UUID person, String event,
            String json) {}

    public void carry(Outlet outlet) {
        outlets.add(outlet);
    }

    @Override
    public void publish(UUID agency, UUID district, UUID school, String event, String json) {
        tell(new Told(agency, district, school, null, event, json), true);
    }

    @Override
    public void publishTo(UUID person, UUID school, String event, String json) {
        tell(new Told(null, null, school, person, event, json), true);
    }

    @Override
    public void merge(UUID agency, UUID district, UUID school, UUID from, UUID into) {
        var told = new Told(agency, district, school, null, Subject.MERGED,
                "{\"alert\":\"" + from + "\",\"into\":\"" + into + "\",\"school\":\"" + school + "\"}");
        tell(told, true);
    }

    /** What another node told its screens. */
    public void relay(Told told) {
        tell(told, false);
    }

    /** What is published meanwhile on this thread stays on this node: others are told of it by whoever accepted it. */
    public void locally(Runnable work) {
        local.set(true);
        try {
            work.run();
        } finally {
            local.remove();
        }
    }

    private void tell(Told told, boolean own) {
        UUID agency;
        UUID district;
        if (told.json().indexOf('\n') >= 0 || told.json().indexOf('\r') >= 0)
            throw new IllegalArgumentException("an event must be one line: " + told.json());
        synchronized (this) {
            var ring = rings.computeIfAbsent(told.school(), SchoolRing::new);
            if (told.agency() != null) {
                ring.agency = told.agency();
                ring.district = told.district();
            }
            var subject = Subject.of(told.event(), told.json());
            if (told.event().equals(Subject.MERGED) && !ring.merge(subject, told.json())) return; // nobody here was told of it
            if (told.person() == null && ring.knows(subject, told.json(), !own)) return; // this node and another came to the same
            agency = ring.agency;
            district = ring.district;
            var frame = Frame.of(nextId(), told.school(), told.person(), told.event(), told.json());
            ring.add(frame, subject);
            subject.alert().ifPresent(alert -> ofAlert.put(alert, ring));
            hand(frame, ring);
        }
        if (!own || local.get() && !told.event().equals(Subject.MERGED)) return; // a node that only shows learns from nobody else that two are one
        var further = new Told(agency, district, told.school(), told.person(), told.event(), told.json());
        outlets.forEach(outlet -> outlet.told(further));
    }

    private long nextId() {
        lastId = Math.max(lastId + 1, TimeUnit.MILLISECONDS.toMicros(clock.millis()));
        return lastId;
    }

    private void hand(Frame frame, SchoolRing ring) {
        if (loops.isEmpty()) return;
        var shared = frame.buffer();
        shared.retain(loops.size());
        loops.forEach(
                (loop, streams) -> onLoop(loop, shared, () -> streams.tell(frame, shared, ring.agency, ring.district)));
        shared.release();
    }

    private static void onLoop(EventLoop loop, ByteBuf shared, Runnable work) {
        try {
            loop.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    log.error("an event could not be told to all screens", e);
                } finally {
                    shared.release();
                }
            });
        } catch (java.util.concurrent.RejectedExecutionException e) {
            shared.release(); // this node is going down; its readers come back elsewhere
        }
    }

    /** Called once per event loop, before it serves. */
    public synchronized void serve(EventLoop loop, long heartbeatMillis) {
        var streams = new LoopStreams();
        loops.put(loop, streams);
        loop.scheduleAtFixedRate(() -> {
            var beat = Unpooled.directBuffer(16).writeBytes(Frame.chunk(":\n\n"));
            streams.beat(beat, clock.instant());
            beat.release();
        }, heartbeatMillis, heartbeatMillis, TimeUnit.MILLISECONDS);
    }

    public synchronized void forgetLoops() {
        loops.clear();
    }

    /**
     * @return how many streams this listener has open, this one included; the caller refuses what is too much and then
     * calls {@link #left}
     */
    public int entering(LaneSender sender) {
        open.incrementAndGet();
        return perKey.computeIfAbsent(sender.key(), k -> new AtomicInteger()).incrementAndGet();
    }

    public void left(LaneSender sender) {
        open.decrementAndGet();
        perKey.computeIfPresent(sender.key(), (k, count) -> count.decrementAndGet() <= 0 ? null : count);
    }

    /** Ends the streams of these listeners; they come back only with a token that counts. */
    public void cut(Predicate<LaneSender> whom) {
        Map<EventLoop, LoopStreams> now;
        synchronized (this) {
            now = Map.copyOf(loops);
        }
        now.forEach((loop, streams) -> loop.execute(
                () -> streams.all().stream().filter(s -> whom.test(s.sender)).forEach(s -> s.channel.close())));
    }

    public int open() {
        return open.get();
    }

    /**
     * On the channel's own loop, after its response has begun: what stands and what was missed first, then everything
     * that comes.
     */
    public Runnable join(Channel channel, LaneSender sender, long lastHeard) {
        var streams = streamsOf(channel.eventLoop());
        var stream = new OpenStream(channel, sender);
        synchronized (this) {
            var missed = missed(sender, lastHeard);
            var everything = Unpooled.directBuffer();
            everything.writeBytes(Frame.chunk("retry: " + comesBackAfterMillis() + "\n\n"));
            if (missed.isEmpty())
                everything
                        .writeBytes(Frame.chunk("id: " + Math.max(lastId, lastHeard) + "\nevent: quiet\ndata: {}\n\n"));
            for (var frame : missed) everything.writeBytes(frame.bytes());
            stream.greet(everything, lastId);
        }
        streams.add(stream);
        return () -> channel.eventLoop().execute(() -> streams.remove(stream));
    }

    /** Each reader another: ten thousand who lost the same node at once do not come back in the same moment. */
    private static int comesBackAfterMillis() {
        return ThreadLocalRandom.current().nextInt(SOONEST_BACK, LATEST_BACK);
    }

    private synchronized LoopStreams streamsOf(EventLoop loop) {
        return loops.get(loop);
    }

    private List<Frame> missed(LaneSender sender, long lastHeard) {
        var frames = new ArrayList<Frame>();
        long after = lastHeard == 0 ? 0 : Math.max(1, lastHeard - OTHER_NODE);
        for (var ring : sender.wide()
                ? rings.values()
                : sender.schools().keySet().stream().map(rings::get).filter(java.util.Objects::nonNull).toList()) {
            if (ring.agency == null || ring.district == null || sender.hears(ring.agency, ring.district, ring.school))
                frames.addAll(ring.after(after, sender.person()));
        }
        frames.sort(Comparator.comparingLong(Frame::id));
        return frames;
    }

    /** What whoever comes anew is told, of all schools; what is for one person only is left out. */
    public synchronized List<Told> standing() {
        return rings.values().stream().filter(ring -> ring.agency != null && ring.district != null)
                .flatMap(ring -> ring.standing().stream().map(
                        frame -> new Told(ring.agency, ring.district, ring.school, null, frame.event(), frame.json())))
                .toList();
    }

    /** Where an alert that screens were told of belongs. */
    public record Place(UUID agency, UUID district, UUID school) {}

    public Optional<Place> placeOf(UUID alert) {
        var ring = ofAlert.get(alert);
        return ring == null || ring.agency == null || ring.district == null
                ? Optional.empty()
                : Optional.of(new Place(ring.agency, ring.district, ring.school));
    }

    /** Forgets schools where nothing stands and nothing was said for a day. */
    public synchronized void tidy() {
        if (rings.values().removeIf(ring -> ring.quietFor(QUIET_DAY)))
            ofAlert.values().removeIf(ring -> !rings.containsValue(ring));
    }
}
