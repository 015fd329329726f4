package org.daywatch.emergencies.lane.drain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.database.Apart;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Brings accepted entries into PostgreSQL, oldest first, one district after the other, each bound as its tenant. While the database
 * is away it tries again and again. A district whose entries are refused does not hold up the others, and nothing is ever given up.
 */
@Component
public class Drainer {

    private static final Logger log = LoggerFactory.getLogger(Drainer.class);
    private static final int BATCH = 200;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final List<LaneListener> listeners;
    /** By sequence; whatever lies below the first of them is stored. */
    private final Map<Long, LaneEntry> waiting = new LinkedHashMap<>();
    private long highest;
    private long marked;
    private LongConsumer stored = sequence -> {};
    private @Nullable Thread thread;
    private volatile boolean running;
    private volatile boolean away;

    @Autowired
    Drainer(ObjectProvider<LaneListener> listeners) {
        this(listeners.orderedStream().toList());
    }

    public Drainer(List<LaneListener> listeners) {
        this.listeners = listeners;
    }

    /** @param stored told how far the log is in the database */
    public synchronized void start(LongConsumer stored) {
        this.stored = stored;
        running = true;
        thread = Thread.ofPlatform().name("lane-drain").daemon().start(this::drain);
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

    /** Whether the last attempt failed. */
    public boolean away() {
        return away;
    }

    private void drain() {
        var pause = FIRST_PAUSE;
        while (true) {
            var batch = next();
            if (batch.isEmpty()) return;
            boolean all = true;
            for (var district : byDistrict(batch)) all &= store(district);
            away = !all;
            mark();
            pause = all ? FIRST_PAUSE : pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            if (!all && !sleep(pause)) return;
        }
    }

    private synchronized Map<Long, LaneEntry> next() {
        try {
            while (waiting.isEmpty()) {
                if (!running) return Map.of();
                wait(500);
            }
        } catch (InterruptedException e) {
            return Map.of();
        }
        if (!running && away) return Map.of();
        var batch = new LinkedHashMap<Long, LaneEntry>();
        var perDistrict = new LinkedHashMap<UUID, Integer>();
        for (var one : waiting.entrySet()) {
            if (perDistrict.merge(one.getValue().district(), 1, Integer::sum) <= BATCH) batch.put(one.getKey(), one.getValue());
            if (batch.size() >= 10 * BATCH) break;
        }
        return batch;
    }

    private static List<Map<Long, LaneEntry>> byDistrict(Map<Long, LaneEntry> batch) {
        var districts = new LinkedHashMap<UUID, Map<Long, LaneEntry>>();
        batch.forEach((sequence, entry) -> districts.computeIfAbsent(entry.district(), d -> new LinkedHashMap<>()).put(sequence, entry));
        return new ArrayList<>(districts.values());
    }

    /** Together; where that is refused although the database answers, one by one, so that one that is refused keeps no neighbour out. */
    private boolean store(Map<Long, LaneEntry> entries) {
        var failure = attempt(entries);
        if (failure == null) return true;
        log.warn("{} accepted entries wait for the database: {}", waiting(), failure.toString());
        if (entries.size() == 1 || DatabaseAway.is(failure)) return false;
        boolean all = true;
        for (var one : entries.entrySet()) {
            var own = attempt(Map.of(one.getKey(), one.getValue()));
            if (own != null && DatabaseAway.is(own)) return false;
            if (own != null) log.error("entry {} is refused by the database and tried again", one.getValue().id(), own);
            all &= own == null;
        }
        return all;
    }

    private @Nullable RuntimeException attempt(Map<Long, LaneEntry> entries) {
        var first = entries.values().iterator().next();
        try {
            Apart.run(() -> Tenancy.run(Scope.system(first.district()), () -> listeners.forEach(listener -> listener.store(List.copyOf(entries.values())))));
        } catch (RuntimeException e) {
            return e;
        }
        synchronized (this) {
            waiting.keySet().removeAll(entries.keySet());
        }
        return null;
    }

    private void mark() {
        long upTo;
        synchronized (this) {
            upTo = waiting.isEmpty() ? highest : waiting.keySet().iterator().next() - 1;
        }
        if (upTo <= marked) return;
        marked = upTo;
        stored.accept(upTo);
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
