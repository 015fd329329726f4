package org.daywatch.planning.operationsplans.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.planning.operationsplans.OperationsPlan;
import org.daywatch.planning.operationsplans.OperationsPlanStore;
import org.daywatch.planning.operationsplans.PlanCommands;
import org.daywatch.planning.operationsplans.PlanDoor;
import org.daywatch.planning.operationsplans.PlanRules;
import org.daywatch.planning.operationsplans.PlanStanding.Kind;
import org.daywatch.planning.operationsplans.PlanStanding;
import org.daywatch.planning.operationsplans.seal.PlanOpeningStore;
import org.daywatch.planning.standards.StandardChecks;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.platform.web.kit.Tile;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How every school stands with its plan, and the cover of one plan: all that may be known without opening it. */
@Controller
@Needs(Permission.PLANS_READ)
public class OperationsPlanPages {

    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);
    private static final Map<String, Comparator<PlanStanding>> SORTS = Map.of("school",
            Comparator.comparing(s -> s.school().name()),
            "standing", Comparator.<PlanStanding, Kind>comparing(s -> s.kind()).thenComparing(s -> s.school().name()),
            "edition",
            Comparator.<PlanStanding>comparingInt(s -> s.inForce() == null ? 0 : s.inForce().edition())
                    .thenComparing(s -> s.school().name()),
            "review",
            Comparator
                    .<PlanStanding, LocalDate>comparing(
                            s -> s.inForce() == null ? NEVER : PlanStanding.reviewBy(s.inForce()))
                    .thenComparing(s -> s.school().name()));

    private final HomeTime home;
    private final OperationsPlanStore plans;
    private final PlanDoor door;
    private final PlanRules rules;
    private final PlanOpeningStore openings;
    private final PlanCommands commands;
    private final StandardChecks standards;
    private final Clock clock;

    OperationsPlanPages(OperationsPlanStore plans, PlanDoor door, PlanRules rules, PlanOpeningStore openings,
            PlanCommands commands, StandardChecks standards, HomeTime home, Clock clock) {
        this.home = home;
        this.plans = plans;
        this.door = door;
        this.rules = rules;
        this.openings = openings;
        this.commands = commands;
        this.standards = standards;
        this.clock = clock;
    }

    @Bean
    static NavEntry operationsPlansNav() {
        return NavEntry.of(NavPart.PROGRAM, 66, "eop.nav", "/operations-plans", "description", Permission.PLANS_READ);
    }

    @GetMapping("/operations-plans")
    ModelAndView list(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        var all = standings(actor);
        var found = found(all, parameters);
        var paging = asked(parameters).of(found.size());
        var counts = all.stream().collect(Collectors.groupingBy(PlanStanding::kind, Collectors.counting()));
        return new ModelAndView("planning/operationsplans/pages/plans",
                Map.of("page", page.titled("eop.title"), "paging", paging, "rows", paging.shown(found), "tiles",
                        tiles(page, counts), "mayWrite", actor.may(Permission.PLANS_EDIT), "helps",
                        actor.may(Permission.REUNIFY)));
    }

    private static List<Tile> tiles(Page page, Map<Kind, Long> counts) {
        return Arrays.stream(Kind.values()).map(kind -> tile(page, kind, counts.getOrDefault(kind, 0L))).toList();
    }

    private static Tile tile(Page page, Kind kind, long count) {
        var tone = switch (kind) {
            case OVERDUE, NONE -> Chip.Tone.BAD;
            case DUE -> Chip.Tone.WARN;
            case CURRENT -> Chip.Tone.GOOD;
        };
        return Tile.of(page.t("eop.standing." + kind), Long.toString(count)).opens("/operations-plans?standing=" + kind)
                .tone(count == 0 ? Chip.Tone.QUIET : tone);
    }

    @GetMapping("/operations-plans.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "operations-plans.csv",
                List.of("school", "state", "standing", "edition", "approved_on", "approved_by", "review_by", "in_work"),
                found(standings(actor), parameters).stream()
                        .map(s -> s.inForce() == null
                                ? Stream.of(s.school().name(), s.school().state(), s.kind(), "", "", "", "", inWork(s))
                                        .toList()
                                : Stream.of(s.school().name(), s.school().state(), s.kind(), s.inForce().edition(),
                                        PlanStanding.approval(s.inForce()).orElseThrow().day(),
                                        PlanStanding.approval(s.inForce()).orElseThrow().by(),
                                        PlanStanding.reviewBy(s.inForce()), inWork(s)).toList()));
    }

    /** The address the plan has in other rooms' evidence. */
    @GetMapping("/plans/{id}")
    String evidence(Actor actor, @PathVariable UUID id) {
        return "redirect:/operations-plans/" + door.mine(actor, id).id();
    }

    @GetMapping("/operations-plans/{id}")
    public ModelAndView cover(Actor actor, Page page, @PathVariable UUID id) {
        return cover(actor, page, door.mine(actor, id));
    }

    ModelAndView cover(Actor actor, Page page, OperationsPlan plan) {
        var school = door.school(plan);
        var today = LocalDate.ofInstant(clock.instant(), school.zone());
        var model = new HashMap<String, Object>(
                Map.of("page", page.titled("eop.one.title", school.name(), plan.edition()), "school", school, "plan",
                        plan, "today", today,
                        "review", rules.review(school.state(), today), "mayOpen", door.mayOpen(actor), "mayWrite",
                        actor.may(Permission.PLANS_EDIT), "writes", door.writes(actor, plan)));
        model.put("mayApprove", actor.may(Permission.PLANS_APPROVE));
        model.put("own", plan.writers().contains(actor.person()));
        model.put("editions",
                actor.tenant().equals(plan.districtId()) || !door.mayOpen(actor)
                        ? plans.ofSchool(plan.schoolId())
                        : List.of(plan));
        model.put("openings", actor.tenant().equals(plan.districtId()) ? openings.list(plan) : List.of());
        model.put("kind",
                plan.state().inForce()
                        ? PlanStanding.kind(PlanStanding.reviewBy(plan), today, rules.reminderDays(today))
                        : Kind.NONE);
        boolean drafts = door.writes(actor, plan) && actor.tenant().equals(plan.districtId());
        model.put("lacks", drafts ? commands.lacks(plan, school) : null);
        model.put("opened",
                drafts
                        ? openings.lasting(plan, actor.person())
                                .map(o -> "/operations-plans/" + plan.id() + "/openings/" + o.id()).orElse(null)
                        : null);
        model.put("standards", standards.count(plan, school.state(), today));
        return new ModelAndView("planning/operationsplans/pages/plan", model);
    }

    private List<PlanStanding> standings(Actor actor) {
        var schools = door.schools(actor);
        var editions = plans.ofSchools(schools.stream().map(Campus::id).toList()).stream()
                .collect(Collectors.groupingBy(OperationsPlan::schoolId));
        var now = clock.instant();
        int days = rules.reminderDays(home.day(now));
        return schools.stream().map(s -> PlanStanding.of(s, editions.getOrDefault(s.id(), List.of()),
                LocalDate.ofInstant(now, s.zone()), days)).toList();
    }

    private static List<PlanStanding> found(List<PlanStanding> all, Map<String, String> parameters) {
        var asked = asked(parameters);
        return all.stream().filter(s -> asked.finds(s.school().name()))
                .filter(s -> asked.filter("standing").isEmpty() || s.kind().name().equals(asked.filter("standing")))
                .sorted(asked.order(SORTS)).toList();
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/operations-plans", parameters, SORTS.keySet(), "standing");
    }

    private static Object inWork(PlanStanding standing) {
        return standing.inWork() == null ? "" : standing.inWork().state().code();
    }
}
