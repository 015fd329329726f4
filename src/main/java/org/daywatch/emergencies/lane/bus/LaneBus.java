package org.daywatch.emergencies.lane.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.drain.Drainer;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.emergencies.lane.spool.EntryText;
import org.daywatch.emergencies.lane.streams.Streams;
import org.daywatch.emergencies.lane.tokens.BusSeal;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other nodes of this installation. Entries and what screens are told go to them by NATS, and always into the
 * database; while NATS is away each node reads there twice a second. Whatever comes both ways counts once. Without
 * {@code daywatch.nats.url} there are none.
 */
@Component
@EnableConfigurationProperties(NatsSettings.class)
public class LaneBus {

    private static final Logger log = LoggerFactory.getLogger(LaneBus.class);
    static final String ENTRY = "entry";
    private static final int POLL_MILLIS = 500;
    /** Looks back that far, so that nothing falls between the bus and the table. */
    private static final int LOOK_BACK_SECONDS = 20;
    /** The node that accepted an entry stores it; others do when it has had this long. */
    private static final Duration OTHERS_WAIT = Duration.ofSeconds(3);
    private static final int REMEMBERED = 20_000;
    private static final int CLOSED_AT_ONCE = 5_000;

    private final NatsSettings settings;
    private final SharedMessages messages;
    private final Supplier<List<UUID>> agencies;
    private final LaneDenials denials;
    private final BusSeal seal;
    private final JsonMapper json;
    private final ConcurrentLinkedQueue<LaneEntry> unkept = new ConcurrentLinkedQueue<>();
    private final LinkedBlockingQueue<SharedMessages.Message> unwritten = new LinkedBlockingQueue<>(50_000);
    private final Map<UUID, Boolean> read = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final Map<Long, Runnable> unstored = Collections.synchronizedMap(new TreeMap<>());
    private long outsideNumber;
    private @Nullable Node node;

    @Autowired
    LaneBus(NatsSettings settings, SharedMessages messages, Tenants tenants, LaneDenials denials, BusSeal seal,
            JsonMapper json, RestoredCopy copy) {
        this(settings.of(copy), messages, () -> tenants.agencies().stream().map(Tenants.Tenant::id).toList(), denials,
                seal,
                json);
    }

    public LaneBus(NatsSettings settings, SharedMessages messages, Supplier<List<UUID>> agencies, LaneDenials denials,
            BusSeal seal, JsonMapper json) {
        this.denials = denials;
        this.seal = seal;
        this.settings = settings;
        this.messages = messages;
        this.agencies = agencies;
        this.json = json;
    }

    /** What is there once the bus has started. */
    private record Node(String name, LaneLog log, Streams streams, Drainer outside, ScheduledExecutorService work,
            NatsLink link) {}

    /** off, up or away */
    public String state() {
        return node == null ? "off" : node.link().connected() ? "up" : "away";
    }

    /** Messages on the bus that no node of this installation sent, since the start. */
    public long refused() {
        return node == null ? 0 : node.link().refused();
    }

