package org.daywatch.platform.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * All open streams of this node. One thread reads new rings (woken by a commit here, or within a second for a commit on
 * another node) and hands them to each stream's queue; it never writes to a socket itself, so a stuck reader delays
 * nobody. The same thread ends streams whose session was revoked.
 */
@Component
class LiveHub {

    private static final Logger log = LoggerFactory.getLogger(LiveHub.class);
    private static final int STREAMS_PER_SESSION = 12;
    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final int STREAMS_PER_PERSON = 30;
    /** Of one client's address, behind which a whole school may sit. */
    private static final int STREAMS_PER_ADDRESS = 1500;

    private final LiveEvents events;
    private final Map<UUID, Set<LiveClient>> clients = new HashMap<>();
    private final Map<UUID, Long> heard = new HashMap<>();
    private final LinkedBlockingQueue<UUID> woken = new LinkedBlockingQueue<>();
    private final Map<UUID, Integer> byPerson = new HashMap<>();
    private final Map<String, Integer> byAddress = new HashMap<>();
    private final int most;
    private int open;
    private volatile long turnedAway = Long.MIN_VALUE;
    private boolean running;
    private volatile boolean closed;

    /** @param threads of the web server: each stream keeps one, and a third is for everything else */
    LiveHub(LiveEvents events, @Value("${server.tomcat.threads.max}") int threads) {
        this.events = events;
        this.most = threads * 2 / 3;
    }

    /**
     * @return the number after which this stream hears everything; false start when the application is going down, or
     * when no more streams are kept; then the client is closed
     */
    synchronized long join(LiveClient client) {
        if (closed) {
            client.close();
            return 0;
        }
        var same = clients.computeIfAbsent(client.tenant, t -> new LinkedHashSet<>());
        var own = same.stream().filter(c -> c.session.equals(client.session)).toList();
        if (own.size() >= STREAMS_PER_SESSION) leave(own.getFirst()); // the oldest tab goes
        if (open >= most || byPerson.getOrDefault(client.person, 0) >= STREAMS_PER_PERSON
                || byAddress.getOrDefault(client.address, 0) >= STREAMS_PER_ADDRESS) {
            turnedAway = System.nanoTime();
            client.close();
            return 0;
        }
        open++;
        byPerson.merge(client.person, 1, Integer::sum);
        byAddress.merge(client.address, 1, Integer::sum);
        clients.computeIfAbsent(client.tenant, t -> new LinkedHashSet<>()).add(client);
        if (!running) {
            running = true;
            Thread.ofPlatform().daemon().name("live").start(this::listen);
        }
        return heard.computeIfAbsent(client.tenant, events::last);
    }

    /** Not later than the last ring there is: what is heard again does no harm. */
    long last(UUID tenant) {
        synchronized (this) {
            var known = heard.get(tenant);
            if (known != null) return known;
        }
        return events.last(tenant);
    }

    synchronized void leave(LiveClient client) {
        client.close();
        var same = clients.get(client.tenant);
        if (same == null) return;
        if (same.remove(client)) {
            open--;
            byPerson.computeIfPresent(client.person, (p, n) -> n == 1 ? null : n - 1);
            byAddress.computeIfPresent(client.address, (a, n) -> n == 1 ? null : n - 1);
        }
        if (!same.isEmpty()) return;
        clients.remove(client.tenant);
        heard.remove(client.tenant);
    }

    /** Streams that hear this organization's rings now. */
    synchronized int open(UUID tenant) {
        return clients.getOrDefault(tenant, Set.of()).size();
    }

    /** Whether a screen was told lately to ask again now and then instead of listening. */
    boolean full() {
        return turnedAway != Long.MIN_VALUE && System.nanoTime() - turnedAway < LATELY.toNanos();
    }

    synchronized int open() {
        return open;
    }

    void wake(UUID tenant) {
        if (running) woken.offer(tenant);
    }

    private void listen() {
        long swept = System.nanoTime();
        while (!closed) {
            try {
                var first = woken.poll(400, TimeUnit.MILLISECONDS);
                var tenants = new HashSet<UUID>();
                if (first != null) {
                    tenants.add(first);
                    woken.drainTo(tenants);
                }
                if (System.nanoTime() - swept >= TimeUnit.MILLISECONDS.toNanos(800)) {
                    tenants.addAll(tenants()); // commits of other nodes
                    sweep();
                    swept = System.nanoTime();
                }
                tenants.forEach(this::deliver);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("open screens could not be told: {}", e.toString());
                pause();
            }
        }
    }

    private void deliver(UUID tenant) {
        Long after;
        synchronized (this) {
            after = heard.get(tenant);
        }
        if (after == null) return; // nobody is looking
        var rings = events.after(tenant, after);
        for (var ring : rings) {
            byte[] frame = LiveClient.frame(ring.id(), ring.topic());
            for (var client : of(tenant)) {
                if (ring.concerns(client.person) && !client.offer(ring.id(), frame)) leave(client);
            }
        }
        if (rings.isEmpty()) return;
        synchronized (this) {
            heard.computeIfPresent(tenant, (t, old) -> rings.getLast().id());
        }
        if (rings.size() == LiveEvents.MOST) woken.offer(tenant);
    }

    /** A revoked session, a leaver, or one who now acts for another organization hears nothing more. */
    private void sweep() {
        List<LiveClient> all = new ArrayList<>();
        synchronized (this) {
            clients.values().forEach(all::addAll);
        }
        if (all.isEmpty()) return;
        var alive = events.alive(all.stream().map(c -> c.session).distinct().toList());
        for (var client : all) {
            if (!client.tenant.equals(alive.get(client.session))) leave(client);
        }
    }

    private synchronized List<LiveClient> of(UUID tenant) {
        return List.copyOf(clients.getOrDefault(tenant, Set.of()));
    }

    private synchronized Set<UUID> tenants() {
        return Set.copyOf(clients.keySet());
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before anything else closes: an open stream would hold the graceful shutdown for its whole patience. */
    @EventListener(ContextClosedEvent.class)
    synchronized void end() {
        closed = true;
        clients.values().forEach(same -> same.forEach(LiveClient::close));
        clients.clear();
    }
}
