package org.daywatch.staffing.dutystatus;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.dutystatus.DutyStatuses.Accepted;
import org.daywatch.staffing.dutystatus.DutyStatuses.By;
import org.daywatch.staffing.dutystatus.DutyStatuses.Details;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One page for two: the coordinator writes down what the department says, or the department's supervisor does it
 * themselves.
 */
@Controller
@Needs({Permission.OFFICERS_EDIT, Permission.WORK_PERMIT})
public class DutyStatusPages {

    private static final String HERE = "/officers/{id}/duty-status";

    private final DutyStatuses statuses;
    private final DutyStatusStore storedStatuses;
    private final HomeTime time;
    private final AuditLog audit;

    DutyStatusPages(DutyStatuses statuses, DutyStatusStore storedStatuses, HomeTime time, AuditLog audit) {
        this.statuses = statuses;
        this.storedStatuses = storedStatuses;
        this.time = time;
        this.audit = audit;
    }

    /** @param touched shifts they have accepted on its days, for the person who decides about them */
    public record Row(DutyStatus status, List<Accepted> touched) {}

    @GetMapping(HERE)
    ModelAndView show(Actor actor, Page page, @PathVariable UUID id) {
        audit.read("DutyStatus", "officer " + id, Map.of());
        return view(actor, page, id);
    }

    @PostMapping(HERE)
    ModelAndView record(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return Act.form(page, typed, again -> view(actor, again, id), () -> {
            int touched = statuses.record(By.of(actor), id, details(typed));
            Flashes.say(response, "success", page.t("dutystatus.said.recorded")
                    + (touched == 0 ? "" : " " + page.t("dutystatus.said.touched", touched)));
            return back(id);
        });
    }

    @PostMapping(HERE + "/{status}/end")
    ModelAndView end(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable UUID status, @RequestParam Map<String, String> typed) {
        return again(actor, page, id, status, typed.getOrDefault("reason", ""), () -> {
            statuses.end(By.of(actor), id, status, day("last", typed), typed.getOrDefault("reason", ""));
            Flashes.say(response, "success", page.t("dutystatus.said.ended"));
            return back(id);
        });
    }

    @PostMapping(HERE + "/{status}/removal")
    ModelAndView takeBack(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable UUID status, @RequestParam(defaultValue = "") String reason) {
        return again(actor, page, id, status, reason, () -> {
            statuses.takeBack(By.of(actor), id, status, reason);
            Flashes.say(response, "success", page.t("dutystatus.said.back"));
            return back(id);
        });
    }

    /** What is wrong stands above; the form of this status stands open, with the reason that was given. */
    private ModelAndView again(Actor actor, Page page, UUID id, UUID status, String reason,
            Supplier<ModelAndView> work) {
        return Act.drawn(wrong -> view(actor, page.with(Map.of(), Map.of("of", status.toString(), "reason", reason))
                .says("error", Act.sentence(page, wrong)), id), work);
    }

    private ModelAndView view(Actor actor, Page page, UUID id) {
        var subject = storedStatuses.subject(id);
        var today = time.today();
        var rows = storedStatuses.list(id).stream()
                .map(s -> new Row(s,
                        s.matters(today) ? storedStatuses.touched(subject, s.firstDay(), s.lastDay()) : List.of()))
                .toList();
        var department = actor.tenant().equals(subject.departmentId());
        return new ModelAndView("staffing/dutystatus/duty-status",
                Map.of("page", page.titled("dutystatus.one.title", subject.name()), "subject", subject,
                        "rows", rows, "today", today, "zone", time.zone(), "back",
                        (department ? "/department/officers/" : "/officers/") + id, "mayOpenShifts", !department));
    }

    private static Details details(Map<String, String> typed) {
        var kind = Arrays.stream(DutyStatus.Kind.values()).filter(k -> k.name().equals(typed.get("kind"))).findFirst()
                .orElseThrow(() -> new InvalidInput("kind", typed.getOrDefault("kind", ""), "dutystatus.error.kind"));
        return new Details(kind, day("first", typed),
                typed.getOrDefault("last", "").isBlank() ? none() : day("last", typed),
                typed.getOrDefault("source", ""));
    }

    private static LocalDate day(String field, Map<String, String> typed) {
        var text = typed.getOrDefault(field, "");
        return Days.find(text).orElseThrow(() -> new InvalidInput(field, text, "dutystatus.error.day"));
    }

    private static @Nullable LocalDate none() {
        return null;
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:" + HERE.replace("{id}", id.toString()));
    }
}