    /** @param outside stores what other nodes accepted, should they not live to do it */
    public void start(String name, LaneLog log, Streams streams, Drainer outside) {
        if (settings.url().isBlank()) return;
        try {
            var link = new NatsLink(settings, name, settings.replicas(), seal, new FromOthers());
            var work = Executors.newScheduledThreadPool(2, Thread.ofPlatform().name("lane-bus-", 0).daemon().factory());
            node = new Node(name, log, streams, outside, work, link);
            outside.start(this::stored, 0, Set.of());
            streams.carry(this::told);
            log.writeAlsoTo(this::keep);
            work.scheduleWithFixedDelay(this::write, 50, 50, TimeUnit.MILLISECONDS);
            work.scheduleWithFixedDelay(this::keepAgain, 500, 500, TimeUnit.MILLISECONDS);
            work.scheduleWithFixedDelay(this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
            work.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For nodes that only show: these sessions' screens are to end. */
    public void closed(Collection<UUID> sessions) {
        if (node == null) return;
        var all = List.copyOf(sessions);
        for (int from = 0; from < all.size(); from += CLOSED_AT_ONCE) {
            node.link().closed(all.subList(from, Math.min(all.size(), from + CLOSED_AT_ONCE)).stream()
                    .map(UUID::toString).collect(Collectors.joining(",")));
        }
    }

    private void keep(List<LaneEntry> entries) {
        if (!node.link().keep(entries) && node.link().connected()) unkept.addAll(entries); // no stream at this moment: tried again; while the bus is away they read the database
        for (var e : entries)
            unwritten.offer(new SharedMessages.Message(e.agency(), Ids.next(), e.district(), e.school(), null,
                    node.name(), ENTRY, EntryText.of(e)));
    }

    private void told(Streams.Told told) {
        if (told.agency() == null || told.district() == null) return; // nobody was told of this school yet
        node.link().tell(json.writeValueAsString(told));
        unwritten.offer(new SharedMessages.Message(told.agency(), Ids.next(), told.district(), told.school(),
                told.person(), node.name(), told.event(), told.json()));
    }

    private final class FromOthers implements NatsLink.Receiver {

        @Override
        public void told(String text) {
            var told = json.readValue(text, Streams.Told.class);
            if (!told.event().equals(Streams.MERGED)) node.streams().relay(told); // each full node finds that out itself
        }

        @Override
        public void entry(LaneEntry entry, Runnable stored) {
            hear(entry, stored);
        }

        @Override
        public void asked() {
            node.streams().standing().forEach(told -> node.link().tell(json.writeValueAsString(told))); // whoever knows it already passes over it
            LaneBus.this.closed(denials.closed());
        }

        @Override
        public void closed(String sessions) {
            // each full node asks the database itself
        }
    }

    private void hear(LaneEntry entry, Runnable stored) {
        node.streams().locally(() -> node.log().hearFromOutside(entry)); // told to its own screens; the others hear it from who accepted it
        long number;
        synchronized (this) {
            number = ++outsideNumber;
        }
        unstored.put(number, stored);
        node.work().schedule(() -> node.outside().add(number, entry), OTHERS_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stored(long upTo, Set<Long> except) {
        synchronized (unstored) {
            var done = unstored.entrySet().iterator();
            while (done.hasNext()) {
                var one = done.next();
                if (one.getKey() > upTo) return;
                if (except.contains(one.getKey())) continue;
                one.getValue().run();
                done.remove();
            }
        }
    }

    private void keepAgain() {
        var batch = new ArrayList<LaneEntry>();
        while (batch.size() < 500 && !unkept.isEmpty()) batch.add(unkept.poll());
        if (!batch.isEmpty() && !node.link().keep(batch)) unkept.addAll(batch);
    }

    private void write() {
        var batch = new ArrayList<SharedMessages.Message>();
        unwritten.drainTo(batch, 500);
        if (batch.isEmpty()) return;
        for (var district : batch.stream().collect(
                Collectors.groupingBy(SharedMessages.Message::district, LinkedHashMap::new, Collectors.toList()))
                .entrySet()) {
            try {
                messages.save(district.getKey(), district.getValue());
            } catch (RuntimeException e) {
                district.getValue().forEach(unwritten::offer); // each has its id: once is enough, in whatever order
                log.debug("what other nodes should read waits for the database: {}", e.toString());
            }
        }
    }

    private void poll() {
        if (node.link().hearsEntries()) return;
        try {
            for (var agency : agencies.get())
                messages.recent(agency, node.name(), LOOK_BACK_SECONDS).forEach(this::take);
        } catch (RuntimeException e) {
            log.debug("other nodes could not be heard: {}", e.toString());
        }
    }

    private void take(SharedMessages.Message message) {
        if (read.putIfAbsent(message.id(), true) != null) return;
        if (message.event().equals(Streams.MERGED)) return;
        if (!message.event().equals(ENTRY)) {
            node.streams().relay(new Streams.Told(message.agency(), message.district(), message.school(),
                    message.person(), message.event(), message.body()));
            return;
        }
        EntryText.read(message.body()).ifPresent(entry -> hear(entry, () -> {}));
    }

    private void tidy() {
        try {
            agencies.get().forEach(messages::forgetOld);
        } catch (RuntimeException e) {
            log.debug("old messages stay for now: {}", e.toString());
        }
    }

    public void stop() throws InterruptedException {
        if (node == null) return;
        write();
        node.work().shutdownNow();
        node.outside().stop(Duration.ofSeconds(1));
        node.link().close();
    }
}
