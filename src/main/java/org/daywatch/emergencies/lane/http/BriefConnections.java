package org.daywatch.emergencies.lane.http;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.IntSupplier;
import org.daywatch.platform.listening.Places;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections that are no screens: each asks something and goes. The one of which nothing was heard for longest stands
 * first, and goes where there are too many: of the newcomer's own address if it has many, else of all. Whoever presses
 * is through in milliseconds and never stands there.
 */
final class BriefConnections implements Places {

    private static final Logger log = LoggerFactory.getLogger(BriefConnections.class);
    /** More than that behind one address at once: it pays for its own. A school's staff come behind one address. */
    private static final int MANY = 256;
    private static final long SAID_EVERY_NANOS = 60_000_000_000L;

    private final IntSupplier most;
    private final LinkedHashSet<Channel> all = new LinkedHashSet<>();
    private final Map<String, LinkedHashSet<Channel>> byAddress = new HashMap<>();
    private long ended;
    private long said = System.nanoTime() - SAID_EVERY_NANOS;

    /** @param most so many are kept at once */
    BriefConnections(IntSupplier most) {
        this.most = most;
    }

    @Override
    public void heard(Channel channel) {
        Channel oldest;
        synchronized (this) {
            drop(channel);
            all.add(channel);
            var same = byAddress.computeIfAbsent(address(channel), a -> new LinkedHashSet<>());
            same.add(channel);
            if (all.size() <= most.getAsInt()) return;
            oldest = (same.size() > MANY ? same : all).getFirst();
            drop(oldest);
            count();
        }
        oldest.close();
    }

    @Override
    public synchronized void remove(Channel channel) {
        drop(channel);
    }

    private void drop(Channel channel) {
        if (!all.remove(channel)) return;
        byAddress.computeIfPresent(address(channel), (a, same) -> {
            same.remove(channel);
            return same.isEmpty() ? null : same;
        });
    }

    private void count() {
        ended++;
        long now = System.nanoTime();
        if (now - said < SAID_EVERY_NANOS) return;
        said = now;
        log.warn(
                "more connections on the alert lane than can be kept; {} of which nothing was heard for longest were closed so far",
                ended);
    }

    private static @Nullable String address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress from ? from.getAddress().getHostAddress() : null;
    }
}
