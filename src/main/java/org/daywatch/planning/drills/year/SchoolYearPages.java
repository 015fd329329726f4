package org.daywatch.planning.drills.year;

import static org.daywatch_db.planning.Tables.DRILL;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillCommands.Wish;
import org.daywatch.planning.drills.DrillCommands;
import org.daywatch.planning.drills.DrillDoor;
import org.daywatch.planning.drills.DrillDoses;
import org.daywatch.planning.drills.DrillDues;
import org.daywatch.planning.drills.DrillStore;
import org.daywatch.planning.drills.DrillYears;
import org.daywatch.planning.drills.DrillsShown;
import org.daywatch.planning.drills.ForwardPlans;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.planning.drills.record.DrillAsks;
import org.daywatch.planning.places.DrillPlaces;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The drills of one school in one year: due, planned, held. */
@Controller
@Needs(Permission.DRILLS_READ)
class SchoolYearPages {

    private static final Pattern WHY = Pattern
            .compile("(LAST_DAY|ALONE|BESIDE_OTHERS)\\|\\d{4}-\\d\\d-\\d\\d|(WEEKDAY|HOUR|DOSE)\\|\\d{1,3}");

    private final DrillPlaces places;
    private final DrillStore drills;
    private final DrillsShown shown;
    private final DrillDues dues;
    private final DrillDoses doses;
    private final DrillYears years;
    private final DrillAsks asks;
    private final ForwardPlans plans;
    private final DrillCommands commands;
    private final Clock clock;

