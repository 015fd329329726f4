package org.daywatch.emergencies.lane.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneSchools;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.emergencies.lane.drain.Drainer;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.emergencies.lane.streams.Streams;
import org.daywatch.platform.persistence.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Presses that nobody made go the whole way in memory: request, token, log, words, seal, screens, answer; through a log
 * of their own, which is deleted, to screens that nobody watches. The machine compiles what it runs often. A press is
 * rare, and without this the first one after a start took several times as long as the hundredth.
 */
final class Rehearsal {

    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);
    private static final String FOLDER = "rehearsal";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final UUID AGENCY = new UUID(0, 0);

    private final LaneHandler.House house;
    private final Clock clock;
    private final LaneLog lane;
    private final Path folder;

    private Rehearsal(Parts parts) {
        clock = parts.clock();
        folder = parts.settings().folder(parts.database()).resolve(FOLDER);
        var screens = elsewhere(parts.streams());
        var listeners = parts.listeners().stream().flatMap(listener -> listener.rehearsal(screens).stream()).toList();
        lane = new LaneLog(listeners, new Drainer(listeners), parts.settings().in(folder), parts.database());
        var real = parts.house();
        int times = parts.settings().rehearsals();
        house = new LaneHandler.House(real.tokens(), real.denials(), List.of(),
                new Entries(parts.schools(), screens, clock), lane, real.streams(), real.health(),
                new SenderLimits(times, times), real.answers(),
                List.of(), real.names(), real.proxies());
    }

    /** What a press passes through; of it, the log and the screens are replaced. */
    record Parts(LaneHandler.House house, LaneSchools schools, Streams streams, List<LaneListener> listeners,
            LaneSettings settings, Path database, Clock clock) {}

    /** Screens without readers, whose words go on to another node that has none either. */
    private static Streams elsewhere(Streams streams) {
        var screens = streams.unheard();
        var other = streams.unheard();
        var json = JsonMapper.builder().build();
        screens.carry(told -> other.relay(json.readValue(json.writeValueAsString(told), Streams.Told.class)));
        return screens;
    }

    /** For a node that only shows: what others tell it, to screens that nobody watches. */
    static void show(Streams streams, int times) {
        var screens = elsewhere(streams);
        Thread.ofPlatform().name("lane-rehearsal").daemon().priority(Thread.MIN_PRIORITY).start(() -> {
            for (int i = 0; i < times; i++) {
                UUID school = Ids.next();
                screens.publish(AGENCY, AGENCY, school, "alert", "{\"alert\":\"" + Ids.next()
                        + "\",\"version\":1,\"school\":\"" + school
                        + "\",\"status\":\"TEST\",\"action\":\"LOCKDOWN\",\"state\":\"ACTIVE\",\"signature\":\"\"}");
            }
        });
    }

    /**
     * Beside whatever else begins; it ends with the process at the latest, and what it leaves then goes with the next.
     */
    static void begin(Parts parts) {
        if (parts.settings().rehearsals() > 0)
            Thread.ofPlatform().name("lane-rehearsal").daemon().priority(Thread.MIN_PRIORITY).start(() -> hold(parts));
    }

    static void hold(Parts parts) {
        var rehearsal = new Rehearsal(parts);
        try {
            FileSystemUtils.deleteRecursively(rehearsal.folder);
            rehearsal.press(parts.settings().rehearsals());
        } catch (IOException | RuntimeException e) {
            log.warn("presses could not be rehearsed, so the first may take longer: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void press(int times) throws IOException, InterruptedException {
        lane.start();
        var devices = new ArrayList<EmbeddedChannel>();
        try {
            for (int i = 0; i < times; i++) devices.add(press());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } finally {
            lane.stop(PATIENCE);
            devices.forEach(EmbeddedChannel::finishAndReleaseAll); // answers come from the log's thread, and until it has ended it may be in the midst of one
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** At a school of its own, so that each is an alert of its own. */
    private EmbeddedChannel press() throws InterruptedException, ExecutionException, TimeoutException {
        UUID id = Ids.next();
        UUID school = Ids.next();
        var sender = new LaneSender(AGENCY, AGENCY, false, Map.of(school, AGENCY), AGENCY, "Rehearsal", true, false,
                false, clock.instant().plus(PATIENCE.multipliedBy(30)));
        String body = "{\"id\":\"" + id + "\",\"school\":\"" + school
                + "\",\"status\":\"TEST\",\"action\":\"LOCKDOWN\",\"detail\":\"\",\"place\":\"Room 12\",\"note\":\"\",\"source\":\"PHONE\"}";
        String request = "POST /lane/presses HTTP/1.1\r\nHost: lane\r\nAuthorization: Bearer "
                + house.tokens().seal(sender) + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        var device = new EmbeddedChannel(new HttpServerCodec(), new HttpObjectAggregator(body.length()),
                new LaneHandler(house));
        device.writeInbound(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
        var answer = lane.find(AGENCY, id);
        if (answer != null) answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return device;
    }
}
