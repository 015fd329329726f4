package org.daywatch.staffing.officers.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.hours.HourCommands;
import org.daywatch.staffing.hoursleft.HoursLeftQueries;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.officers.OfficerStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing in an officer's file: details, credentials, hours. Mistakes come back at their fields. */
@Controller
@Needs(Permission.OFFICERS_EDIT)
class OfficerEditPages {

    private final OfficerCommands officers;
    private final OfficerStore storedOfficers;
    private final HourCommands hours;
    private final HoursLeftQueries standings;
    private final Clock clock;
    private final Organizations organizations;
    private final Forms forms;

    OfficerEditPages(OfficerCommands officers, OfficerStore storedOfficers, HourCommands hours,
            HoursLeftQueries standings, Organizations organizations, Forms forms, Clock clock) {
        this.clock = clock;
        this.forms = forms;
        this.officers = officers;
        this.storedOfficers = storedOfficers;
        this.hours = hours;
        this.standings = standings;
        this.organizations = organizations;
    }

    @GetMapping("/officers/new")
    ModelAndView fresh(Page page) {
        return detailsForm(page.titled("officers.new.title"),
                Map.of("rank", "OFFICER", "state", "ACTIVE", "roleSSO", "true", "languages", "en"), "/officers",
                "/officers");
    }

    @PostMapping("/officers")
    ModelAndView add(Page page, Actor actor, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        return orAgain(page, typed, () -> {
            var details = OfficerForms.details(typed);
            var permission = OfficerForms.permission(typed, LocalDate.ofInstant(clock.instant(),
                    standings.terms(actor.tenant(), details.departmentId()).zone()));
            var form = Ids.find(typed.getOrDefault("form", ""));
            if (form.isPresent() && !forms.first(form.get())) return new ModelAndView("redirect:/officers");
            var id = officers.add(details, permission);
            Flashes.say(response, "success", page.t("officers.said.added"));
            return home(id);
        }, wrong -> detailsForm(wrong.titled("officers.new.title"), typed, "/officers", "/officers"));
    }

    @GetMapping("/officers/{id}/details")
    ModelAndView details(Page page, @PathVariable UUID id) {
        var officer = storedOfficers.get(id);
        return detailsForm(page.titled("officers.edit.title", officer.fullName()), values(officer),
                "/officers/" + id + "/details", "/officers/" + id);
    }

    @PostMapping("/officers/{id}/details")
    ModelAndView change(Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed, @RequestParam int version) {
        return orAgain(page, typed, () -> {
            var details = OfficerForms.details(typed);
            try {
                officers.change(id, details, version);
            } catch (Stale stale) {
                return changedMeanwhile(page, id, typed);
            }
            Flashes.say(response, "success", page.t("officers.said.changed"));
            return home(id);
        }, wrong -> detailsForm(wrong.titled("officers.edit.title", storedOfficers.get(id).fullName()), typed,
                "/officers/" + id + "/details", "/officers/" + id));
    }

    /** What was typed stays; saved again it replaces what the other wrote, and by then the writer knows. */
    private ModelAndView changedMeanwhile(Page page, UUID id, Map<String, String> typed) {
        var now = storedOfficers.get(id);
        var again = new LinkedHashMap<>(typed);
        again.put("version", "" + now.version());
        var view = detailsForm(
                page.titled("officers.edit.title", now.fullName()).with(Map.of(), again).says("error",
                        page.t("officers.stale")),
                again,
                "/officers/" + id + "/details", "/officers/" + id);
        view.setStatus(HttpStatus.PRECONDITION_FAILED);
        return view;
    }

    @GetMapping("/officers/{id}/credentials/new")
    ModelAndView credential(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String kind) {
        return form("credential-form", page.titled("officers.credential.title"), storedOfficers.get(id),
                Map.of("state", "VALID", "kind", kind));
    }

    @PostMapping("/officers/{id}/credentials")
    ModelAndView record(Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return orAgain(page, typed, () -> {
            officers.record(id, OfficerForms.credential(typed));
            Flashes.say(response, "success", page.t("officers.said.credential"));
            return home(id);
        }, wrong -> form("credential-form", wrong.titled("officers.credential.title"), storedOfficers.get(id), typed));
    }

