package org.daywatch.emergencies.reunification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.PupilPlace;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The whole of a reunification: numbers that add up, the line with its forecast, who does what, where pupils are. */
@Controller
@Needs(Permission.REUNIFY)
class ReunificationPages {

    private final Reunifications reunifications;
    private final ReunionQueries queries;
    private final RollQueries rolls;
    private final PickupCommands pickups;
    private final AtSchool atSchool;
    private final AuditLog audit;

    ReunificationPages(Reunifications reunifications, ReunionQueries queries, RollQueries rolls, PickupCommands pickups, AtSchool atSchool, AuditLog audit) {
        this.reunifications = reunifications;
        this.queries = queries;
        this.rolls = rolls;
        this.pickups = pickups;
        this.atSchool = atSchool;
        this.audit = audit;
    }

    @GetMapping("/reunification")
    ModelAndView all(Actor actor, Page page, @RequestParam(defaultValue = "") String school) {
        return all(actor, page, atSchool.of(actor, school));
    }

    private ModelAndView all(Actor actor, Page page, Campus school) {
        return new ModelAndView("emergencies/reunification/reunifications", Map.of("page", page.titled("reunification.title", school.name()), "school", school, "schools", atSchool.all(actor),
                "all", queries.ofSchool(school.id()), "calls", rolls.ofSchool(school.id()).stream().limit(5).toList()));
    }

    @PostMapping("/schools/{school}/reunifications")
    ModelAndView begin(Actor actor, Page page, @PathVariable UUID school, @RequestParam(defaultValue = "") String site, @RequestParam(defaultValue = "") String from) {
        var campus = atSchool.of(actor, school);
        try {
            RollCall call = Ids.find(from).map(rolls::get).filter(c -> c.schoolId().equals(school)).orElse(null);
            // What it is follows from the roll call; without one it is said, and never changed.
            AlertStatus status = call != null ? call.status() : Arrays.stream(AlertStatus.values()).filter(s -> s.name().equals(from)).findFirst()
                    .orElseThrow(() -> new InvalidInput("from", from, "reunification.error.status"));
            return new ModelAndView("redirect:/reunification/" + reunifications.begin(actor.person(), campus, status, site, call));
        } catch (InvalidInput wrong) {
            var again = all(actor, page.with(wrong, Map.of("site", site, "from", from)), campus);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
    }

    @GetMapping("/reunification/{id}")
    ModelAndView one(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        var reunification = mine(actor, id);
        if (!page.fragment()) audit.read("Reunification", "reunification " + id, Map.of("school", reunification.schoolId()));
        return one(actor, page, reunification, q);
    }

    private ModelAndView one(Actor actor, Page page, Reunification reunification, String q) {
        var campus = atSchool.of(actor, reunification.schoolId());
        var pupils = queries.pupils(reunification.id());
        var words = q.strip().toLowerCase(java.util.Locale.ROOT);
        var shown = pupils.stream().filter(p -> words.length() >= 2 ? p.name().toLowerCase(java.util.Locale.ROOT).contains(words)
                : p.place() == PupilPlace.MISSING || p.place() == PupilPlace.MEDICAL).limit(60).toList();
        return new ModelAndView("emergencies/reunification/reunification", Map.of("page", page.titled("reunification.one.title", reunification.site()), "reunification", reunification,
                "school", campus, "counts", queries.counts(reunification.id()), "open", queries.open(reunification.id()), "names", names(pupils), "duties", queries.duties(reunification.id()),
                "forecast", queries.forecast(reunification.id()), "shown", shown, "q", q));
    }

    static Map<UUID, String> names(List<Reunification.PupilThere> pupils) {
        return pupils.stream().collect(java.util.stream.Collectors.toMap(Reunification.PupilThere::id, Reunification.PupilThere::name));
    }

    @PostMapping("/reunification/{id}/cards")
    ModelAndView greet(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String guardian) {
        var reunification = mine(actor, id);
        try {
            var pickup = pickups.greet(new PickupCommands.By(actor.person(), actor.name()), reunification, guardian);
            return new ModelAndView("redirect:/reunification/" + id + "/cards/" + pickup.id());
        } catch (InvalidInput wrong) {
            var again = one(actor, page.with(wrong, Map.of("guardian", guardian)), reunification, "");
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
    }

    @PostMapping("/reunification/{id}/pupils/{pupil}")
    String place(Actor actor, @PathVariable UUID id, @PathVariable UUID pupil, @RequestParam(defaultValue = "") String place) {
        reunifications.place(mine(actor, id), pupil, word(PupilPlace.class, "place", place));
        return "redirect:/reunification/" + id;
    }

    @PostMapping("/reunification/{id}/assembly")
    String all(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id) {
        Flashes.say(response, "success", page.t("reunification.said.assembly", reunifications.allAtAssembly(mine(actor, id))));
        return "redirect:/reunification/" + id;
    }

    @PostMapping("/reunification/{id}/duties")
    String duty(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String duty, @RequestParam(defaultValue = "false") boolean end) {
        var word = word(Duty.class, "duty", duty);
        if (end) reunifications.leave(actor, mine(actor, id), word);
        else reunifications.take(actor, mine(actor, id), word);
        return "redirect:/reunification/" + id;
    }

    @Needs(Permission.ALERT_LEAD)
    @PostMapping("/reunification/{id}/closing")
    String close(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id) {
        reunifications.close(mine(actor, id));
        Flashes.say(response, "success", page.t("reunification.said.closed"));
        return "redirect:/reunification/" + id;
    }

    /** Blank cards for the folder: they work without anything that runs on electricity. */
    @GetMapping("/reunification/cards")
    ModelAndView blank(Actor actor, Page page) {
        atSchool.all(actor);
        return new ModelAndView("emergencies/reunification/blank-cards", Map.of("page", page.titled("reunification.blank.title")));
    }

    private static <E extends Enum<E>> E word(Class<E> kind, String field, String text) {
        for (E word : kind.getEnumConstants()) if (word.name().equals(text)) return word;
        throw new InvalidInput(field, text, "reunification.error.choose");
    }

    private Reunification mine(Actor actor, UUID id) {
        var reunification = queries.get(id);
        if (actor.school() != null && !actor.school().equals(reunification.schoolId())) throw new NotFound("reunification " + id);
        return reunification;
    }
}
