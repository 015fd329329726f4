package org.daywatch.prevention.assessments.desk;

import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.MEASURE;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.assessments.AssessmentAnswers;
import org.daywatch.prevention.assessments.AssessmentAnswers.Photo;
import org.daywatch.prevention.assessments.AssessmentCommand;
import org.daywatch.prevention.assessments.AssessmentCommand.By;
import org.daywatch.prevention.assessments.AssessmentCommands;
import org.daywatch.prevention.assessments.AssessmentDoor;
import org.daywatch.prevention.assessments.AssessmentReadings;
import org.daywatch.prevention.assessments.AssessmentReadings.Reading;
import org.daywatch.prevention.assessments.SiteAssessment;
import org.daywatch.prevention.assessments.results.AssessmentComparison;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingStore;
import org.daywatch.prevention.measures.CostToMend;
import org.daywatch.prevention.measures.Measure;
import org.daywatch.prevention.measures.MeasureStore;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One assessment: how far the campus is, what is missing, who hands it in, who accepts it; and its report. */
@Controller
@Needs(Permission.ASSESSMENTS_READ)
public class AssessmentPages {

    private final AssessmentReadings readings;
    private final AssessmentAnswers answers;
    private final AssessmentCommands commands;
    private final AssessmentDoor door;
    private final MeasureStore measures;
    private final FindingStore findings;
    private final PreventionPlaces places;
    private final AuditLog audit;

    AssessmentPages(AssessmentReadings readings, AssessmentAnswers answers, AssessmentCommands commands, AssessmentDoor door, MeasureStore measures, FindingStore findings,
            PreventionPlaces places, AuditLog audit) {
        this.readings = readings;
        this.answers = answers;
        this.commands = commands;
        this.door = door;
        this.measures = measures;
        this.findings = findings;
        this.places = places;
        this.audit = audit;
    }

    /** @param before the accepted one before it; null: this is the first */
    public record AssessmentView(Reading reading, Campus school, List<Measure> measures, List<Finding> findings, CostToMend cost, List<Photo> photos, @Nullable SiteAssessment before, By by, boolean edits,
            java.time.LocalDate today) {

        public List<Measure> of(String item) {
            return measures.stream().filter(m -> m.item().equals(item)).toList();
        }

        /** The finding of the school about this item that was opened last; null: none. */
        public @Nullable Finding finding(String item) {
            return findings.stream().filter(f -> f.origin().item().equals(item)).max(java.util.Comparator.comparing(f -> f.origin().at())).orElse(null);
        }
    }

    @GetMapping("/assessments/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var view = view(actor, door.mine(actor, id));
        audit.read("SiteAssessment", "assessment " + id, Map.of("school", view.school().id()));
        return new ModelAndView("prevention/assessments/desk/assessment", Map.of("page", page.titled("assessments.one", view.school().name()), "view", view));
    }

    private AssessmentView view(Actor actor, SiteAssessment a) {
        var school = door.school(actor, a);
        var reading = readings.of(a);
        var ofSchool = measures.list(MEASURE.SCHOOL_ID.eq(school.id()));
        return new AssessmentView(reading, school, ofSchool, findings(school), CostToMend.of(ofSchool, reading.gapIds()), answers.photos(a.id()), readings.before(a).orElse(null), door.by(actor),
                AssessmentDoor.edits(actor), places.today(school));
    }

    private List<Finding> findings(Campus school) {
        return findings.list(FINDING.SCHOOL_ID.eq(school.id()).and(FINDING.SOURCE.eq("ASSESSMENT")));
    }

    @GetMapping("/assessments/{id}/comparison")
    ModelAndView comparison(Page page, Actor actor, @PathVariable UUID id) {
        var a = door.mine(actor, id);
        var before = readings.before(a).orElseThrow(() -> new NotFound("an assessment before " + id));
        var then = readings.of(before);
        var now = readings.of(a);
        AssessmentComparison changed = readings.compare(then, now);
        return new ModelAndView("prevention/assessments/desk/comparison", Map.of("page", page.titled("assessments.comparison", door.school(actor, a).name()), "then", then, "now", now,
                "changed", changed, "school", door.school(actor, a), "findings", findings(door.school(actor, a)), "today", places.today(door.school(actor, a))));
    }

    @GetMapping("/assessments/{id}/report.pdf")
    ResponseEntity<byte[]> report(Page page, Actor actor, @PathVariable UUID id) {
        var view = view(actor, door.mine(actor, id));
        audit.act("AssessmentPrinted", "assessment " + id, Map.of("school", view.school().id()));
        var changed = view.before() == null ? null : readings.compare(readings.of(view.before()), view.reading());
        return ResponseEntity.ok().header("Content-Type", "application/pdf").header("Cache-Control", "no-store").header("Content-Disposition", "attachment; filename=\"assessment.pdf\"")
                .body(new AssessmentReport(page, view, changed).pdf());
    }

    @PostMapping("/assessments/{id}/submission")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView submit(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String minutes, HttpServletResponse response) {
        var a = door.mine(actor, id);
        var school = door.school(actor, a);
        return act(page, id, response, "assessments.said.submitted", () -> {
            var walked = Typed.day("day", day);
            if (walked.isAfter(places.today(school))) throw new org.daywatch.platform.errors.InvalidInput("day", day, "assessments.wrong.future");
            var count = commands.count(id).orElseThrow();
            return new AssessmentCommand.Submit(walked, Typed.number("minutes", minutes, 1, 6000, "prevention.wrong.number.minutes"), count.answered(), door.by(actor));
        });
    }

    @PostMapping("/assessments/{id}/acceptance")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView accept(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String counts, @RequestParam(defaultValue = "") String words,
            HttpServletResponse response) {
        door.mine(actor, id);
        return act(page, id, response, "assessments.said.accepted",
                () -> new AssessmentCommand.Accept(counts.equals("true"), commands.count(id).orElseThrow().unanswered(), Typed.cut(words, 600), door.by(actor)));
    }

    @PostMapping("/assessments/{id}/return")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView giveBack(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String words, HttpServletResponse response) {
        door.mine(actor, id);
        return act(page, id, response, "assessments.said.returned", () -> new AssessmentCommand.SendBack(Typed.cut(words, 600), door.by(actor)));
    }

    @PostMapping("/assessments/{id}/withdrawal")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView withdraw(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String words, HttpServletResponse response) {
        door.mine(actor, id);
        return act(page, id, response, "assessments.said.withdrawn", () -> new AssessmentCommand.Withdraw(Typed.cut(words, 600), door.by(actor)));
    }

    private ModelAndView act(Page page, UUID id, HttpServletResponse response, String said, java.util.function.Supplier<AssessmentCommand> command) {
        return Act.on(page, response, "/assessments/" + id, said, () -> commands.handle(id, command.get()));
    }
}