    @GetMapping("/officers/{id}/hours/new")
    ModelAndView hours(Page page, @PathVariable UUID id) {
        return form("hours-form", page.titled("officers.hours.title"), storedOfficers.get(id), Map.of("kind", "DUTY"));
    }

    @PostMapping("/officers/{id}/hours")
    ModelAndView recordHours(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        var officer = storedOfficers.get(id);
        return orAgain(page, typed, () -> {
            var kind = java.util.Arrays.stream(HourKind.values())
                    .filter(k -> k.name().equals(typed.get("kind")) && k != HourKind.OFF_DUTY_HERE).findFirst()
                    .orElseThrow(
                            () -> new InvalidInput("kind", typed.getOrDefault("kind", ""), "officers.error.missing"));
            hours.record(id, kind, window(typed, standings.terms(actor.tenant(), officer.departmentId()).zone()), true,
                    "recorded by the agency", null);
            Flashes.say(response, "success", page.t("officers.said.hours"));
            return home(id);
        }, wrong -> form("hours-form", wrong.titled("officers.hours.title"), officer, typed));
    }

    @PostMapping("/officers/{id}/hours/{entry}/removal")
    ModelAndView removeHours(Page page, HttpServletResponse response, @PathVariable UUID id, @PathVariable UUID entry) {
        hours.remove(id, entry);
        Flashes.say(response, "success", page.t("standing.said.removed"));
        return home(id);
    }

    private ModelAndView detailsForm(Page page, Map<String, String> values, String action, String cancel) {
        return new ModelAndView("staffing/officers/pages/officer-form",
                Map.of("page", page.values().isEmpty() ? page.with(Map.of(), values) : page,
                        "action", action, "cancel", cancel, "departments", organizations.listOwn("DEPARTMENT")));
    }

    private static ModelAndView form(String template, Page page, Officer officer, Map<String, String> values) {
        return new ModelAndView("staffing/officers/pages/" + template,
                Map.of("page", page.values().isEmpty() ? page.with(Map.of(), values) : page, "officer", officer));
    }

    private static ModelAndView orAgain(Page page, Map<String, String> typed, Supplier<ModelAndView> act,
            java.util.function.Function<Page, ModelAndView> again) {
        return Act.drawn(wrong -> again.apply(wrong instanceof InvalidInput input
                ? page.with(input, typed)
                : page.with(Map.of("start", page.t("officers.error.taken")), typed)), act);
    }

    private static Map<String, String> values(Officer o) {
        var values = new LinkedHashMap<String, String>(
                Map.of("department", o.departmentId().toString(), "name", o.fullName(), "email", o.email(),
                        "phone", o.phone(), "badge", o.badge(), "rank", o.rank().name(), "certificate",
                        o.certificateNumber(), "zip", o.homeZip(),
                        "state", o.state().name(), "version", "" + o.version()));
        values.put("languages", String.join(", ", o.languages()));
        values.put("hired", o.hiredOn() == null ? "" : o.hiredOn().toString());
        values.put("started", o.startedInSchoolsOn() == null ? "" : o.startedInSchoolsOn().toString());
        o.roles().forEach(role -> values.put("role" + role, "true"));
        return values;
    }

    private static Window window(Map<String, String> typed, ZoneId zone) {
        var start = moment(typed, "start", zone);
        var end = moment(typed, "end", zone);
        if (!end.isAfter(start)) throw new InvalidInput("end", typed.getOrDefault("end", ""), "standing.error.end");
        if (Duration.between(start, end).compareTo(Duration.ofDays(35)) > 0)
            throw new InvalidInput("end", typed.getOrDefault("end", ""), "officers.error.long");
        return new Window(start, end);
    }

    private static Instant moment(Map<String, String> typed, String field, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed.getOrDefault(field, "").strip()).atZone(zone).toInstant();
        } catch (java.time.format.DateTimeParseException e) {
            throw new InvalidInput(field, typed.getOrDefault(field, ""), "standing.error.moment");
        }
    }

    private static ModelAndView home(UUID id) {
        return new ModelAndView("redirect:/officers/" + id);
    }
}
