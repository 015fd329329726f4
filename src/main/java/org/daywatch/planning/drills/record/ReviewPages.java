package org.daywatch.planning.drills.record;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.drills.Capability;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillCommand;
import org.daywatch.planning.drills.DrillCommands;
import org.daywatch.planning.drills.DrillDoor;
import org.daywatch.planning.drills.DrillRecords;
import org.daywatch.planning.improvements.Improvement;
import org.daywatch.planning.improvements.ImprovementCommands;
import org.daywatch.planning.improvements.ImprovementPages;
import org.daywatch.planning.improvements.ImprovementQueries;
import org.daywatch.planning.improvements.Owners;
import org.daywatch.planning.places.PeopleAtSchool;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** After a drill: its record, how well what it tried out worked, and what is to be done better. */
@Controller
@Needs(Permission.DRILLS_EDIT)
public class ReviewPages {

    private final DrillDoor door;
    private final DrillCommands commands;
    private final DrillRecords records;
    private final ImprovementCommands improvements;
    private final ImprovementQueries improvementsOf;
    private final PeopleAtSchool people;
    private final AuditLog audit;
    private final Clock clock;

    ReviewPages(DrillDoor door, DrillCommands commands, DrillRecords records, ImprovementCommands improvements,
            ImprovementQueries improvementsOf, PeopleAtSchool people, AuditLog audit, Clock clock) {
        this.door = door;
        this.commands = commands;
        this.records = records;
        this.improvements = improvements;
        this.improvementsOf = improvementsOf;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    public record View(Drill drill, Campus school, DrillRecords.Full record, List<Improvement> improvements,
            LocalDate today) {}

    @GetMapping("/drills/{id}/review")
    ModelAndView show(Page page, Actor actor, @PathVariable UUID id) {
        var view = view(actor, id);
        return new ModelAndView("planning/drills/record/review",
                Map.of("page", page.titled("drills.review"), "view", view, "owners", owners(page, view.school())));
    }

    private Owners owners(Page page, Campus school) {
        return Owners.of(page, people.of(school));
    }

    private View view(Actor actor, UUID id) {
        var drill = door.mine(actor, id);
        var school = door.school(actor, drill);
        return new View(drill, school, door.record(actor, id, records.of(id)), improvementsOf.from(id),
                LocalDate.now(clock.withZone(school.zone())));
    }

    @GetMapping("/drills/{id}/record.pdf")
    @Needs(Permission.DRILLS_READ)
    ResponseEntity<byte[]> pdf(Page page, Actor actor, @PathVariable UUID id) {
        var view = view(actor, id);
        audit.act("DrillRecordMade", "drill " + id, Map.of());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"drill-record.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(DrillSheet.of(page, view));
    }

    @PostMapping("/drills/{id}/record")
    ModelAndView record(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        door.mine(actor, id);
        return Act.typed(page, response, "/drills/" + id + "/review", "drills.said.recorded", "record", form,
                again -> show(again, actor, id), () -> records.write(id, new DrillRecords.Words(
                        population(form.getOrDefault("population", "")), text(form, "weather", 120),
                        text(form, "obstructed", 120), text(form, "agency", 120), text(form, "accommodations", 600),
                        text(form, "alternative", 600), text(form, "problems", 2000), text(form, "strengths", 2000))));
    }

    /** All of them at once: what was not tried out has no rating and stays as it was. */
    @PostMapping("/drills/{id}/ratings")
    ModelAndView rate(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var drill = door.mine(actor, id);
        return Act.typed(page, response, "/drills/" + id + "/review", "drills.said.rated", "ratings", form,
                again -> show(again, actor, id), () -> {
                    var rated = ratings(form);
                    if (rated.isEmpty())
                        throw new InvalidInput("rating-" + Capability.values()[0], "", "drills.wrong.noRating");
                    records.rate(drill, rated, DrillDoor.by(actor));
                });
    }

    private static Map<Capability, DrillRecords.Rated> ratings(Map<String, String> form) {
        var rated = new EnumMap<Capability, DrillRecords.Rated>(Capability.class);
        for (var capability : Capability.values()) {
            String chosen = form.getOrDefault("rating-" + capability, "");
            String words = Typed.cut(form.getOrDefault("words-" + capability, ""), 600);
            if (chosen.isEmpty() && !words.isEmpty())
                throw new InvalidInput("rating-" + capability, "", "drills.wrong.wordsOnly");
            if (chosen.isEmpty()) continue;
            var rating = Arrays.stream(Capability.Rating.values()).filter(r -> r.name().equals(chosen)).findFirst()
                    .orElseThrow(() -> new InvalidInput("rating-" + capability, chosen, "drills.wrong.rating"));
            rated.put(capability, new DrillRecords.Rated(rating, words, ""));
        }
        return rated;
    }

    @PostMapping("/drills/{id}/improvements")
    @Needs(Permission.IMPROVEMENTS_EDIT)
    ModelAndView improve(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            @RequestParam("form") UUID formId, HttpServletResponse response) {
        var drill = door.mine(actor, id);
        var school = door.school(actor, drill);
        return Act.typed(page, response, "/drills/" + id + "/review", "drills.said.improvement", "improve", form,
                again -> show(again, actor, id), () -> {
                    String about = form.getOrDefault("capability", "");
                    var capability = Arrays.stream(Capability.values()).filter(c -> c.name().equals(about)).findFirst()
                            .orElseThrow(() -> new InvalidInput("capability", about, "drills.wrong.rating"));
                    improvements.agree(drill.agencyId(), school,
                            ImprovementPages.wish(form, Improvement.Source.DRILL, id, capability.name(),
                                    LocalDate.now(clock.withZone(school.zone())), owners(page, school)),
                            actor.name(), formId);
                });
    }

    @PostMapping("/drills/{id}/review")
    ModelAndView finish(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var view = view(actor, id);
        return Act.on(page, response, "/drills/" + id, "drills.said.reviewed", () -> {
            var review = new DrillCommand.Review(view.record().worst(), view.improvements().size(),
                    DrillDoor.by(actor));
            door.act(actor, id, review, () -> commands.review(id, review));
        });
    }

    private static String text(Map<String, String> form, String field, int longest) {
        return Typed.cut(form.getOrDefault(field, ""), longest);
    }

    private static @Nullable Integer population(String text) {
        if (text.isBlank()) return null;
        try {
            int people = Integer.parseInt(text.strip());
            if (people >= 0 && people <= 100_000) return people;
        } catch (NumberFormatException unreadable) {
            // said below
        }
        throw new InvalidInput("population", text, "drills.wrong.population");
    }
}
