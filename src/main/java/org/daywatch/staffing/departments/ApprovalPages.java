package org.daywatch.staffing.departments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.staffing.approvals.ApprovalWords;
import org.daywatch.staffing.approvals.CapApproval.Limit;
import org.daywatch.staffing.approvals.CapApproval.Who;
import org.daywatch.staffing.approvals.CapApproval;
import org.daywatch.staffing.approvals.CapApprovalStore;
import org.daywatch.staffing.approvals.CapApprovals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The department's word: what waits for it, what it said, and a word given before anybody asked. */
@Controller
@Needs(Permission.CAPS_APPROVE)
class ApprovalPages {

    private final HomeTime home;
    private final CapApprovalStore store;
    private final CapApprovals approvals;
    private final DepartmentQueries department;
    private final AuditLog audit;
    private final Clock clock;

    ApprovalPages(CapApprovalStore store, CapApprovals approvals, DepartmentQueries department, AuditLog audit,
            HomeTime home, Clock clock) {
        this.home = home;
        this.audit = audit;
        this.store = store;
        this.approvals = approvals;
        this.department = department;
        this.clock = clock;
    }

    @GetMapping("/department/approvals")
    ModelAndView list(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        var now = clock.instant();
        var all = rows(actor, parameters, now);
        var paging = asked(parameters).of(all.size());
        return new ModelAndView("staffing/departments/approvals",
                Map.of("page", page.titled("approvals.title"), "paging", paging,
                        "rows", paging.shown(all), "words", new ApprovalWords(page.lang(), zoneOf(all)), "now", now));
    }

    @GetMapping("/department/approvals.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var rows = rows(actor, parameters, clock.instant());
        audit.act("CapApprovalsExported", "department", Map.of("rows", rows.size()));
        Csv.answer(response, "approvals.csv",
                List.of("officer", "place", "starts_at", "ends_at", "limit", "reached_minutes", "limit_minutes",
                        "state", "asked_by", "asked_at"),
                rows.stream()
                        .map(a -> List.of(a.who().name(), a.place(), a.window().start(), a.window().end(),
                                a.limit().policy(), a.limit().reached().toMinutes(),
                                a.limit().cap().toMinutes(), a.state().code(), a.asked().name(), a.asked().at())));
    }

    private List<CapApproval> rows(Actor actor, Map<String, String> parameters, Instant now) {
        var asked = asked(parameters);
        var pendingFirst = Comparator.comparing((CapApproval a) -> !a.pending(now))
                .thenComparing(a -> a.pending(now) ? a.window().start() : Instant.MAX)
                .thenComparing(a -> a.asked().at(), Comparator.reverseOrder());
        var sorts = Map.of("asked", pendingFirst, "name",
                Comparator.comparing((CapApproval a) -> a.who().name()).thenComparing(pendingFirst),
                "start", Comparator.comparing((CapApproval a) -> a.window().start()).thenComparing(pendingFirst),
                "state", Comparator.comparing((CapApproval a) -> a.state().code()).thenComparing(pendingFirst));
        return store.ofDepartment(actor.tenant()).stream().filter(a -> fits(a, asked, now)).sorted(asked.order(sorts))
                .toList();
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/department/approvals", parameters, List.of("asked", "name", "start", "state"), "asked");
    }

    @GetMapping("/department/approvals/{id}")
    ModelAndView one(Page page, @PathVariable UUID id) {
        var approval = store.get(id);
        var zone = department.terms(approval.agencyId()).zone();
        return new ModelAndView("staffing/departments/approval",
                Map.of("page", page.titled("approvals.one.title", approval.who().name()), "approval", approval,
                        "detail", department.get(approval.who().officerId()), "words",
                        new ApprovalWords(page.lang(), zone), "now", clock.instant(),
                        "until",
                        LocalDateTime.ofInstant(approval.window().start().isAfter(clock.instant())
                                ? approval.window().start()
                                : approval.window().end(), zone)));
    }

    @PostMapping("/department/approvals/{id}/approval")
    ModelAndView approve(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return answered(page, response, typed, "approvals.approved.said", "/department/approvals/" + id, () -> {
            approvals.approve(actor, id, reason(typed),
                    moment(typed, "until", department.terms(store.get(id).agencyId()).zone()));
            return id;
        }, again -> one(again, id));
    }

