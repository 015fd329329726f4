package org.daywatch.emergencies.lane.drain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.database.AnsweringServer;
import org.daywatch.platform.database.Apart;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings accepted entries into PostgreSQL, oldest first, one district after the other, each bound as its tenant. While
 * the database is away it tries again and again. An entry that the database refuses five times although it answers
 * stands aside, so that what came after it is stored for certain; it is tried again each minute and shown to whoever
 * keeps the house running. Nothing is ever given up.
 *
 * <p>What was stored is kept for a while. Where another server answers then, it goes in again before anything newer: a
 * standby that took over may lack the last of what the lost one had acknowledged.
 */
@Component
public class Drainer {

    private static final Logger log = LoggerFactory.getLogger(Drainer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private static final int TRIES = 5;
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final List<LaneListener> listeners;
    private final Duration again;
    private final Supplier<String> server;
    private final Duration life;
    private final StoredLately kept;
    /** By sequence. */
    private final NavigableMap<Long, LaneEntry> waiting = new TreeMap<>();
    private final NavigableMap<Long, Aside> aside = new TreeMap<>();
    private final Map<Long, Integer> tries = new HashMap<>();
    private long highest;
    private long marked;
    private Set<Long> markedAside = Set.of();
    private Stored stored = (sequence, except) -> {};
    private long lastAgain;
    private @Nullable Thread thread;
    private volatile boolean running;
    private volatile boolean away;

    /** @param life so long what was stored is kept for another server; zero: not at all */
    @Autowired
    Drainer(ObjectProvider<LaneListener> listeners, AnsweringServer server,
            @Value("${daywatch.lane.kept:10m}") Duration life) {
        this(listeners.orderedStream().toList(), AGAIN, server::startedAt, life);
    }

    public Drainer(List<LaneListener> listeners) {
        this(listeners, AGAIN, () -> "", Duration.ZERO);
    }

    /**
     * @param again after so long what stands aside is tried once more; @param server which one answers; an exception:
     * none
     */
    public Drainer(List<LaneListener> listeners, Duration again, Supplier<String> server, Duration life) {
        this.listeners = listeners;
        this.again = again;
        this.server = server;
        this.life = life;
        this.kept = new StoredLately(server, life);
    }

    /** Another with the same listeners and settings, for entries from elsewhere. */
    public Drainer another() {
        return new Drainer(listeners, again, server, life);
    }

    /** @param why the database's own words */
    public record Aside(LaneEntry entry, String why) {}

    /** @param upTo so far an earlier run brought it, @param except but for these */
    public synchronized void start(Stored stored, long upTo, Set<Long> except) {
        this.stored = stored;
        marked = upTo;
        markedAside = Set.copyOf(except);
        highest = Math.max(highest, upTo);
        running = true;
        thread = Thread.ofPlatform().name("lane-drain").daemon().start(this::drain);
    }

    /** An entry that an earlier run brought into this server, and not long before it ended. */
    public synchronized void keep(String server, long sequence, LaneEntry entry) {
        kept.add(server, sequence, entry);
        highest = Math.max(highest, sequence);
    }

    public synchronized void add(long sequence, LaneEntry entry) {
        waiting.put(sequence, entry);
        highest = Math.max(highest, sequence);
        notifyAll();
    }

    /** Entries that are accepted and not in the database yet. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Entries that the database refuses, oldest first. They stand on the screens all the same. */
    public synchronized List<Aside> aside() {
        return List.copyOf(aside.values());
    }

    /** When the oldest entry was accepted that is not in the database yet and does not stand aside. */
    public synchronized Optional<Instant> oldest() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.firstEntry().getValue().acceptedAt());
    }

    /** Whether the last attempt failed. */
    public boolean away() {
        return away;
    }

    private void drain() {
        var pause = FIRST_PAUSE;
        while (awaitWork()) {
            boolean all = look();
            if (all) for (var district : batches()) all &= store(district);
            away = !all;
            if (all && timeForThoseAside()) tryThoseAside();
            if (all) tellOfAnotherServer();
            mark();
            pause = all
                    ? FIRST_PAUSE
                    : pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            if (!all && !sleep(pause)) return;
        }
    }

    /** False when it is over. */
    private synchronized boolean awaitWork() {
        try {
            while (waiting.isEmpty() && !timeForThoseAside() && !kept.timeToLook()) {
                if (!running) return false;
                wait(Math.min(500, again.toMillis()));
            }
        } catch (InterruptedException e) {
            return false;
        }
        return running || !away && !waiting.isEmpty();
    }

    /**
     * Whether the database answers. What another one may lack waits again, before everything newer: who pressed later
     * belongs to an alert that must be there first.
     */
    private boolean look() {
        long now = System.nanoTime();
        try {
            String answers = kept.answering();
            synchronized (this) {
                kept.answered(answers, now).forEach(waiting::putIfAbsent);
            }
            return true;
        } catch (RuntimeException e) {
            if (waiting() > 0) log.warn("{} accepted entries wait for the database: {}", waiting(), e.toString());
            return false;
        }
    }

    private void tellOfAnotherServer() {
        boolean untold;
        synchronized (this) {
            untold = kept.tellNow();
        }
        if (!untold) return;
        for (var listener : listeners) {
            try {
                Apart.run(listener::anotherServer);
            } catch (RuntimeException e) {
                log.error("{} could not make up for what another database server lacks",
                        listener.getClass().getSimpleName(), e);
            }
        }
    }

    /** None where only those that stand aside have waited long enough. */
    private synchronized List<Map<Long, LaneEntry>> batches() {
        return Batches.of(waiting);
    }

    /**
     * Together; where that is refused although the database answers, one by one, so that one that is refused keeps no
     * neighbor out.
     */
    private boolean store(Map<Long, LaneEntry> entries) {
        var failure = attempt(entries);
        if (failure == null) return true;
        log.warn("{} accepted entries wait for the database: {}", waiting(), failure.toString());
        if (DatabaseAway.is(failure)) return false;
        boolean all = true;
        for (var one : entries.entrySet()) {
            var own = entries.size() == 1 ? failure : attempt(Map.of(one.getKey(), one.getValue()));
            if (own != null && DatabaseAway.is(own)) return false;
            all &= own == null || standsAside(one.getKey(), one.getValue(), own);
        }
        return all;
    }

    /**
     * After some tries: what is refused in a moment of haste, such as two who lock each other out, gets in by itself.
     */
    private synchronized boolean standsAside(long sequence, LaneEntry entry, RuntimeException why) {
        log.error("entry {} is refused by the database and tried again", entry.id(), why);
        if (tries.merge(sequence, 1, Integer::sum) < TRIES) return false;
        if (aside.isEmpty()) lastAgain = System.nanoTime();
        tries.remove(sequence);
        waiting.remove(sequence);
        kept.offeredAgain().remove(sequence);
        aside.put(sequence, new Aside(entry, DatabaseAway.words(why)));
        return true;
    }

    private synchronized boolean timeForThoseAside() {
        return !aside.isEmpty() && System.nanoTime() - lastAgain >= again.toNanos();
    }

    private void tryThoseAside() {
        Map<Long, Aside> all;
        synchronized (this) {
            lastAgain = System.nanoTime();
            all = new LinkedHashMap<>(aside);
        }
        for (var one : all.entrySet()) {
            var failure = attempt(Map.of(one.getKey(), one.getValue().entry()));
            if (failure != null && DatabaseAway.is(failure)) return;
            if (failure == null) {
                synchronized (this) {
                    aside.remove(one.getKey());
                }
            }
        }
    }

    private @Nullable RuntimeException attempt(Map<Long, LaneEntry> entries) {
        var first = entries.values().iterator().next();
        try {
            Apart.run(() -> Tenancy.run(Scope.system(first.district()),
                    () -> listeners.forEach(listener -> listener.store(List.copyOf(entries.values())))));
        } catch (RuntimeException e) {
            return e;
        }
        synchronized (this) {
            waiting.keySet().removeAll(entries.keySet());
            tries.keySet().removeAll(entries.keySet());
            kept.add(entries);
        }
        return null;
    }

    private void mark() {
        long upTo;
        Set<Long> except;
        synchronized (this) {
            upTo = Math.max(marked, waiting.isEmpty() ? highest : waiting.firstKey() - 1);
            except = new TreeSet<>(aside.headMap(upTo, true).keySet());
            except.addAll(waiting.headMap(upTo, true).keySet()); // of an earlier run, and not tried often enough yet
            except.removeAll(kept.offeredAgain()); // were stored once; where, the settled mark says
        }
        if (upTo != marked || !except.equals(markedAside)) {
            marked = upTo;
            markedAside = except;
            stored.upTo(upTo, except);
        }
        Optional<StoredLately.Settled> settled;
        synchronized (this) {
            settled = kept.settled(marked);
        }
        settled.ifPresent(mark -> stored.settled(mark.sequence(), mark.server()));
    }

    private boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    public void stop(Duration patience) throws InterruptedException {
        running = false;
        synchronized (this) {
            notifyAll();
        }
        var worker = thread;
        if (worker == null) return;
        if (!worker.join(patience)) worker.interrupt();
        worker.join(patience);
    }
}
