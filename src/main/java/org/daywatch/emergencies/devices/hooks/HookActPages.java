package org.daywatch.emergencies.devices.hooks;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.Shelter;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What buttons of a hook mean, test presses, the end of a hook. */
@Controller
@Needs(Permission.ALERT_SETUP)
class HookActPages {

    private final HookSetup setup;
    private final HookPages pages;
    private final PressHooks hooks;
    private final SchoolRooms rooms;
    private final LaneLog lane;
    private final Clock clock;

    HookActPages(HookSetup setup, HookPages pages, PressHooks hooks, SchoolRooms rooms, LaneLog lane, Clock clock) {
        this.setup = setup;
        this.pages = pages;
        this.hooks = hooks;
        this.rooms = rooms;
        this.lane = lane;
        this.clock = clock;
    }

    @PostMapping("/press-hooks/{id}/buttons")
    ModelAndView set(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var hook = setup.get(actor, id);
        return Act.form(page, form, again -> pages.view(again, actor, hook, null), () -> {
            setup.set(actor, id, read(form, hook, actor));
            Flashes.say(response, "success", page.t("hooks.said.button", form.get("button")));
            return new ModelAndView("redirect:/press-hooks/" + id);
        });
    }

    private PressHook.Button read(Map<String, String> form, PressHook hook, Actor actor) {
        var wrong = new ArrayList<FieldError>();
        String button = form.getOrDefault("button", "").strip();
        if (button.isEmpty() || button.length() > 120) wrong.add(new FieldError("button", button, "hooks.wrong.name"));
        var school = hook.school() != null ? hook.school() : Ids.find(form.getOrDefault("school", "")).orElse(null);
        if (school == null) wrong.add(new FieldError("school", form.getOrDefault("school", ""), "alert.wrong.school"));
        List<Room> known = school == null ? List.of() : rooms.of(school);
        var room = known.stream().filter(r -> r.id().toString().equals(form.getOrDefault("room", ""))).findFirst();
        String place = form.getOrDefault("place", "").strip();
        if (place.isEmpty()) place = room.map(Room::name).orElse("");
        if (place.isEmpty() || place.length() > 120) wrong.add(new FieldError("place", place, "hooks.wrong.place"));
        var action = one(ProtocolAction.values(), form.getOrDefault("action", ""));
        if (action == null) wrong.add(new FieldError("action", form.getOrDefault("action", ""), "alert.wrong.action"));
        var status = one(AlertStatus.values(), form.getOrDefault("status", ""));
        if (status == null) wrong.add(new FieldError("status", form.getOrDefault("status", ""), "alert.wrong.status"));
        String detail = action == ProtocolAction.SHELTER ? form.getOrDefault("detail", "") : "";
        if (action == ProtocolAction.SHELTER && !Shelter.pairs().contains(detail))
            wrong.add(new FieldError("detail", detail, "alert.wrong.detail"));
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
        return new PressHook.Button(button, school, room.map(Room::id).orElse(null), place, action, detail, status,
                actor.name(), clock.instant());
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, String name) {
        for (var value : values) if (value.name().equals(name)) return value;
        return null;
    }

    @PostMapping("/press-hooks/{id}/buttons/removal")
    ModelAndView remove(Page page, Actor actor, @PathVariable UUID id, @RequestParam String button,
            HttpServletResponse response) {
        setup.remove(actor, id, button);
        Flashes.say(response, "success", page.t("hooks.said.removed", button));
        return new ModelAndView("redirect:/press-hooks/" + id);
    }

    /** So long every press of the hook is a test: for pressing the real buttons, one by one. */
    @PostMapping("/press-hooks/{id}/testing")
    ModelAndView testing(Page page, Actor actor, @PathVariable UUID id, @RequestParam boolean on,
            HttpServletResponse response) {
        setup.test(actor, id, on);
        Flashes.say(response, "success", page.t(on ? "hooks.said.testing" : "hooks.said.tested"));
        return new ModelAndView("redirect:/press-hooks/" + id);
    }

    /** Without the button: the message its vendor would send, taken the same way, as a test. */
    @PostMapping("/press-hooks/{id}/test-press")
    ModelAndView press(Page page, Actor actor, @PathVariable UUID id, @RequestParam String button,
            HttpServletResponse response) throws InterruptedException {
        var hook = setup.get(actor, id);
        var means = hooks.buttons(List.of(id)).getOrDefault(id, Map.of()).get(button);
        if (means == null || hook.revokedAt() != null) throw new NotFound("button " + button);
        String body = HookMessage.example(hook, button, Ids.next().toString());
        var message = HookMessage.read(body.getBytes(StandardCharsets.UTF_8), hook, clock.instant());
        var said = message.press(means, true);
        var press = new LaneEntry.Press(message.press(), hook.agency(), hook.district(), means.school(),
                AlertStatus.TEST, means.action(), means.detail(), means.room(), means.place(), "",
                LaneEntry.Source.WEBHOOK, null, hook.label() + ": " + means.place(), null, clock.instant());
        try {
            lane.accept(press).get(5, TimeUnit.SECONDS);
            hooks.write(List.of(new PressHook.Message(Ids.next(), id, clock.instant(), body, PressHook.Outcome.TESTED,
                    HookMessage.json(said))));
            Flashes.say(response, "success", page.t("hooks.said.pressed"));
        } catch (ExecutionException | TimeoutException e) {
            Flashes.say(response, "error", page.t("lane.refused.disk"));
        }
        return new ModelAndView("redirect:/press-hooks/" + id);
    }

    @PostMapping("/press-hooks/{id}/revocation")
    ModelAndView revoke(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        setup.revoke(actor, id);
        Flashes.say(response, "success", page.t("hooks.said.revoked"));
        return new ModelAndView("redirect:/press-hooks/" + id);
    }
}
