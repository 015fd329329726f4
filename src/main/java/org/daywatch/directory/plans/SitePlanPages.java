package org.daywatch.directory.plans;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.plans.SitePlan.Kind;
import org.daywatch.directory.plans.SitePlan.Mark;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.directory.sites.School;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.KeptFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Plans are added and named here; looking at one is an act with a reason. */
@Controller
@Needs(Permission.REUNIFY)
public class SitePlanPages {

    private final SitePlans plans;
    private final SitePlanStore storedPlans;
    private final SchoolRooms rooms;
    private final AtSchool atSchool;

    SitePlanPages(SitePlans plans, SitePlanStore storedPlans, SchoolRooms rooms, AtSchool atSchool) {
        this.plans = plans;
        this.storedPlans = storedPlans;
        this.rooms = rooms;
        this.atSchool = atSchool;
    }

    /** @param rooms of the school's list */
    public record Placing(SitePlan.Sheet sheet, List<School.Room> rooms) {

        public List<School.Room> left() {
            return rooms.stream().filter(room -> !sheet.shows(room.id())).toList();
        }

        public String leftByName() {
            return String.join(", ", left().stream().map(School.Room::name).toList());
        }

        /** Proposed to be put next. */
        public String next() {
            return left().isEmpty() ? "" : left().getFirst().id().toString();
        }
    }

    @GetMapping("/plans")
    ModelAndView list(Actor actor, Page page, @RequestParam(defaultValue = "") String school) {
        return list(actor, page, atSchool.of(actor, school));
    }

    private ModelAndView list(Actor actor, Page page, Campus school) {
        return new ModelAndView("directory/plans/plans",
                Map.of("page", page.titled("siteplans.title", school.name()), "school", school, "schools",
                        atSchool.all(actor),
                        "plans", storedPlans.ofSchool(school.id()), "mayAdd", actor.may(Permission.ALERT_SETUP)));
    }

    @Needs(Permission.ALERT_SETUP)
    @PostMapping("/schools/{school}/plans")
    ModelAndView add(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String name,
            @KeptFile @RequestParam MultipartFile file) throws IOException {
        var campus = atSchool.of(actor, school);
        boolean large = file.getSize() > PlanPicture.LARGEST;
        byte[] bytes = large ? new byte[0] : file.getBytes();
        return Act.form(page, Map.of("name", name), again -> list(actor, again, campus), () -> {
            if (large) throw new InvalidInput("file", "", "siteplans.error.large");
            plans.add(actor.person(), campus, name, bytes);
            Flashes.say(response, "success", page.t("siteplans.said.added"));
            return new ModelAndView("redirect:/plans?school=" + school);
        });
    }

    @GetMapping("/schools/{school}/plans/{plan}")
    ModelAndView sealed(Actor actor, Page page, @PathVariable UUID school, @PathVariable UUID plan) {
        return sealed(actor, page, atSchool.of(actor, school), plan);
    }

    private ModelAndView sealed(Actor actor, Page page, Campus school, UUID id) {
        var plan = storedPlans.get(school.id(), id);
        var schoolRooms = rooms.of(school.id());
        return new ModelAndView("directory/plans/sealed",
                Map.of("page", page.titled("siteplans.one.title", plan.name()), "school", school, "plan", plan,
                        "openings", storedPlans.openings(id),
                        "marks", storedPlans.marks(id), "rooms", schoolRooms, "mayAdd",
                        actor.may(Permission.ALERT_SETUP)));
    }

    @PostMapping("/schools/{school}/plans/{plan}/openings")
    ModelAndView open(Actor actor, Page page, @PathVariable UUID school, @PathVariable UUID plan,
            @RequestParam(defaultValue = "") String purpose) {
        var campus = atSchool.of(actor, school);
        return Act.form(page, Map.of("purpose", purpose), again -> sealed(actor, again, campus, plan), () -> {
            var opening = plans.open(campus.districtId(), school, plan, actor.person(), actor.name(), purpose);
            return new ModelAndView("redirect:/schools/" + school + "/plans/" + plan + "/openings/" + opening.id());
        });
    }

    @GetMapping("/schools/{school}/plans/{plan}/openings/{opening}")
    ModelAndView sheet(Actor actor, Page page, @PathVariable UUID school, @PathVariable UUID plan,
            @PathVariable UUID opening) {
        var campus = atSchool.of(actor, school);
        var sheet = plans.sheet(school, plan, opening, actor.person());
        return new ModelAndView("directory/plans/sheet", Map.of("page",
                page.titled("siteplans.one.title", sheet.plan().name()), "school", campus, "sheet", sheet, "mayAdd",
                actor.may(Permission.ALERT_SETUP)));
    }

