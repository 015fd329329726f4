package org.daywatch.emergencies.lane.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.platform.identity.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Whose token counts no more although its time is not over: the session it was made in was closed (signed out, lost
 * phone, left, another role). Held in memory, brought up to date each second; while the database is away the last known
 * list holds.
 */
@Component
public class LaneDenials {

    private static final Logger log = LoggerFactory.getLogger(LaneDenials.class);
    /** Clocks of nodes differ, and a transaction may end a moment after the time it carries. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final Function<Instant, Map<UUID, Instant>> closedSince;
    private final Duration tokenLife;
    private final Clock clock;
    private final Map<UUID, Instant> closed = new ConcurrentHashMap<>();
    private Instant asked = Instant.MIN;

    @Autowired
    LaneDenials(Sessions sessions, LaneSettings settings, @Qualifier("expiry") Clock clock) {
        this(sessions::closedSince, settings.tokenLife(), clock);
    }

    public LaneDenials(Function<Instant, Map<UUID, Instant>> closedSince, Duration tokenLife, Clock clock) {
        this.closedSince = closedSince;
        this.tokenLife = tokenLife;
        this.clock = clock;
    }

    /** On an event loop: in memory only. */
    public boolean denies(LaneSender sender) {
        return sender.session() != null && closed.containsKey(sender.session());
    }

    public Set<UUID> closed() {
        return Set.copyOf(closed.keySet());
    }

    /** Heard from a node that has asked the database. */
    public void learn(Collection<UUID> sessions) {
        closed.values().removeIf(clock.instant().minus(tokenLife).minus(OVERLAP)::isAfter);
        sessions.forEach(session -> closed.putIfAbsent(session, clock.instant()));
    }

    /** Not for an event loop: it asks the database. @return whether somebody has come to the list */
    public synchronized boolean refresh() {
        var now = clock.instant();
        var oldest = now.minus(tokenLife).minus(OVERLAP);
        var since = asked.isBefore(oldest) ? oldest : asked.isBefore(now) ? asked.minus(OVERLAP) : now.minus(OVERLAP);
        try {
            var fresh = closedSince.apply(since);
            asked = now;
            closed.values().removeIf(oldest::isAfter); // no token of theirs counts any longer
            int before = closed.size();
            closed.putAll(fresh);
            return closed.size() > before;
        } catch (RuntimeException e) {
            log.debug("the lane keeps the closed sessions it knows: {}", e.toString());
            return false;
        }
    }
}