    SchoolYearPages(DrillPlaces places, DrillStore drills, DrillsShown shown, DrillDues dues, DrillDoses doses,
            DrillYears years, DrillAsks asks, ForwardPlans plans, DrillCommands commands, Clock clock) {
        this.places = places;
        this.drills = drills;
        this.shown = shown;
        this.dues = dues;
        this.doses = doses;
        this.years = years;
        this.asks = asks;
        this.plans = plans;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/drills/schools/{school}")
    ModelAndView year(Page page, Actor actor, @PathVariable UUID school) {
        var campus = places.get(actor, school);
        var today = LocalDate.now(clock.withZone(campus.zone()));
        var all = shown.to(actor.person(),
                drills.list(DRILL.SCHOOL_ID.eq(school).and(DRILL.DAY.ge(since(campus, today)))));
        var coming = all.stream()
                .filter(d -> d.state() instanceof Drill.State.Scheduled || d.state() instanceof Drill.State.Running)
                .toList();
        var past = new ArrayList<>(all.stream().filter(d -> !coming.contains(d)).toList());
        java.util.Collections.reverse(past);
        boolean own = actor.may(Permission.STUDENTS_READ) && actor.tenant().equals(campus.districtId());
        var due = dues.of(List.of(school), today).getOrDefault(school, List.of());
        var model = new HashMap<String, Object>(Map.of("page", page.titled("drills.of", campus.name()), "school",
                campus, "today", today, "coming", coming, "past", past,
                "dues", due, "answers", dues.answers(school, due, coming, today), "edits",
                actor.may(Permission.DRILLS_EDIT)));
        model.put("doses", own ? doses.ledger(campus, today) : List.<DrillDoses.Line>of());
        model.put("limit", doses.limit(campus, today));
        model.put("reviews", asks.reviewBy(id -> campus, past));
        return new ModelAndView("planning/drills/year/year", model);
    }

    /** Of this year; in the summer between two years the one that is over is looked back on. */
    private LocalDate since(Campus school, LocalDate today) {
        var begins = years.begins(List.of(school), today).get(school.id());
        return begins.isAfter(today) ? today.minusYears(1) : begins;
    }

    @GetMapping("/drills/schools/{school}/plan")
    @Needs(Permission.DRILLS_EDIT)
    ModelAndView plan(Page page, Actor actor, @PathVariable UUID school) {
        var campus = places.get(actor, school);
        return new ModelAndView("planning/drills/year/plan",
                Map.of("page", page.titled("drills.plan"), "school", campus, "plan", plans.of(campus)));
    }

    /** What was ticked, with the day and hour as they stand in the form; whoever changed one fixed it. */
    @PostMapping("/drills/schools/{school}/plan")
    @Needs(Permission.DRILLS_EDIT)
    ModelAndView accept(Page page, Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> form,
            @RequestParam("form") UUID formId, HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.typed(page, "plan", form, again -> plan(again, actor, school), () -> {
            var wishes = new ArrayList<Wish>();
            for (int i = 0; i < 100 && form.containsKey("kind" + i); i++) {
                if (!form.getOrDefault("take" + i, "").equals("true")) continue;
                var kind = DrillKind.of(form.get("kind" + i))
                        .orElseThrow(() -> new InvalidInput("kind", "", "drills.wrong.kind"));
                var day = Typed.day("day" + i, form.getOrDefault("day" + i, ""));
                var at = Typed.time("at" + i, form.getOrDefault("at" + i, ""));
                boolean moved = !(day + " " + at).equals(form.get("was" + i));
                wishes.add(new Wish(kind, day, at, true, "", false, moved, Drill.Origin.PLANNED,
                        moved ? "MOVED|" + actor.name() : why(form.getOrDefault("why" + i, ""))));
            }
            int planned = commands.accept(places.agency(actor), campus, wishes, page.t("drills.plan.anew"),
                    DrillDoor.by(actor), formId);
            Flashes.say(response, "success", page.t("drills.said.planned", planned));
            return new ModelAndView("redirect:/drills/schools/" + school);
        });
    }

    /** The plan's own lines come back with its form; nothing else is kept of them. */
    private static String why(String lines) {
        return lines.lines().map(String::strip).filter(line -> WHY.matcher(line).matches()).limit(6)
                .collect(Collectors.joining("\n"));
    }

    @GetMapping("/drills/schools/{school}/new")
    @Needs(Permission.DRILLS_EDIT)
    ModelAndView fresh(Page page, Actor actor, @PathVariable UUID school, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String day) {
        var campus = places.get(actor, school);
        return new ModelAndView("planning/drills/year/new",
                Map.of("page", page.titled("drills.new"), "school", campus, "kind",
                        DrillKind.of(kind).orElse(DrillKind.EVACUATE),
                        "day", asked(day, LocalDate.now(clock.withZone(campus.zone())))));
    }

    /** The day a link of the due list asks for; today where it asks for none, or for nonsense. */
    private static LocalDate asked(String day, LocalDate today) {
        try {
            return Days.parse(day);
        } catch (DateTimeParseException none) {
            return today;
        }
    }

    @PostMapping("/drills/schools/{school}/new")
    @Needs(Permission.DRILLS_EDIT)
    ModelAndView schedule(Page page, Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> form,
            @RequestParam("form") UUID formId, HttpServletResponse response) {
        var campus = places.get(actor, school);
        return Act.form(page, form, "kind", again -> fresh(again, actor, school, "", ""), () -> {
            String simulation = form.getOrDefault("simulation", "");
            if (!simulation.equals("no") && !simulation.equals("yes"))
                throw new InvalidInput("simulation", simulation, page.t("drills.wrong.simulation"));
            var kind = DrillKind.of(form.getOrDefault("kind", "")).orElseThrow(
                    () -> new InvalidInput("kind", form.getOrDefault("kind", ""), page.t("drills.wrong.kind")));
            var wish = new Wish(kind, Typed.day("day", form.getOrDefault("day", "")),
                    Typed.time("at", form.getOrDefault("at", "")), !form.getOrDefault("announced", "yes").equals("no"),
                    Typed.cut(form.getOrDefault("description", ""), 600), simulation.equals("yes"), true,
                    Drill.Origin.BY_HAND, "CHOSEN|" + actor.name());
            var id = commands.schedule(places.agency(actor), campus, wish, DrillDoor.by(actor), formId);
            Flashes.say(response, "success", page.t("drills.said.scheduled"));
            return new ModelAndView("redirect:/drills" + id.map(i -> "/" + i).orElse(""));
        });
    }
}