    @PostMapping("/department/approvals/{id}/refusal")
    ModelAndView decline(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return answered(page, response, typed, "approvals.declined.said", "/department/approvals/" + id, () -> {
            approvals.decline(actor, id, reason(typed));
            return id;
        }, again -> one(again, id));
    }

    @PostMapping("/department/approvals/{id}/revocation")
    ModelAndView revoke(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return answered(page, response, typed, "approvals.revoked.said", "/department/approvals/" + id, () -> {
            approvals.revoke(actor, id, reason(typed));
            return id;
        }, again -> one(again, id));
    }

    @GetMapping("/department/approvals/new")
    ModelAndView fresh(Page page, @RequestParam(required = false) @org.jspecify.annotations.Nullable UUID officer) {
        var own = department.cards().stream().filter(c -> c.state().equals("ACTIVE")).toList();
        var policies = own.stream().map(DepartmentQueries.Card::agencyId).distinct()
                .flatMap(a -> approvable(a).stream()).distinct().toList();
        return new ModelAndView("staffing/departments/approval-form",
                Map.of("page", page.titled("approvals.new.title"), "officers", own, "policies", policies,
                        "chosen", officer == null ? "" : officer.toString()));
    }

    @PostMapping("/department/approvals")
    ModelAndView give(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        return answered(page, response, typed, "approvals.approved.said", "/department/approvals/", () -> {
            var card = department.card(uuid(typed));
            var zone = department.terms(card.agencyId()).zone();
            var policy = approvable(card.agencyId()).stream().filter(p -> p.id().equals(typed.get("policy")))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput("policy", typed.getOrDefault("policy", ""),
                            "approvals.error.policy"));
            var start = moment(typed, "start", zone);
            var end = moment(typed, "end", zone);
            if (!end.isAfter(start)) throw new InvalidInput("end", typed.get("end"), "standing.error.end");
            return approvals.give(actor, card.agencyId(), new Who(card.officerId(), card.name()),
                    page.t("approvals.window"), new Window(start, end),
                    new Limit(policy.id(), policy.words(), hours(typed), policy.shape().limit()), reason(typed), end);
        }, again -> fresh(again, null));
    }

    private List<CapPolicy> approvable(UUID agency) {
        var terms = department.terms(agency);
        var today = clock.instant().atZone(terms.zone()).toLocalDate();
        return terms.policies().stream().filter(p -> p.action() == CapPolicy.Action.APPROVE && p.inForce(today))
                .toList();
    }

    private static boolean fits(CapApproval a, Paging paging, Instant now) {
        var named = a.who().name().toLowerCase(java.util.Locale.ROOT)
                .contains(paging.filter("q").toLowerCase(java.util.Locale.ROOT));
        return named && switch (paging.filter("show")) {
            case "pending" -> a.pending(now);
            case "force" -> a.inForce(now);
            default -> true;
        };
    }

    private ZoneId zoneOf(List<CapApproval> all) {
        return all.stream().findFirst().map(a -> department.terms(a.agencyId()).zone()).orElseGet(home::zone);
    }

    private static ModelAndView answered(Page page, HttpServletResponse response, Map<String, String> typed,
            String said, String to, Supplier<UUID> act,
            java.util.function.Function<Page, ModelAndView> again) {
        return Act.told(page, typed, again, () -> {
            var id = act.get();
            Flashes.say(response, "success", page.t(said));
            return new ModelAndView("redirect:" + (to.endsWith("/") ? to + id : to));
        });
    }

    private static String reason(Map<String, String> typed) {
        var reason = typed.getOrDefault("reason", "").strip();
        if (reason.isEmpty()) throw new InvalidInput("reason", "", "approvals.error.reason");
        return reason;
    }

    private static java.time.Duration hours(Map<String, String> typed) {
        var text = typed.getOrDefault("hours", "").strip();
        if (!text.matches("[0-9]{1,3}")) throw new InvalidInput("hours", text, "approvals.error.hours");
        return java.time.Duration.ofHours(Long.parseLong(text));
    }

    private static UUID uuid(Map<String, String> typed) {
        var text = typed.getOrDefault("officer", "");
        return Ids.find(text).orElseThrow(() -> new InvalidInput("officer", text, "approvals.error.officer"));
    }

    private static Instant moment(Map<String, String> typed, String field, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed.getOrDefault(field, "").strip()).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, typed.getOrDefault(field, ""), "standing.error.moment");
        }
    }
}
