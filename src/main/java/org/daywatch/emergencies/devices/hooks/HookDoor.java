package org.daywatch.emergencies.devices.hooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.lane.LaneDoor;
import org.daywatch.emergencies.lane.LaneRequest;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.SteadyTime;
import org.springframework.stereotype.Component;

/**
 * A vendor's service proves itself by the headers Daywatch-Hook (the hook's id), Daywatch-Time (seconds since 1970) and
 * Daywatch-Signature (hex): HMAC-SHA256 with the hook's secret over time, a full stop, and the body. What its button
 * means stands on the hook's page. It reads nothing.
 */
@Component
class HookDoor implements LaneDoor {

    private static final String HOOK = "daywatch-hook";
    private static final String UNKNOWN = "hooks.wrong.button";

    private final KnownHooks hooks;
    private final HookSecrets secrets;
    private final SteadyTime steady;
    private final Clock clock;

    HookDoor(KnownHooks hooks, HookSecrets secrets, SteadyTime steady) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.steady = steady;
        this.clock = steady.expiry();
    }

    @Override
    public boolean claimed(LaneRequest request) {
        return request.header(HOOK).isPresent();
    }

    @Override
    public Optional<LaneSender> open(LaneRequest request) {
        var known = known(request);
        if (known.isEmpty()) return Optional.empty();
        if (!signed(request, known.get())) {
            hooks.came(known.get().hook(), text(request), PressHook.Outcome.NOT_SIGNED, "");
            return Optional.empty();
        }
        return Optional.of(sender(known.get(), name(request, known.get())));
    }

    private Optional<KnownHooks.Known> known(LaneRequest request) {
        return request.header(HOOK).flatMap(Ids::find).flatMap(hooks::find);
    }

    private boolean signed(LaneRequest request, KnownHooks.Known known) {
        var now = clock.instant();
        String time = request.header("daywatch-time").orElse("");
        String said = request.header("daywatch-signature").orElse("");
        if (!time.matches("[0-9]{1,11}") || !said.matches("[0-9a-fA-F]{64}")) return false;
        if (!steady.isNear(Instant.ofEpochSecond(Long.parseLong(time)), known.clock())) return false;
        byte[] signature = HexFormat.of().parseHex(said);
        var hook = known.hook();
        return MessageDigest.isEqual(signature,
                HookSecrets.signature(secrets.of(hook.id(), hook.secretNumber()), time, request.body()))
                || hook.oldSecretCounts(now) && MessageDigest.isEqual(signature,
                        HookSecrets.signature(secrets.of(hook.id(), hook.secretNumber() - 1), time, request.body()));
    }

    /** Shown as the presser, and what limits are counted by: hook and button. */
    private static String name(LaneRequest request, KnownHooks.Known known) {
        try {
            var message = read(request, known);
            var button = known.buttons().get(message.button());
            return known.hook().label() + ": " + (button == null ? message.button() : button.place());
        } catch (InvalidInput unreadable) {
            return known.hook().label();
        }
    }

    private static LaneSender sender(KnownHooks.Known known, String name) {
        var hook = known.hook();
        var schools = new HashMap<UUID, UUID>();
        known.buttons().values().forEach(button -> schools.put(button.school(), hook.district()));
        return new LaneSender(hook.agency(), hook.district(), false, schools, null, name, true, false, false,
                Instant.MAX).starting(false);
    }

    @Override
    public byte[] inOurWords(LaneRequest request) {
        var known = known(request).orElseThrow();
        try {
            var message = read(request, known);
            var button = known.buttons().get(message.button());
            if (button == null) throw new InvalidInput(known.hook().buttonField(), message.button(), UNKNOWN);
            var press = message.press(button, known.hook().testing(clock.instant()));
            String said = HookMessage.json(press);
            hooks.came(known.hook(), text(request),
                    isTest(press) ? PressHook.Outcome.TESTED : PressHook.Outcome.PRESSED, said);
            return said.getBytes(StandardCharsets.UTF_8);
        } catch (InvalidInput wrong) {
            boolean unknown = wrong.errors().getFirst().message().equals(UNKNOWN);
            hooks.came(known.hook(), text(request),
                    unknown ? PressHook.Outcome.UNKNOWN_BUTTON : PressHook.Outcome.UNREADABLE, "");
            throw wrong;
        }
    }

    private static boolean isTest(Map<String, String> press) {
        return AlertStatus.TEST.name().equals(press.get("status"));
    }

    private static HookMessage read(LaneRequest request, KnownHooks.Known known) {
        return HookMessage.read(request.body(), known.hook(),
                Instant.ofEpochSecond(Long.parseLong(request.header("daywatch-time").orElse("0"))));
    }

    private static String text(LaneRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
