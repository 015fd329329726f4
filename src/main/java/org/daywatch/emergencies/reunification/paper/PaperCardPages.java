package org.daywatch.emergencies.reunification.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.directory.guardians.Guardianship;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.emergencies.reunification.Reunification;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.emergencies.reunification.Reunification.StudentThere;
import org.daywatch.emergencies.reunification.ReunionDoor;
import org.daywatch.emergencies.reunification.ReunionQueries;
import org.daywatch.emergencies.reunification.ReunionWords;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A card on paper, before and after: printed with its number and letters, or typed in when the power is back. */
@Controller
@Needs(Permission.REUNIFY)
public class PaperCardPages {

    private final PaperCards cards;
    private final ReunionDoor door;
    private final ReunionQueries queries;
    private final Guardians guardians;
    private final AtSchool atSchool;

    PaperCardPages(PaperCards cards, ReunionDoor door, ReunionQueries queries, Guardians guardians, AtSchool atSchool) {
        this.cards = cards;
        this.door = door;
        this.queries = queries;
        this.guardians = guardians;
        this.atSchool = atSchool;
    }

    /**
     * @param found by the letters that were typed. @param student once they were chosen. @param list who may collect
     * them
     */
    public record View(Reunification reunification, Campus school, List<StudentThere> found,
            Optional<StudentThere> student, List<Guardianship> list) {}

    @GetMapping("/reunification/{id}/cards/{card}/print")
    @Needs({Permission.REUNIFY, Permission.STUDENTS_READ})
    ModelAndView print(Actor actor, Page page, @PathVariable UUID id, @PathVariable UUID card) {
        var reunification = door.mine(actor, id);
        var pickup = queries.pickup(id, card);
        String student = door.students(actor, page, reunification).stream()
                .filter(there -> there.id().equals(pickup.student())).map(StudentThere::name).findFirst().orElse("");
        return new ModelAndView("emergencies/reunification/paper/card-print",
                Map.of("page", page.titled("reunification.card.title", pickup.card()), "reunification", reunification,
                        "pickup", pickup, "student", student, "school", atSchool.of(actor, reunification.schoolId())));
    }

    @GetMapping("/reunification/{id}/paper")
    ModelAndView form(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String student) {
        var reunification = door.mine(actor, id);
        var students = door.students(actor, page, reunification);
        var chosen = students.stream().filter(p -> p.id().toString().equals(student)).findFirst();
        var found = students.stream().filter(p -> p.place() != StudentPlace.RELEASED && ReunionWords.finds(q, p.name()))
                .limit(20).toList();
        var nameless = door.nameless(actor, reunification);
        var list = chosen.filter(p -> !nameless.contains(p.studentId()))
                .map(p -> Guardianship.onePerGuardian(guardians.ofStudent(p.studentId(), "a card of paper")))
                .orElse(List.of());
        return new ModelAndView("emergencies/reunification/paper/paper-card",
                Map.of("page", page.titled("reunification.paper.title", reunification.site()), "q", q,
                        "view",
                        new View(reunification, atSchool.of(actor, reunification.schoolId()), found, chosen, list)));
    }

    @PostMapping("/reunification/{id}/paper")
    ModelAndView enter(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        var reunification = door.mine(actor, id);
        var zone = atSchool.of(actor, reunification.schoolId()).zone();
        return Act.told(page, form, again -> form(actor, again, id, "", form.getOrDefault("student", "")), () -> {
            var student = Ids.find(form.getOrDefault("student", "")).orElseThrow(
                    () -> new InvalidInput("student", form.getOrDefault("student", ""), "reunification.error.student"));
            cards.enter(ReunionDoor.by(actor), reunification,
                    new PaperCards.Written(student, Ids.find(form.getOrDefault("guardianId", "")).orElse(null),
                            form.getOrDefault("guardian", ""),
                            goneAt(form.getOrDefault("time", ""), reunification.begunAt(), zone),
                            form.getOrDefault("initials", "")),
                    zone);
            Flashes.say(response, "success", page.t("reunification.said.paper"));
            return new ModelAndView("redirect:/reunification/" + id + "/paper");
        });
    }

    /** The first moment after the beginning at which the school's clock showed this. */
    private static Instant goneAt(String text, Instant begun, ZoneId zone) {
        try {
            var then = begun.atZone(zone);
            var at = then.with(LocalTime.parse(text)).withSecond(59);
            return (at.isBefore(then) ? at.plusDays(1) : at.withSecond(at.withSecond(0).isBefore(then) ? 59 : 0))
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput("time", text, "reunification.error.time");
        }
    }
}
