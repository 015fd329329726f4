package org.daywatch.emergencies.lane.http;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneProof;
import org.daywatch.emergencies.lane.LaneSchools;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.emergencies.lane.LaneSettingsForTests;
import org.daywatch.emergencies.lane.bus.LaneBus;
import org.daywatch.emergencies.lane.bus.NatsSettings;
import org.daywatch.emergencies.lane.bus.SharedMessages;
import org.daywatch.emergencies.lane.drain.Drainer;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.emergencies.lane.streams.Streams;
import org.daywatch.emergencies.lane.tokens.BusSeal;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.emergencies.networks.LaneProxies;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lane alone, on a port of its own: no pages, no database. Each press is shown as an alert of its own; what is
 * stored is a list.
 */
public final class LaneNode implements AutoCloseable {

    public static final UUID AGENCY = LaneProof.AGENCY;
    public static final UUID DISTRICT = LaneProof.DISTRICT;
    public static final UUID SCHOOL = LaneProof.SCHOOL;

    public final ConcurrentLinkedQueue<LaneEntry> heard = new ConcurrentLinkedQueue<>();
    public final ConcurrentLinkedQueue<LaneEntry> stored = new ConcurrentLinkedQueue<>();
    public final Streams streams;
    public final LaneTokens tokens;
    public final LaneLog log;
    public final LaneBus bus;
    /** What this node would say of an alert at its school. */
    public final Map<UUID, Map<String, Object>> names = new ConcurrentHashMap<>();
    /** As if there were no memory left for another screen. */
    volatile boolean memoryShort;
    private final Clock clock;
    private final LaneServer server;

    public LaneNode(Path folder, Clock clock) throws IOException {
        this(folder, clock, LaneSettingsForTests.in(folder), 20);
    }

    public LaneNode(Path folder, Clock clock, LaneSettings settings, int pressesAMinute) throws IOException {
        this(folder, clock, settings, pressesAMinute, "", new SharedList());
    }

    /** @param nats blank for a node that is alone; @param shared what the nodes' database would hold */
    public LaneNode(Path folder, Clock clock, LaneSettings settings, int pressesAMinute, String nats,
            SharedMessages shared) throws IOException {
        this(folder, clock, settings, pressesAMinute, new Wiring(nats, shared, AGENCY, null,
                new LaneDenials(then -> Map.of(), Duration.ofHours(12), clock), null));
    }

    /**
     * What a node is joined to.
     *
     * @param agency whose messages it reads while there is no bus
     * @param listeners null: each press is shown as an alert of its own
     * @param tls null: plain http
     * @param proxies whose word counts for where a request comes from
     */
    public record Wiring(String nats, SharedMessages shared, UUID agency,
            @Nullable Function<Streams, List<LaneListener>> listeners, LaneDenials denials, @Nullable SslContext tls,
            LaneProxies proxies) {

        public Wiring(String nats, SharedMessages shared, UUID agency,
                @Nullable Function<Streams, List<LaneListener>> listeners, LaneDenials denials,
                @Nullable SslContext tls) {
            this(nats, shared, agency, listeners, denials, tls, LaneProxies.NONE);
        }
    }

    public LaneNode(Path folder, Clock clock, LaneSettings settings, int pressesAMinute, Wiring wiring)
            throws IOException {
        this.clock = clock;
        streams = new Streams(clock);
        var keys = new LaneKeys(settings.keyFile().isBlank() ? folder.resolve("keys") : Path.of(settings.keyFile()),
                clock);
        tokens = new LaneTokens(keys, settings, null, clock, JsonMapper.builder().build());
        var listeners = wiring.listeners() == null
                ? List.<LaneListener>of(new Showing())
                : wiring.listeners().apply(streams);
        var drainer = new Drainer(listeners);
        log = new LaneLog(listeners, drainer, settings, folder);
        bus = new LaneBus(new NatsSettings(wiring.nats(), 1, "daywatch"), wiring.shared(),
                () -> List.of(wiring.agency()),
                wiring.denials(), new BusSeal(keys, clock), JsonMapper.builder().build());
        var texts = new Texts();
        var answers = new LaneAnswers(texts, "http://localhost:8080"::equals);
        var door = new StreamDoor(streams, answers, settings.room(), settings.streamsPerToken(),
                () -> memoryShort || new MemoryLeft(settings.mostMemoryPercent()).isShort());
        var house = new LaneHandler.House(tokens, wiring.denials(), List.of(),
                new Entries(new LaneSchools(null, null), streams, clock), log,
                door, new LaneHealth(log, drainer, streams, bus, clock), new SenderLimits(pressesAMinute, 120), answers,
                List.of(),
                (sender, alert) -> Optional
                        .ofNullable(sender.hears(AGENCY, DISTRICT, SCHOOL) ? names.get(alert) : null),
                wiring.proxies());
        bus.start(NodeName.in(settings, folder), log, streams, new Drainer(listeners));
        log.start();
        Rehearsal.begin(
                new Rehearsal.Parts(house, new LaneSchools(null, null), streams, listeners, settings, folder, clock));
        server = new LaneServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), wiring.tls(),
                streams, settings, () -> new LaneHandler(house));
    }

    public int port() {
        return server.port();
    }

    /** A token of somebody at the school. */
    public String token(UUID person) {
        return tokens.seal(new LaneSender(AGENCY, DISTRICT, false, Map.of(SCHOOL, DISTRICT), person, "Robin Alder",
                true, true, true, clock.instant().plus(Duration.ofHours(1))));
    }

    /** As a database two nodes share, without the database. */
    public static final class SharedList implements SharedMessages {

        private final ConcurrentLinkedQueue<Message> all = new ConcurrentLinkedQueue<>();

        @Override
        public void save(UUID district, List<Message> messages) {
            all.addAll(messages);
        }

        @Override
        public List<Message> recent(UUID agency, String notOf, int seconds) {
            return all.stream().filter(m -> m.agency().equals(agency) && !m.node().equals(notOf)).toList();
        }

        @Override
        public void forgetOld(UUID agency) {
            // a day old; no test takes that long
        }
    }

    private final class Showing implements LaneListener {

        @Override
        public UUID heard(LaneEntry entry) {
            heard.add(entry);
            if (entry instanceof LaneEntry.Press press) {
                streams.publish(press.agency(), press.district(), press.school(), "alert", "{\"alert\":\"" + press.id()
                        + "\",\"version\":1,\"action\":\"" + press.action() + "\",\"state\":\"ACTIVE\"}");
            }
            return entry instanceof LaneEntry.Ack ack ? ack.alert() : entry.id();
        }

        @Override
        public void store(List<LaneEntry> entries) {
            stored.addAll(entries);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.closeDoor();
        log.stop(Duration.ofSeconds(3));
        bus.stop();
        server.close();
    }
}
