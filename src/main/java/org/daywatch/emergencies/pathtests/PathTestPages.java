package org.daywatch.emergencies.pathtests;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlanStore;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the way to devices is broken, from the weekly tests; and where this device says that it stands. */
@Controller
@Needs(Permission.REACH_READ)
public class PathTestPages {

    private static final int SHOWN = 6;

    private final PathTestStore store;
    private final AlertPlaces places;
    private final SchoolRooms rooms;
    private final SitePlanStore plans;
    private final AuditLog audit;
    private final Clock clock;

    PathTestPages(PathTestStore store, AlertPlaces places, SchoolRooms rooms, SitePlanStore plans, AuditLog audit,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.rooms = rooms;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param last null where there was no test yet @param answered devices that answered it, of {@code devices} @param
     * dead places; null before two tests, since one says little
     */
    public record Row(Campus school, @Nullable PathTest last, int answered, int devices, @Nullable Integer dead) {}

    /**
     * @param tests newest first @param counts by test, in the same order: devices that answered @param pushed by test's
     * alert
     */
    public record View(Campus school, List<PathTest> tests, List<Integer> counts, Map<UUID, PathTestStore.Push> pushed,
            List<DeadZones.Place> places, int devices) {

        /** How the plan draws each room of which something is known. */
        public Map<UUID, String> rings() {
            return DeadZones.rooms(places).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, room -> room.getValue() ? "plan-dead" : "plan-heard"));
        }

        public long dead() {
            return places.stream().filter(DeadZones.Place::dead).count();
        }
    }

    public record Here(Campus school, List<Room> rooms) {}

    private static final Map<String, Comparator<Row>> SORTS = Map.of("school",
            Comparator.comparing((Row r) -> r.school().name()), "answered", Comparator.comparing(Row::answered),
            "dead", Comparator.comparing(Row::dead, Comparator.nullsFirst(Comparator.naturalOrder())));

    @GetMapping("/alerts/path-tests")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var asked = paging(parameters);
        var rows = rows(actor, asked);
        var paging = asked.of(rows.size());
        return new ModelAndView("emergencies/pathtests/schools",
                Map.of("page", page.titled("pathtest.title"), "paging", paging, "rows", paging.shown(rows)));
    }

    @GetMapping("/alerts/path-tests.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "path-tests.csv",
                List.of("school", "last_test_at", "devices_that_answered", "devices", "dead_places"),
                rows(actor, paging(parameters)).stream()
                        .map(r -> List.of(r.school().name(), r.last() == null ? "" : r.last().at(),
                                r.last() == null ? "" : r.answered(), r.devices(), r.dead() == null ? "" : r.dead())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/alerts/path-tests", parameters, List.of("school", "answered", "dead"), "-dead");
    }

    private List<Row> rows(Actor actor, Paging asked) {
        return places.of(actor).stream().filter(school -> asked.finds(school.name())).map(this::view)
                .map(v -> new Row(v.school(), v.tests().isEmpty() ? null : v.tests().getFirst(),
                        v.counts().isEmpty() ? 0 : v.counts().getFirst(), v.devices(),
                        v.tests().size() < 2 ? null : (int) v.dead()))
                .sorted(asked.order(SORTS).thenComparing(r -> r.school().name())).toList();
    }

    @GetMapping("/alerts/path-tests/{school}")
    ModelAndView map(Page page, Actor actor, @PathVariable UUID school) {
        return new ModelAndView("emergencies/pathtests/map",
                Map.of("page", page.titled("pathtest.title"), "view", view(places.get(actor, school)), "edits",
                        actor.may(Permission.ALERT_SETUP),
                        "plans", actor.may(Permission.REUNIFY) ? plans.ofSchool(school) : List.<SitePlan>of()));
    }

    View view(Campus school) {
        var tests = store.last(school.id(), SHOWN);
        var answered = store.answered(tests.stream().map(PathTest::alert).toList());
        var devices = store.devices(school.id());
        var known = devices.stream().map(DeadZones.Device::id).toList();
        var counts = tests.stream().map(
                t -> (int) answered.getOrDefault(t.alert(), Map.of()).keySet().stream().filter(known::contains).count())
                .toList();
        return new View(school, tests, counts, store.pushed(tests.stream().map(PathTest::alert).toList()),
                DeadZones.of(devices, tests, answered), devices.size());
    }

    @Needs(Permission.ALERT_READ)
    @GetMapping("/alerts/device")
    ModelAndView device(Page page, Actor actor) {
        var here = places.of(actor).stream().map(school -> new Here(school, rooms.of(school.id()))).toList();
        return new ModelAndView("emergencies/pathtests/device",
                Map.of("page", page.titled("pathtest.device"), "here", here));
    }

    @Needs(Permission.ALERT_READ)
    @PostMapping("/alerts/device")
    @Transactional
    public ModelAndView name(Page page, Actor actor, @RequestParam UUID device, @RequestParam UUID school,
            @RequestParam(defaultValue = "") String room, @RequestParam(defaultValue = "") String place,
            HttpServletResponse response) {
        var campus = places.get(actor, school);
        var chosen = rooms.of(school).stream().filter(r -> r.id().toString().equals(room)).findFirst();
        if (!room.isEmpty() && chosen.isEmpty()) throw new InvalidInput("room", room, page.t("pathtest.room.unknown"));
        String where = chosen.map(Room::name).orElse(place.strip());
        if (where.isEmpty() || where.length() > 80)
            throw new InvalidInput("place", place, page.t("pathtest.place.missing"));
        store.name(device, places.agency(actor), campus, chosen.map(Room::id).orElse(null), where, actor.name(),
                clock.instant());
        audit.act("DevicePlaceNamed", "school " + school, Map.of("place", where));
        Flashes.say(response, "success", page.t("pathtest.device.said", where));
        return new ModelAndView("redirect:/alerts/device");
    }

    @Needs(Permission.ALERT_SETUP)
    @PostMapping("/alerts/path-tests/{school}/devices/{device}/removal")
    @Transactional
    public ModelAndView remove(Page page, Actor actor, @PathVariable UUID school, @PathVariable UUID device,
            HttpServletResponse response) {
        places.get(actor, school);
        if (!store.remove(school, device)) throw new NotFound("device " + device);
        audit.act("DevicePlaceRemoved", "school " + school, Map.of());
        Flashes.say(response, "success", page.t("pathtest.removed"));
        return new ModelAndView("redirect:/alerts/path-tests/" + school);
    }
}
