package org.daywatch.emergencies.devices.keys;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.daywatch.emergencies.devices.Remembered;
import org.daywatch.emergencies.devices.attempts.RefusedAttempt.Reason;
import org.daywatch.emergencies.devices.attempts.RefusedAttempt;
import org.daywatch.emergencies.devices.attempts.RefusedAttempts;
import org.daywatch.emergencies.lane.LaneRefusals;
import org.daywatch.emergencies.lane.LaneRequest;
import org.daywatch.emergencies.lane.LaneSchools;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps in memory what was refused until the next round writes it down: of each device, or of each school where the
 * device is unknown, one in ten seconds, so that noise hides nothing and costs nothing. A page's token that has merely
 * run out is no attempt.
 */
@Component
class AttemptsHeard implements LaneRefusals, Remembered {

    private static final int MOST_WAITING = 200;
    private static final int MOST_KNOWN = 10_000;
    private static final Duration NOISE = Duration.ofSeconds(10);
    private static final String BEARER = "Bearer ";
    private static final Pattern SCHOOL = Pattern.compile("\"school\"\\s*:\\s*\"([0-9a-fA-F-]{36})\"");

    private final DeviceDoor door;
    private final LaneTokens tokens;
    private final LaneSchools schools;
    private final RefusedAttempts attempts;
    private final Clock clock;
    private final Map<UUID, LinkedBlockingQueue<RefusedAttempt>> waiting = new ConcurrentHashMap<>();
    private final Map<UUID, Long> last = new ConcurrentHashMap<>();

    AttemptsHeard(DeviceDoor door, LaneTokens tokens, LaneSchools schools, RefusedAttempts attempts, Clock clock) {
        this.door = door;
        this.tokens = tokens;
        this.schools = schools;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public void refused(LaneRequest request, String key) {
        var named = school(request);
        var home = named.flatMap(schools::home);
        var device = door.refused(request);
        if (device.isPresent()) {
            var d = device.get();
            var reason = key.equals("lane.refused.school") ? Reason.OTHER_SCHOOL : d.reason();
            // At whose school somebody tried concerns them, whosever device it is; where it names none of ours, its owner's people.
            if (home.isPresent())
                keep(home.get().agency(), home.get().district(), named.get(), d.id(),
                        home.get().agency().equals(d.agency()) ? d.label() : "", reason);
            else
                if (d.agency() != null) keep(d.agency(), d.district(), null, d.id(), d.label(), reason);
            return;
        }
        String bearer = request.header("authorization").orElse("");
        if (home.isEmpty() || !bearer.startsWith(BEARER)) return;
        boolean ours = tokens.isOurs(bearer.substring(BEARER.length()));
        boolean living = tokens.open(bearer.substring(BEARER.length())).isPresent();
        if (ours && !living) return;
        var reason = !ours
                ? Reason.FORGED_TOKEN
                : key.equals("lane.refused.school") ? Reason.OTHER_SCHOOL : Reason.SIGNED_OUT;
        keep(home.get().agency(), home.get().district(), named.get(), null, "", reason);
    }

    private static Optional<UUID> school(LaneRequest request) {
        var found = SCHOOL.matcher(new String(request.body(), StandardCharsets.UTF_8));
        return found.find() ? Ids.find(found.group(1)) : Optional.empty();
    }

    private void keep(UUID agency, @Nullable UUID district, @Nullable UUID school, @Nullable UUID device, String label,
            Reason reason) {
        UUID what = device != null && !label.isEmpty() ? device : school != null ? school : agency;
        long now = System.nanoTime();
        Long before = last.get(what);
        if (before != null && now - before < NOISE.toNanos()) return;
        if (last.size() > MOST_KNOWN) last.clear();
        last.put(what, now);
        waiting.computeIfAbsent(agency, a -> new LinkedBlockingQueue<>(MOST_WAITING)).offer(
                new RefusedAttempt(agency, Ids.next(), district, school, device, label, reason, clock.instant()));
    }

    @Override
    public boolean refresh(UUID agency) {
        var queue = waiting.get(agency);
        if (queue == null || queue.isEmpty()) return false;
        List<RefusedAttempt> taken = new ArrayList<>();
        queue.drainTo(taken);
        try {
            attempts.write(agency, taken);
        } catch (RuntimeException e) {
            taken.forEach(queue::offer); // again with the next round
            throw e;
        }
        return false;
    }
}
