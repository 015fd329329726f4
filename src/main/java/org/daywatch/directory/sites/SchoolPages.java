package org.daywatch.directory.sites;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.districts.Districts;
import org.daywatch.directory.schoolyears.SchoolYear;
import org.daywatch.directory.sites.Schools.NewSchool;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.places.Distance;
import org.daywatch.platform.places.MapTiles;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of schools, and one school. */
@Controller
class SchoolPages {

    private final SchoolQueries queries;
    private final SchoolStore store;
    private final Schools schools;
    private final Campuses campuses;
    private final Districts districts;
    private final SchoolYear years;
    private final MapTiles tiles;
    private final Clock clock;

    SchoolPages(SchoolQueries queries, SchoolStore store, Schools schools, Campuses campuses, Districts districts,
            SchoolYear years, MapTiles tiles, Clock clock) {
        this.tiles = tiles;
        this.queries = queries;
        this.store = store;
        this.schools = schools;
        this.campuses = campuses;
        this.districts = districts;
        this.years = years;
        this.clock = clock;
    }

    @Bean
    static NavEntry schoolsNav() {
        return NavEntry.of(NavPart.SETUP, 50, "schools.nav", "/schools", "school", Permission.SCHOOLS_READ);
    }

    @Needs(Permission.SCHOOLS_READ)
    @GetMapping("/schools")
    ModelAndView list(@RequestParam Map<String, String> parameters, Page page, Actor actor) {
        var names = districts.names();
        var paging = paging(parameters, actor);
        paging = paging.of(queries.count(paging));
        return new ModelAndView("directory/sites/schools",
                Map.of("page", page.titled("schools.title"), "paging", paging,
                        "rows", queries.page(paging, List.copyOf(names.keySet())), "districts", names, "states",
                        queries.states(),
                        "statuses", queries.statuses(), "mayAdd", actor.may(Permission.SCHOOLS_EDIT)));
    }

    @Needs(Permission.SCHOOLS_READ)
    @GetMapping("/schools.csv")
    void csv(@RequestParam Map<String, String> parameters, Actor actor, HttpServletResponse response) {
        var names = districts.names();
        var rows = queries.all(paging(parameters, actor), List.copyOf(names.keySet()));
        Csv.answer(response, "schools.csv",
                List.of("name", "district", "city", "state", "level", "type", "status", "enrollment", "nces_id", "zone",
                        "position_known", "bells_known"),
                rows.stream().map(r -> Stream.of(r.name(), names.getOrDefault(r.districtId(), ""), r.city(), r.state(),
                        r.level(), r.kind(), r.status(), r.enrollment(), r.ncesId(), r.zone(), r.located(), r.bells())
                        .toList()));
    }

    @Needs(Permission.SCHOOLS_READ)
    @GetMapping("/schools/{id}")
    ModelAndView school(@PathVariable UUID id, Page page, Actor actor) {
        return view(id, page, actor);
    }

    @Needs(Permission.SCHOOLS_EDIT)
    @PostMapping("/schools/{id}/position")
    ModelAndView locate(@PathVariable UUID id, @RequestParam Map<String, String> form, Page page, Actor actor,
            HttpServletResponse response) {
        return act(id, form, page, actor, response, "schools.said.position",
                () -> schools.locate(id, located(Position.pasted(form))));
    }

    private static Position located(Map<String, String> form) {
        int radius = Distance.ofFeet(whole(form, "radius", (int) new Distance(Position.USUAL_RADIUS).feet())).meters();
        return new Position(number(form, "latitude"), number(form, "longitude"), radius,
                Position.corners(form.getOrDefault("boundary", "")));
    }

    @Needs(Permission.SCHOOLS_EDIT)
    @PostMapping("/schools/{id}/details")
    ModelAndView details(@PathVariable UUID id, @RequestParam Map<String, String> form, Page page, Actor actor,
            HttpServletResponse response) {
        return act(id, form, page, actor, response, "schools.said.details",
                () -> schools.details(id, SchoolDetails.read(form)));
    }

    @Needs(Permission.SCHOOLS_EDIT)
    @PostMapping("/schools/{id}/buildings")
    ModelAndView building(@PathVariable UUID id, @RequestParam Map<String, String> form, Page page, Actor actor,
            HttpServletResponse response) {
        return act(id, form, page, actor, response, "schools.said.building",
                () -> schools.addBuilding(id, form.getOrDefault("building", "")));
    }

    @Needs(Permission.SCHOOLS_EDIT)
    @PostMapping("/schools/{id}/rooms")
    ModelAndView room(@PathVariable UUID id, @RequestParam("roomBuilding") UUID building,
            @RequestParam Map<String, String> form, Page page, Actor actor,
            HttpServletResponse response) {
        return act(id, form, page, actor, response, "schools.said.room",
                () -> schools.addRoom(id, building, form.getOrDefault("room", ""),
                        form.getOrDefault("floor", ""), null));
    }

