package org.daywatch.emergencies.devices.keys;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.devices.Remembered;
import org.daywatch.emergencies.devices.attempts.RefusedAttempt.Reason;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Organizations.Held;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.RolePermissions;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;

/**
 * Keys that count, in memory, each with what its owner may press. A key drops out when it is revoked, has expired, or
 * its owner no longer holds the place they registered it in. A locked account changes nothing: it is not even asked
 * about.
 */
@Component
public class KnownKeys implements Remembered {

    private final DeviceKeys keys;
    private final Organizations organizations;
    private final RolePermissions permissions;
    private final OfficerSchools officers;
    private final ProgramRules rules;
    private final Clock clock;
    private final HomeTime home;
    private final Map<UUID, Map<UUID, Known>> byAgency = new java.util.concurrent.ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, DeviceDoor.Claim>> endedByAgency = new java.util.concurrent.ConcurrentHashMap<>();

    KnownKeys(DeviceKeys keys, Organizations organizations, RolePermissions permissions, OfficerSchools officers,
            ProgramRules rules, Clock clock, HomeTime home) {
        this.keys = keys;
        this.organizations = organizations;
        this.permissions = permissions;
        this.officers = officers;
        this.rules = rules;
        this.clock = clock;
        this.home = home;
    }

    /** @param clock so far its time may differ from ours */
    record Known(PublicKey key, LaneSender sender, Duration clock, String label) {}

    Optional<Known> find(UUID id) {
        return byAgency.values().stream().map(known -> known.get(id)).filter(java.util.Objects::nonNull).findFirst();
    }

    /** What is known of a key that opens nothing any more. */
    Optional<DeviceDoor.Claim> ended(UUID id) {
        return endedByAgency.values().stream().map(ended -> ended.get(id)).filter(java.util.Objects::nonNull)
                .findFirst();
    }

    @Override
    public boolean refresh(UUID agency) {
        var all = keys.lately();
        var living = all.stream().filter(key -> key.counts(clock.instant())).toList();
        var known = living.isEmpty() ? Map.<UUID, Known>of() : known(agency, living);
        byAgency.put(agency, known);
        endedByAgency.put(agency, all.stream().filter(key -> !known.containsKey(key.id()))
                .collect(Collectors.toUnmodifiableMap(DeviceKey::id, this::ended)));
        return !all.isEmpty();
    }

    private DeviceDoor.Claim ended(DeviceKey key) {
        var reason = key.revokedAt() != null
                ? Reason.REVOKED
                : key.counts(clock.instant()) ? Reason.OWNER_LEFT : Reason.EXPIRED;
        return new DeviceDoor.Claim(key.id(), key.agency(), key.district(), key.label(), reason);
    }

    private Map<UUID, Known> known(UUID agency, List<DeviceKey> living) {
        var may = permissions.all();
        var held = new HashMap<UUID, List<Held>>();
        living.stream().collect(Collectors.groupingBy(DeviceKey::organization)).forEach((org, of) -> held.put(org,
                organizations.heldBy(org, of.stream().map(DeviceKey::person).distinct().toList())));
        var posts = officers.of(
                living.stream().filter(key -> key.role() == Role.OFFICER).map(DeviceKey::person).distinct().toList());
        var tolerance = Duration.ofSeconds(rules.book().get("DEVICE_CLOCK", home.today()).number());
        var known = new HashMap<UUID, Known>();
        for (var key : living) {
            if (!may.get(key.role()).contains(Permission.ALERT_PRESS)) continue;
            held.get(key.organization()).stream()
                    .filter(place -> place.person().equals(key.person()) && place.role() == key.role()).findFirst()
                    .ifPresent(place -> known.put(key.id(), new Known(Ed25519Text.key(key.publicKey()),
                            sender(agency, key, place, posts)
                                    .starting(may.get(key.role()).contains(Permission.DRILLS_RUN)),
                            tolerance, key.label())));
        }
        return Map.copyOf(known);
    }

    /**
     * An officer presses where they have a shift now, others at their school or in their district: as on the page. It
     * never watches.
     */
    private static LaneSender sender(UUID agency, DeviceKey key, Held place, Map<UUID, Map<UUID, UUID>> posts) {
        var schools = key.district() == null
                ? posts.getOrDefault(key.person(), Map.of())
                : place.school() == null ? Map.<UUID, UUID>of() : Map.of(place.school(), key.district());
        boolean wide = key.district() != null && !key.role().atOneSchool();
        return new LaneSender(agency, key.district(), wide, schools, key.person(), place.name(), true, true, false,
                key.expiresAt());
    }
}
