package org.daywatch.emergencies.reach.push;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Each push service has its own few threads: one that takes messages and never answers holds up its own and nobody
 * else's. After some that were not answered it rests, and whoever is reached by it is tried another way at once; half a
 * minute later the next message asks again whether it is there.
 */
@Component
class PushLanes {

    /** Of one service. Messages are small and answered in a tenth of a second: a thousand leave within ten. */
    private static final int THREADS = 16;
    /** Services with threads of their own; what browsers use are four. Others share the threads of one more. */
    private static final int SERVICES = 8;
    private static final String OTHERS = "";
    private static final int UNANSWERED = 4;
    private static final long REST_NANOS = Duration.ofSeconds(30).toNanos();

    private final Map<String, Executor> lanes = new ConcurrentHashMap<>();
    private final Map<String, Silence> silences = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    private record Silence(int unanswered, long restsUntilNanos) {}

    @Autowired
    PushLanes() {
        this(System::nanoTime);
    }

    PushLanes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param service host name */
    Executor of(String service) {
        return lanes.containsKey(service)
                ? lanes.get(service)
                : lanes.computeIfAbsent(lanes.size() < SERVICES ? service : OTHERS, PushLanes::lane);
    }

    private static Executor lane(String service) {
        var lane = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("push-" + service + "-", 1).factory());
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }

    /**
     * Whether it is not to be asked now. Of those that come when its rest is over one asks, and the others wait for
     * what it hears.
     */
    boolean rests(String service) {
        var silence = silences.get(service);
        if (silence == null || silence.unanswered() < UNANSWERED) return false;
        long now = nanos.getAsLong();
        return now - silence.restsUntilNanos() < 0
                || !silences.replace(service, silence, new Silence(silence.unanswered(), now + REST_NANOS));
    }

    void unanswered(String service) {
        silences.merge(service, new Silence(1, nanos.getAsLong() + REST_NANOS),
                (before, one) -> new Silence(before.unanswered() + 1, one.restsUntilNanos()));
    }

    /** Any answer, also a refusal. */
    void answered(String service) {
        silences.remove(service);
    }
}
