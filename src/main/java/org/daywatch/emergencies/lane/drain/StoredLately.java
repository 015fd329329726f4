package org.daywatch.emergencies.lane.drain;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.daywatch.emergencies.lane.LaneEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was stored lately, in memory, and in which server: should another one answer, all of it is offered to that one.
 * A standby that took over may lack the last of what the lost server had acknowledged. Used under the drainer's lock.
 */
final class StoredLately {

    private static final Logger log = LoggerFactory.getLogger(StoredLately.class);
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long SETTLE_NANOS = Duration.ofMinutes(1).toNanos();
    /** Some 50 MB; beyond it the oldest go first. */
    private static final int MOST = 50_000;

    private record One(long sequence, LaneEntry entry, long nanos) {}

    private final Supplier<String> server;
    private final long life;
    private final Deque<One> all = new ArrayDeque<>();
    private final Set<Long> offeredAgain = new HashSet<>();
    private @Nullable String known;
    private @Nullable String settledIn;
    private long settledNanos;
    private long looked;
    private boolean untold;

    /**
     * @param server which one answers; an exception: none @param life after that long in one server an entry is there
     * for good; zero: nothing is kept
     */
    StoredLately(Supplier<String> server, Duration life) {
        this.server = server;
        this.life = life.toNanos();
    }

    /** Not under the lock: it asks the database. */
    String answering() {
        return server.get();
    }

    boolean timeToLook() {
        return (untold || !all.isEmpty()) && System.nanoTime() - looked >= LOOK_NANOS;
    }

    /** An entry that an earlier run brought into this server, and not long before it ended. */
    void add(String in, long sequence, LaneEntry entry) {
        known = in;
        add(Map.of(sequence, entry));
    }

    void add(Map<Long, LaneEntry> stored) {
        offeredAgain.removeAll(stored.keySet());
        if (life == 0) return;
        long now = System.nanoTime();
        stored.forEach((sequence, entry) -> all.add(new One(sequence, entry, now)));
        while (all.size() > MOST) all.removeFirst();
    }

    /**
     * This server answered to a question of that moment. Only where it is the one that has the entries does their time
     * count, however long it was away.
     *
     * @return what another one may lack, by sequence
     */
    Map<Long, LaneEntry> answered(String answers, long asked) {
        looked = asked;
        boolean another = known != null && !known.equals(answers);
        known = answers;
        var again = new TreeMap<Long, LaneEntry>();
        untold |= another;
        if (another) {
            all.forEach(one -> again.put(one.sequence(), one.entry()));
            all.clear();
            offeredAgain.addAll(again.keySet());
            log.warn(
                    "another database server answers, or the same after a start: {} entries that were stored lately are offered to it again",
                    again.size());
        } else if (offeredAgain.isEmpty()) {
            while (!all.isEmpty() && asked - all.getFirst().nanos() > life) all.removeFirst();
        }
        return again;
    }

    /** Of those that wait: which an earlier server had already. */
    Set<Long> offeredAgain() {
        return offeredAgain;
    }

    /** Whether another server has everything by now, and the listeners are to be told; once. */
    boolean tellNow() {
        boolean now = untold && offeredAgain.isEmpty();
        untold &= !now;
        return now;
    }

    /** @param server has had everything up to this entry for so long that no other one will lack it */
    record Settled(long sequence, String server) {}

    /**
     * Each minute, and as soon as another server has everything: so a start knows which entries to offer should it find
     * another one. @param marked so far all is stored
     */
    Optional<Settled> settled(long marked) {
        long now = System.nanoTime();
        if (known == null || !offeredAgain.isEmpty() || known.equals(settledIn) && now - settledNanos < SETTLE_NANOS)
            return Optional.empty();
        settledIn = known;
        settledNanos = now;
        return Optional.of(new Settled(
                Math.min(marked, all.stream().mapToLong(One::sequence).min().orElse(Long.MAX_VALUE) - 1), known));
    }
}
