package org.daywatch.emergencies.devices.hooks;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.devices.Remembered;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.HomeTime;
import org.springframework.stereotype.Component;

/** Hooks and what their buttons mean, in memory; and what came in by them until it is written down. */
@Component
class KnownHooks implements Remembered {

    private static final int MOST_WAITING = 1000; // while the database is away
    private static final Duration NOISE = Duration.ofSeconds(10);

    private final PressHooks hooks;
    private final ProgramRules rules;
    private final Clock clock;
    private final HomeTime home;
    private final Map<UUID, Map<UUID, Known>> byAgency = new ConcurrentHashMap<>();
    private final Map<UUID, LinkedBlockingQueue<PressHook.Message>> waiting = new ConcurrentHashMap<>();
    private final Map<UUID, Long> lastUnsigned = new ConcurrentHashMap<>();

    KnownHooks(PressHooks hooks, ProgramRules rules, Clock clock, HomeTime home) {
        this.hooks = hooks;
        this.rules = rules;
        this.clock = clock;
        this.home = home;
    }

    /** @param clock so far its time may differ from ours */
    record Known(PressHook hook, Map<String, PressHook.Button> buttons, Duration clock) {}

    Optional<Known> find(UUID id) {
        return byAgency.values().stream().map(known -> known.get(id)).filter(Objects::nonNull).findFirst();
    }

    /**
     * Nothing is written on the lane's own threads; of what is not signed one in ten seconds is kept, so that noise
     * hides nothing.
     */
    void came(PressHook hook, String body, PressHook.Outcome outcome, String press) {
        long now = System.nanoTime();
        if (outcome == PressHook.Outcome.NOT_SIGNED) {
            Long last = lastUnsigned.get(hook.id());
            if (last != null && now - last < NOISE.toNanos()) return;
            lastUnsigned.put(hook.id(), now);
        }
        waiting.computeIfAbsent(hook.agency(), agency -> new LinkedBlockingQueue<>(MOST_WAITING))
                .offer(new PressHook.Message(Ids.next(), hook.id(), clock.instant(),
                        body.length() > 4000 ? body.substring(0, 4000) : body, outcome, press));
    }

    @Override
    public boolean refresh(UUID agency) {
        var living = hooks.living();
        if (!living.isEmpty() || byAgency.containsKey(agency)) byAgency.put(agency, known(living));
        write(agency);
        return !living.isEmpty();
    }

    private Map<UUID, Known> known(List<PressHook> living) {
        if (living.isEmpty()) return Map.of();
        var tolerance = Duration.ofSeconds(rules.book().get("HOOK_CLOCK", home.today()).number());
        var buttons = hooks.buttons(living.stream().map(PressHook::id).toList());
        var known = new HashMap<UUID, Known>();
        living.forEach(
                hook -> known.put(hook.id(), new Known(hook, buttons.getOrDefault(hook.id(), Map.of()), tolerance)));
        return Map.copyOf(known);
    }

    private void write(UUID agency) {
        var queue = waiting.get(agency);
        if (queue == null || queue.isEmpty()) return;
        var taken = new ArrayList<PressHook.Message>();
        queue.drainTo(taken);
        try {
            hooks.write(taken);
        } catch (RuntimeException e) {
            taken.forEach(queue::offer); // again in a second
            throw e;
        }
    }
}
