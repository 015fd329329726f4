package org.daywatch.emergencies.devices.hooks;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.lane.LaneAddress;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.ShownOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Hooks as a list, and one hook: its secret when it is new, its buttons, what came in and what it became. */
@Controller
@Needs(Permission.ALERT_SETUP)
public class HookPages {

    private static final int SHOWN = 20;
    private static final int MOST_WITH_ROOMS = 5;

    private final HookSetup setup;
    private final PressHooks hooks;
    private final AlertPlaces places;
    private final SchoolRooms rooms;
    private final Organizations organizations;
    private final LaneAddress lane;
    private final Clock clock;

    HookPages(HookSetup setup, PressHooks hooks, AlertPlaces places, SchoolRooms rooms, Organizations organizations,
            LaneAddress lane, Clock clock) {
        this.setup = setup;
        this.hooks = hooks;
        this.places = places;
        this.rooms = rooms;
        this.organizations = organizations;
        this.lane = lane;
        this.clock = clock;
    }

    /** @param districts those of which they may take all schools: name, by what the form sends */
    public record Listing(List<PressHook> hooks, List<Campus> schools, Map<String, String> districts,
            Map<UUID, Integer> buttons, Instant now) {

        public String where(PressHook hook) {
            return schools.stream().filter(s -> s.id().equals(hook.school())).map(Campus::name).findFirst().orElse("");
        }
    }

    /**
     * @param secret shown once; null afterward @param rooms by school's name, where they are few enough to choose from
     */
    public record View(PressHook hook, @Nullable String secret, List<Campus> schools, Map<String, List<Room>> rooms,
            Collection<PressHook.Button> buttons,
            List<PressHook.Message> messages, String address, Instant now) {

        public ZoneId zone() {
            return schools.isEmpty() ? ZoneId.of("UTC") : schools.getFirst().zone();
        }

        public String name(UUID school) {
            return schools.stream().filter(s -> s.id().equals(school)).map(Campus::name).findFirst().orElse("");
        }
    }

    @GetMapping("/press-hooks")
    ModelAndView list(Page page, Actor actor) {
        var all = setup.list(actor);
        var schools = places.of(actor);
        var buttons = new HashMap<UUID, Integer>();
        hooks.buttons(all.stream().map(PressHook::id).toList()).forEach((hook, of) -> buttons.put(hook, of.size()));
        return new ModelAndView("emergencies/devices/hooks/hooks", Map.of("page", page.titled("hooks.title"), "view",
                new Listing(all, schools, districts(actor, schools), buttons, clock.instant())));
    }

    private Map<String, String> districts(Actor actor, List<Campus> schools) {
        var all = new LinkedHashMap<String, String>();
        if (places.only(actor).isPresent()) return all;
        var first = new LinkedHashMap<UUID, UUID>();
        schools.forEach(s -> first.putIfAbsent(s.districtId(), s.id()));
        first.forEach((district, school) -> all.put("all:" + school,
                organizations.find(district).map(Organizations.Organization::name).orElse("")));
        return all;
    }

    @PostMapping("/press-hooks")
    ModelAndView make(Page page, Actor actor, @RequestParam Map<String, String> form, HttpServletResponse response) {
        return Act.form(page, form, again -> list(again, actor), () -> {
            var made = setup.make(actor, form.getOrDefault("label", ""), form.getOrDefault("at", ""),
                    form.getOrDefault("buttonField", "button"), form.getOrDefault("eventField", "event"));
            return once(page, actor, made, response);
        });
    }

    @GetMapping("/press-hooks/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        return view(page, actor, setup.get(actor, id), null);
    }

    @PostMapping("/press-hooks/{id}/secret")
    ModelAndView rotate(Page page, Actor actor, @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean leaked, HttpServletResponse response) {
        return once(page, actor, setup.rotate(actor, id, leaked), response);
    }

    private ModelAndView once(Page page, Actor actor, HookSetup.Made made, HttpServletResponse response) {
        ShownOnce.beside(response, "/press-hooks/" + made.hook().id());
        return view(page, actor, made.hook(), made.secret());
    }

    ModelAndView view(Page page, Actor actor, PressHook hook, @Nullable String secret) {
        var schools = setup.schools(actor, hook);
        var choices = new LinkedHashMap<String, List<Room>>();
        if (schools.size() <= MOST_WITH_ROOMS) schools.forEach(s -> choices.put(s.name(), rooms.of(s.id())));
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("hooks.one", hook.label()));
        model.put("view",
                new View(hook, secret, schools, choices,
                        hooks.buttons(List.of(hook.id())).getOrDefault(hook.id(), Map.of()).values(),
                        hooks.messages(hook.id(), SHOWN),
                        lane.get() + "/lane/presses", clock.instant()));
        return new ModelAndView("emergencies/devices/hooks/hook", model);
    }
}
