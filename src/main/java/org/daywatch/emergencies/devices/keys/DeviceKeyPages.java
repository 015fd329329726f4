package org.daywatch.emergencies.devices.keys;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.devices.DeviceRefresh;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** My devices that press: this browser by its button, any other by its public key. */
@Controller
@Needs(Permission.ALERT_PRESS)
public class DeviceKeyPages {

    private final DeviceKeys keys;
    private final ObjectProvider<DeviceRefresh> lane;
    private final Clock clock;

    DeviceKeyPages(DeviceKeys keys, ObjectProvider<DeviceRefresh> lane, Clock clock) {
        this.keys = keys;
        this.lane = lane;
        this.clock = clock;
    }

    /** @param state COUNTS, EXPIRED or REVOKED */
    public record Line(DeviceKey key, String state) {}

    @GetMapping("/devices")
    ModelAndView list(Page page, Actor actor) {
        return new ModelAndView("emergencies/devices/keys/keys",
                Map.of("page", page.titled("devices.title"), "lines", lines(actor)));
    }

    private List<Line> lines(Actor actor) {
        var now = clock.instant();
        return keys.of(actor.person()).stream()
                .map(key -> new Line(key, key.revokedAt() != null ? "REVOKED" : key.counts(now) ? "COUNTS" : "EXPIRED"))
                .toList();
    }

    @PostMapping("/devices")
    ModelAndView register(Page page, Actor actor, @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String key, HttpServletResponse response) {
        return Act.form(page.titled("devices.title"), Map.of("label", label, "key", key),
                again -> new ModelAndView("emergencies/devices/keys/keys", Map.of("page", again, "lines",
                        lines(actor))),
                () -> {
                    var made = keys.register(actor, label, key);
                    lane.ifAvailable(refresh -> refresh.has(made.agency()));
                    Flashes.say(response, "success", page.t("devices.said", made.label()));
                    return new ModelAndView("redirect:/devices");
                });
    }

    /** The same for the button of this page: the answer says by which id this browser signs. */
    @PostMapping("/devices/here")
    ResponseEntity<Map<String, String>> here(Page page, Actor actor, @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String key) {
        return Act.answer(wrong -> ResponseEntity.badRequest().body(Map.of("detail", Act.sentence(page, wrong))),
                () -> {
                    var made = keys.register(actor, label, key);
                    lane.ifAvailable(refresh -> refresh.has(made.agency()));
                    return ResponseEntity
                            .ok(Map.of("id", made.id().toString(), "person", made.person().toString(), "label",
                                    made.label()));
                });
    }

    @PostMapping("/devices/{id}/revocation")
    ModelAndView revoke(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        keys.revoke(actor.person(), id);
        Flashes.say(response, "success", page.t("devices.revoked"));
        return new ModelAndView("redirect:/devices");
    }
}
