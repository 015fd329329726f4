package org.daywatch.emergencies.devices.keys;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.devices.attempts.RefusedAttempt;
import org.daywatch.emergencies.devices.attempts.RefusedAttempts;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Devices of others that press: whoever sets up alerts ends a lost one, since its owner may be locked out. */
@Controller
@Needs(Permission.ALERT_SETUP)
public class StaffDevicePages {

    private static final Map<String, Comparator<Row>> SORTS = Map.of("owner", Comparator.comparing(Row::owner), "until",
            Comparator.comparing((Row r) -> r.key().expiresAt()));

    private static final int MOST_ATTEMPTS = 30;

    private final DeviceKeys keys;
    private final RefusedAttempts attempts;
    private final Organizations organizations;
    private final AlertPlaces places;
    private final Campuses campuses;
    private final AuditLog audit;

    StaffDevicePages(DeviceKeys keys, RefusedAttempts attempts, Organizations organizations, AlertPlaces places,
            Campuses campuses, AuditLog audit) {
        this.keys = keys;
        this.attempts = attempts;
        this.organizations = organizations;
        this.places = places;
        this.campuses = campuses;
        this.audit = audit;
    }

    /** @param school its owner's, empty where their place covers more */
    public record Row(DeviceKey key, String owner, String school) {}

    @GetMapping("/devices/all")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var asked = paging(parameters);
        var rows = rows(actor, asked);
        var paging = asked.of(rows.size());
        return new ModelAndView("emergencies/devices/keys/staff",
                Map.of("page", page.titled("devices.all"), "paging", paging, "rows", paging.shown(rows),
                        "attempts", refused(actor)));
    }

    @GetMapping("/devices/all.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        audit.act("DeviceKeysExported", "organization " + actor.tenant(), Map.of());
        Csv.answer(response, "devices.csv",
                List.of("owner", "role", "school", "device", "number", "made_at", "expires_at"),
                rows(actor, paging(parameters)).stream()
                        .map(r -> List.of(r.owner(), r.key().role().name(), r.school(), r.key().label(), r.key().id(),
                                r.key().madeAt(), r.key().expiresAt())));
    }

    /** @param school where it was tried, if that is known */
    public record Attempt(RefusedAttempt attempt, String school, ZoneId zone) {}

    /**
     * Presses that were refused; a principal sees those at their school. A device that pressed in the second after it
     * was registered, before the lane knew it, is no stranger.
     */
    private List<Attempt> refused(Actor actor) {
        var only = places.only(actor);
        var registered = keys.living().stream().map(DeviceKey::id).collect(Collectors.toSet());
        return attempts.list().stream()
                .filter(a -> a.reason() != RefusedAttempt.Reason.UNKNOWN_DEVICE || !registered.contains(a.device()))
                .filter(a -> only.isEmpty() || a.school() != null && only.get().contains(a.school()))
                .limit(MOST_ATTEMPTS).map(a -> {
                    var school = a.school() == null ? Optional.<Campus>empty() : campuses.find(a.school());
                    return new Attempt(a, school.map(Campus::name).orElse(""),
                            school.map(Campus::zone).orElse(ZoneId.of("UTC")));
                }).toList();
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/devices/all", parameters, List.of("owner", "until"), "owner");
    }

    private List<Row> rows(Actor actor, Paging asked) {
        return mine(actor).stream().filter(r -> asked.finds(r.owner(), r.school(), r.key().label()))
                .sorted(asked.order(SORTS).thenComparing(r -> r.key().id())).toList();
    }

    /** Keys that count, of people whose place holds; a principal sees those of their school. */
    private List<Row> mine(Actor actor) {
        var only = places.only(actor);
        var rows = new ArrayList<Row>();
        keys.living().stream().collect(Collectors.groupingBy(DeviceKey::organization)).forEach((org, of) -> {
            var held = organizations.heldBy(org, of.stream().map(DeviceKey::person).distinct().toList());
            for (var key : of) {
                held.stream().filter(p -> p.person().equals(key.person()) && p.role() == key.role())
                        .filter(p -> only.isEmpty() || p.school() != null && only.get().contains(p.school()))
                        .findFirst()
                        .ifPresent(p -> rows.add(new Row(key, p.name(),
                                p.school() == null ? "" : campuses.find(p.school()).map(Campus::name).orElse(""))));
            }
        });
        return rows;
    }

    @PostMapping("/devices/all/{id}/revocation")
    ModelAndView revoke(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var key = mine(actor).stream().map(Row::key).filter(k -> k.id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("device key " + id));
        keys.revoke(key.person(), id);
        Flashes.say(response, "success", page.t("devices.revoked"));
        return new ModelAndView("redirect:/devices/all");
    }
}
