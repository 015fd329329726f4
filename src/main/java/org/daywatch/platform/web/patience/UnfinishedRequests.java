package org.daywatch.platform.web.patience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests of which not everything has come, each with one deadline that no single byte moves. A usual one stands here
 * for milliseconds. Where an address has too many the oldest of its own goes, where there are too many in all the
 * oldest of the address that has most.
 */
final class UnfinishedRequests {

    private static final Logger log = LoggerFactory.getLogger(UnfinishedRequests.class);
    private static final long SAID_EVERY_NANOS = 60_000_000_000L;

    private final int perAddress;
    private final int most;
    private final LongSupplier nanos;
    private final Runnable counted;
    private final Map<String, LinkedHashSet<One>> byAddress = new HashMap<>();
    private int size;
    private long ended;
    private long said;

    /** @param counted told of each that is ended */
    UnfinishedRequests(int perAddress, int most, LongSupplier nanos, Runnable counted) {
        this.perAddress = perAddress;
        this.most = most;
        this.nanos = nanos;
        this.counted = counted;
        this.said = nanos.getAsLong() - SAID_EVERY_NANOS;
    }

    /** One of them, as its connection holds it. */
    static final class One {

        private final String address;
        private final Runnable end;
        private final long began;
        private volatile long deadline;

        private One(String address, Runnable end, long began, long deadline) {
            this.address = address;
            this.end = end;
            this.began = began;
            this.deadline = deadline;
        }

        long left(long now) {
            return deadline - now;
        }

        void until(long deadline) {
            this.deadline = deadline;
        }
    }

    /** @param network of whoever sends @param end closes their connection */
    One began(String network, Runnable end, long within) {
        long now = nanos.getAsLong();
        var one = new One(network, end, now, now + within);
        One tooMany;
        synchronized (this) {
            var same = byAddress.computeIfAbsent(network, a -> new LinkedHashSet<>());
            same.add(one);
            size++;
            tooMany = same.size() > perAddress ? same.getFirst() : size > most ? fullest().getFirst() : null;
            if (tooMany != null) drop(tooMany);
        }
        if (tooMany != null) end(List.of(tooMany), "more at once than are kept");
        return one;
    }

    private LinkedHashSet<One> fullest() {
        return byAddress.values().stream().max(Comparator.<LinkedHashSet<One>>comparingInt(LinkedHashSet::size)
                .thenComparing(same -> same.getFirst().began, Comparator.reverseOrder())).orElseThrow();
    }

    /** All of it has come, or nobody is there any more. */
    synchronized void whole(@Nullable One one) {
        if (one != null) drop(one);
    }

    private void drop(One one) {
        var same = byAddress.get(one.address);
        if (same == null || !same.remove(one)) return;
        size--;
        if (same.isEmpty()) byAddress.remove(one.address);
    }

    void endOverdue() {
        long now = nanos.getAsLong();
        var over = new ArrayList<One>();
        synchronized (this) {
            byAddress.values().forEach(same -> same.stream().filter(one -> one.left(now) <= 0).forEach(over::add));
            over.forEach(this::drop);
        }
        end(over, "their time was over");
    }

    synchronized int size() {
        return size;
    }

    long now() {
        return nanos.getAsLong();
    }

    private void end(List<One> which, String why) {
        which.forEach(one -> {
            one.end.run();
            counted.run();
        });
        if (!which.isEmpty()) say(which, why);
    }

    private synchronized void say(List<One> which, String why) {
        ended += which.size();
        long now = nanos.getAsLong();
        if (now - said < SAID_EVERY_NANOS) return;
        said = now;
        log.warn("requests that came too slowly were ended, the last from {} because {}; {} so far",
                which.getLast().address, why, ended);
    }
}