    /**
     * Shown inside the page only: opened by itself it is a file to save, so that a drawing runs nothing whatever it
     * holds.
     */
    @GetMapping("/schools/{school}/plans/{plan}/openings/{opening}/picture")
    ResponseEntity<byte[]> picture(Actor actor, @PathVariable UUID school, @PathVariable UUID plan,
            @PathVariable UUID opening) {
        atSchool.of(actor, school);
        var picture = plans.picture(school, plan, opening, actor.person());
        return ResponseEntity.ok().header("Content-Type", picture.mediaType()).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"plan\"").body(picture.bytes());
    }

    /** The opened plan to tap on: room after room is put where it lies. */
    @Needs(Permission.ALERT_SETUP)
    @GetMapping("/schools/{school}/plans/{plan}/openings/{opening}/marks")
    ModelAndView placing(Actor actor, Page page, @PathVariable UUID school, @PathVariable UUID plan,
            @PathVariable UUID opening) {
        return placing(actor, page, atSchool.of(actor, school), plan, opening);
    }

    private ModelAndView placing(Actor actor, Page page, Campus school, UUID plan, UUID opening) {
        return new ModelAndView("directory/plans/place", Map.of("page", page.titled("siteplans.place.title"), "school",
                school, "view", new Placing(plans.sheet(school.id(), plan, opening, actor.person()),
                        rooms.of(school.id()))));
    }

    @Needs(Permission.ALERT_SETUP)
    @PostMapping("/schools/{school}/plans/{plan}/openings/{opening}/marks")
    ModelAndView place(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID plan, @PathVariable UUID opening, @RequestParam Map<String, String> typed) {
        var campus = atSchool.of(actor, school);
        return Act.form(page, typed, again -> placing(actor, again, campus, plan, opening), () -> {
            plans.sheet(school, plan, opening, actor.person());
            var mark = mark(typed, rooms.of(school));
            plans.place(campus, plan, mark);
            Flashes.say(response, "success", page.t("siteplans.said.placed", mark.label()));
            return new ModelAndView(
                    "redirect:/schools/" + school + "/plans/" + plan + "/openings/" + opening + "/marks");
        });
    }

    @Needs(Permission.ALERT_SETUP)
    @PostMapping("/schools/{school}/plans/{plan}/marks/{mark}/removal")
    String unmark(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID plan, @PathVariable UUID mark) {
        plans.takeOff(atSchool.of(actor, school), plan, mark);
        Flashes.say(response, "success", page.t("siteplans.said.unmarked"));
        return "redirect:/schools/" + school + "/plans/" + plan;
    }

    @Needs(Permission.ALERT_SETUP)
    @PostMapping("/schools/{school}/plans/{plan}/marks")
    ModelAndView mark(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID plan, @RequestParam Map<String, String> typed) {
        var campus = atSchool.of(actor, school);
        return Act.form(page, typed, again -> sealed(actor, again, campus, plan), () -> {
            plans.place(campus, plan, mark(typed, rooms.of(school)));
            Flashes.say(response, "success", page.t("siteplans.said.mark"));
            return new ModelAndView("redirect:/schools/" + school + "/plans/" + plan);
        });
    }

    @Needs(Permission.ALERT_SETUP)
    @PostMapping("/schools/{school}/plans/{plan}/removal")
    String remove(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID school,
            @PathVariable UUID plan) {
        plans.remove(atSchool.of(actor, school), plan);
        Flashes.say(response, "success", page.t("siteplans.said.removed"));
        return "redirect:/plans?school=" + school;
    }

    private static Mark mark(Map<String, String> typed, List<School.Room> rooms) {
        var word = typed.getOrDefault("kind", "");
        var kind = Arrays.stream(Kind.values()).filter(k -> k.name().equals(word)).findFirst()
                .orElseThrow(() -> new InvalidInput("kind", word, "siteplans.error.choose"));
        var room = Ids.find(typed.getOrDefault("room", ""))
                .flatMap(id -> rooms.stream().filter(r -> r.id().equals(id)).findFirst());
        if (kind == Kind.ROOM && room.isEmpty())
            throw new InvalidInput("room", typed.getOrDefault("room", ""), "siteplans.error.room");
        var label = kind == Kind.ROOM ? room.map(School.Room::name).orElse("") : typed.getOrDefault("label", "");
        return new Mark(Ids.next(), kind, kind == Kind.ROOM ? room.map(School.Room::id).orElse(null) : null, label,
                percent(typed, "across"), percent(typed, "down"));
    }

    private static double percent(Map<String, String> typed, String field) {
        var text = typed.getOrDefault(field, "").strip();
        if (!text.matches("[0-9]{1,3}([.][0-9]{1,2})?")) throw new InvalidInput(field, text, "siteplans.error.percent");
        return Double.parseDouble(text);
    }
}
