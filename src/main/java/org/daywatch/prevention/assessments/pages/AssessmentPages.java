package org.daywatch.prevention.assessments.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.directory.Campus;
import org.daywatch.directory.plans.SchoolPlans;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.prevention.assessments.AssessmentAnswers.Photo;
import org.daywatch.prevention.assessments.AssessmentAnswers;
import org.daywatch.prevention.assessments.AssessmentCommand.By;
import org.daywatch.prevention.assessments.AssessmentCommand;
import org.daywatch.prevention.assessments.AssessmentCommands;
import org.daywatch.prevention.assessments.AssessmentDoor;
import org.daywatch.prevention.assessments.AssessmentReadings.Reading;
import org.daywatch.prevention.assessments.AssessmentReadings;
import org.daywatch.prevention.assessments.GapFollow;
import org.daywatch.prevention.assessments.GapFollows;
import org.daywatch.prevention.assessments.SiteAssessment.Assessor;
import org.daywatch.prevention.assessments.SiteAssessment;
import org.daywatch.prevention.assessments.results.AssessmentComparison;
import org.daywatch.prevention.findings.Finding;
import org.daywatch.prevention.findings.FindingSentences;
import org.daywatch.prevention.measures.CostToMend;
import org.daywatch.prevention.measures.Measure;
import org.daywatch.prevention.measures.MeasureSentences.Said;
import org.daywatch.prevention.measures.MeasureSentences;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.siteplans.PlanPointing;
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
    private final GapFollows follows;
    private final SchoolPlans plans;
    private final PlanPointing pointing;
    private final FindingSentences sentences;
    private final MeasureSentences measured;
    private final PreventionPlaces places;
    private final AuditLog audit;

    AssessmentPages(AssessmentReadings readings, AssessmentAnswers answers, AssessmentCommands commands,
            AssessmentDoor door, GapFollows follows,
            SchoolPlans plans, PlanPointing pointing, FindingSentences sentences, MeasureSentences measured,
            PreventionPlaces places, AuditLog audit) {
        this.readings = readings;
        this.answers = answers;
        this.commands = commands;
        this.door = door;
        this.follows = follows;
        this.plans = plans;
        this.pointing = pointing;
        this.sentences = sentences;
        this.measured = measured;
        this.places = places;
        this.audit = audit;
    }

    /**
     * @param before the accepted one before it; null: this is the first. @param registerAsked of a provider from
     * outside
     */
    public record AssessmentView(Reading reading, Campus school, GapFollow follow, Map<UUID, Said> said,
            CostToMend cost, List<Photo> photos, PlacedOnPlan placed, List<SitePlan> plans, List<SitePlan.Sheet> sheets,
            @Nullable SiteAssessment before, By by, boolean edits, boolean registerAsked, LocalDate today) {

        public List<Measure> of(String item) {
            return follow.measures(item);
        }

        public Said said(Measure m) {
            return said.getOrDefault(m.id(), new Said(m.what(), m.about()));
        }

        /** The finding of the school about this item that was opened last; null: none. */
        public @Nullable Finding finding(String item) {
            return follow.finding(item);
        }

        /** Somebody else has looked since: what was missing then is there now. */
        public boolean mended(String item) {
            return follow.mended(item);
        }

        public List<Photo> photosOf(String item) {
            return photos.stream().filter(photo -> photo.item().equals(item)).toList();
        }

        /** They handed it in or answered in it. */
        public boolean own() {
            return reading.assessment().ownWork(by.person(), reading.answeredBy());
        }
    }

    @GetMapping("/assessments/{id}")
    public ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var view = view(page, actor, door.mine(actor, id));
        audit.read("SiteAssessment", "assessment " + id, Map.of("school", view.school().id()));
        return new ModelAndView("prevention/assessments/pages/assessment",
                Map.of("page", page.titled("assessments.one", view.school().name()), "view", view));
    }

    private AssessmentView view(Page page, Actor actor, SiteAssessment a) {
        var school = door.school(actor, a);
        var reading = readings.of(a);
        var photos = answers.photos(a.id());
        var follow = follows.of(reading);
        return new AssessmentView(reading, school, follow, measured.in(page.lang(), follow.measures()), follow.cost(),
                photos, PlacedOnPlan.of(reading, photos),
                plans.of(school).stream().map(SchoolPlans.Marked::plan).toList(),
                plans.openNow(school, actor.person(), purpose(page, school)), readings.before(a).orElse(null),
                door.by(actor),
                AssessmentDoor.edits(actor), door.registerAsked(school), places.today(school));
    }

    /** The same words as where things are placed, so that one opening serves for both. */
    private static String purpose(Page page, Campus school) {
        return page.t("assessments.plan.purpose", school.name());
    }

    @PostMapping("/assessments/{id}/plan/{plan}/openings")
    ModelAndView openPlan(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID plan) {
        var school = door.school(actor, door.mine(actor, id));
        plans.open(school, plan, actor.person(), actor.name(), purpose(page, school));
        return new ModelAndView("redirect:/assessments/" + id + "#plan");
    }

    @GetMapping("/assessments/{id}/plan/{plan}/openings/{opening}/picture")
    ResponseEntity<byte[]> picture(Actor actor, @PathVariable UUID id, @PathVariable UUID plan,
            @PathVariable UUID opening) {
        return pointing.picture(actor, door.school(actor, door.mine(actor, id)), plan, opening);
    }

    @GetMapping("/assessments/{id}/comparison")
    ModelAndView comparison(Page page, Actor actor, @PathVariable UUID id) {
        var a = door.mine(actor, id);
        var before = readings.before(a).orElseThrow(() -> new NotFound("an assessment before " + id));
        var then = readings.of(before);
        var now = readings.of(a);
        AssessmentComparison changed = readings.compare(then, now);
        var findings = follows.of(now).findings();
        return new ModelAndView("prevention/assessments/pages/comparison",
                Map.of("said", sentences.in(page.lang(), findings),
                        "page", page.titled("assessments.comparison", door.school(actor, a).name()), "then", then,
                        "now", now,
                        "changed", changed, "school", door.school(actor, a), "findings", findings, "today",
                        places.today(door.school(actor, a))));
    }

    @GetMapping("/assessments/{id}/report.pdf")
    ResponseEntity<byte[]> report(Page page, Actor actor, @PathVariable UUID id) {
        var view = view(page, actor, door.mine(actor, id));
        audit.act("AssessmentPrinted", "assessment " + id, Map.of("school", view.school().id()));
        var changed = view.before() == null ? null : readings.compare(readings.of(view.before()), view.reading());
        return ResponseEntity.ok().header("Content-Type", "application/pdf").header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"assessment.pdf\"")
                .body(new AssessmentReport(page, view, changed).pdf());
    }

    @PostMapping("/assessments/{id}/submission")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView submit(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var school = door.school(actor, door.mine(actor, id));
        return act(page, actor, id, response, "submission", "submitted", form, () -> {
            var walked = Typed.day("day", form.getOrDefault("day", ""));
            if (walked.isAfter(places.today(school)))
                throw new InvalidInput("day", form.getOrDefault("day", ""), "assessments.wrong.future");
            int minutes = Typed.number("minutes", form.getOrDefault("minutes", ""), 1, 6000,
                    "prevention.wrong.number.minutes");
            return new AssessmentCommand.Submit(walked, minutes, commands.count(id).orElseThrow().answered(),
                    assessor(form), door.by(actor));
        });
    }

    /** Of a provider their name is asked; their number and its last day where they are known. */
    private static Assessor assessor(Map<String, String> form) {
        String said = form.getOrDefault("capacity", "");
        var capacity = Arrays.stream(Assessor.Capacity.values()).filter(c -> c.name().equals(said)).findFirst()
                .orElseThrow(() -> new InvalidInput("capacity", said, "assessments.wrong.capacity"));
        String organization = form.getOrDefault("organization", "");
        return new Assessor(capacity,
                capacity == Assessor.Capacity.PROVIDER
                        ? Typed.must("organization", organization, 160)
                        : Typed.cut(organization, 160),
                Typed.cut(form.getOrDefault("credential", ""), 120),
                Typed.dayOrNone("validTo", form.getOrDefault("validTo", "")));
    }

    @PostMapping("/assessments/{id}/acceptance")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView accept(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        var school = door.school(actor, door.mine(actor, id));
        return act(page, actor, id, response, "acceptance", "accepted", form, () -> {
            var count = commands.count(id).orElseThrow();
            return new AssessmentCommand.Accept(form.getOrDefault("counts", "").equals("true"), count.unanswered(),
                    count.by(), door.registerAsked(school), words(form), door.by(actor));
        });
    }

    @PostMapping("/assessments/{id}/return")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView giveBack(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        door.mine(actor, id);
        return act(page, actor, id, response, "return", "returned", form,
                () -> new AssessmentCommand.SendBack(words(form), door.by(actor)));
    }

    @PostMapping("/assessments/{id}/withdrawal")
    @Needs(Permission.ASSESSMENTS_EDIT)
    ModelAndView withdraw(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        door.mine(actor, id);
        return act(page, actor, id, response, "withdrawal", "withdrawn", form,
                () -> new AssessmentCommand.Withdraw(words(form), door.by(actor)));
    }

    private ModelAndView act(Page page, Actor actor, UUID id, HttpServletResponse response, String form, String said,
            Map<String, String> typed, Supplier<AssessmentCommand> command) {
        return Act.typed(page, response, "/assessments/" + id, "assessments.said." + said, form, typed,
                again -> one(again, actor, id), () -> commands.handle(id, command.get()));
    }

    private static String words(Map<String, String> form) {
        return Typed.cut(form.getOrDefault("words", ""), 600);
    }
}