    @Needs(Permission.SCHOOLS_EDIT)
    @GetMapping("/schools/new")
    ModelAndView form(Page page, @RequestParam(defaultValue = "") String district) {
        var state = districts.stateOf(district);
        var start = Map.of("district", district, "state", state, "zone",
                districts.zoneOf(state).map(ZoneId::getId).orElse(""));
        return formView(page.titled("schools.new.title").with(Map.of(), start));
    }

    private ModelAndView formView(Page page) {
        return new ModelAndView("directory/sites/new-school", Map.of("page", page, "districts", districts.names(),
                "tiles", tiles.onThisPage(), "radius", Position.USUAL_RADIUS));
    }

    @Needs(Permission.SCHOOLS_EDIT)
    @PostMapping("/schools")
    ModelAndView add(@RequestParam Map<String, String> form, Page page, HttpServletResponse response) {
        return Act.form(page.titled("schools.new.title"), form, again -> formView(again), () -> {
            String said = form.getOrDefault("district", "");
            var district = districts.find(said)
                    .orElseThrow(() -> new InvalidInput("district", said, "schools.wrong.district"));
            SchoolDetails.refuseWrongGrades(form);
            var pasted = Position.pasted(form);
            var position = new Position(number(pasted, "latitude"), number(pasted, "longitude"), Position.USUAL_RADIUS,
                    List.of());
            var id = schools.add(new NewSchool(district, form.getOrDefault("name", ""),
                    level(form), form.getOrDefault("lowGrade", ""), form.getOrDefault("highGrade", ""),
                    form.getOrDefault("enrollment", "").isBlank() ? null : whole(form, "enrollment", 0),
                    form.getOrDefault("street", ""),
                    form.getOrDefault("city", ""), form.getOrDefault("state", ""), form.getOrDefault("zip", ""),
                    form.getOrDefault("phone", ""), zone(form)));
            if (position.latitude() != null) schools.locate(id, position);
            Flashes.say(response, "success", page.t("schools.said.added"));
            return new ModelAndView("redirect:/schools/" + id);
        });
    }

    private ModelAndView act(UUID id, Map<String, String> form, Page page, Actor actor, HttpServletResponse response,
            String said, Runnable command) {
        return Act.form(page, form, again -> view(id, again, actor), () -> {
            command.run();
            Flashes.say(response, "success", page.t(said));
            return new ModelAndView("redirect:/schools/" + id);
        });
    }

    private ModelAndView view(UUID id, Page page, Actor actor) {
        var school = store.get(id);
        if (actor.school() != null && !actor.school().equals(id)) throw new NotFound("school " + id);
        var campus = campuses.find(id).orElseThrow();
        var year = years.of(campus, LocalDate.ofInstant(clock.instant(), school.zone()));
        boolean mayEdit = actor.may(Permission.SCHOOLS_EDIT);
        var titled = page.titled("schools.one.title", school.name());
        var sheet = new SchoolSheet(titled, school, districts.names().getOrDefault(school.districtId(), ""));
        return new ModelAndView("directory/sites/school",
                Map.of("page", titled, "sheet", sheet, "year", year, "mayEdit", mayEdit,
                        "tiles", mayEdit ? tiles.onThisPage() : tiles, "mayDesk",
                        mayEdit || actor.may(Permission.SCHOOL_DESK), "mayBells", actor.may(Permission.CALENDARS_EDIT),
                        "mayAsk", actor.may(Permission.REQUESTS_MAKE)));
    }

    private static Paging paging(Map<String, String> parameters, Actor actor) {
        var all = new HashMap<>(parameters);
        all.remove("only");
        if (actor.school() != null) all.put("only", actor.school().toString());
        return Paging.read("/schools", all, SchoolQueries.SORTABLE, "name");
    }

    private static @Nullable Double number(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "").strip();
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidInput(field, text, "schools.wrong.number");
        }
    }

    private static int whole(Map<String, String> form, String field, int otherwise) {
        var text = form.getOrDefault(field, "").strip();
        if (text.isEmpty()) return otherwise;
        if (!text.matches("[0-9]{1,6}")) throw new InvalidInput(field, text, "schools.wrong.whole");
        return Integer.parseInt(text);
    }

    private static SchoolLevel level(Map<String, String> form) {
        var text = form.getOrDefault("level", "OTHER");
        return java.util.Arrays.stream(SchoolLevel.values()).filter(l -> l.name().equals(text)).findFirst()
                .orElseThrow(() -> new InvalidInput("level", text, "schools.wrong.level"));
    }

    private static ZoneId zone(Map<String, String> form) {
        return SchoolDetails.zone(form.getOrDefault("zone", "").strip());
    }
}
