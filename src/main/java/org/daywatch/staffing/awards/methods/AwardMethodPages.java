package org.daywatch.staffing.awards.methods;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which method holds for whom, since when and on whose word; set from a day on, withdrawn with a reason. */
@Controller
public class AwardMethodPages {

    private static final Map<String, Comparator<Line>> SORTS = Map.of("where", Comparator.comparing(Line::where),
            "method", Comparator.comparing((Line l) -> l.method().method()),
            "from", Comparator.comparing((Line l) -> l.method().from()));

    private final AwardMethods methods;
    private final Organizations organizations;

    AwardMethodPages(AwardMethods methods, Organizations organizations) {
        this.methods = methods;
        this.organizations = organizations;
    }

    /** @param where for whom it holds, as people call it */
    public record Line(AwardMethod method, String where, String state) {}

    @Needs(Permission.SHIFTS_DESK)
    @GetMapping("/award-methods")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var asked = paging(parameters);
        var lines = lines(page, asked);
        var paging = asked.of(lines.size());
        return new ModelAndView("staffing/awards/methods/methods",
                Map.of("page", page.titled("awards.methods.title"), "lines", paging.shown(lines), "paging", paging));
    }

    @Needs(Permission.SHIFTS_DESK)
    @GetMapping("/award-methods.csv")
    void csv(Page page, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "award-methods.csv",
                List.of("holds_for", "method", "first_day", "last_day", "source", "state", "withdrawn_because"),
                lines(page, paging(parameters)).stream()
                        .map(l -> Arrays.asList(l.where(), l.method().method(), l.method().from(), l.method().to(),
                                l.method().source(), l.state(), l.method().withdrawnReason())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/award-methods", parameters, SORTS.keySet(), "-from");
    }

    private List<Line> lines(Page page, Paging asked) {
        var today = methods.today();
        return methods.list().stream().map(m -> new Line(m, where(page, m.scope()), m.stateOn(today)))
                .filter(l -> asked.finds(l.where(), page.t("awards.method." + l.method().method()),
                        l.method().source()))
                .filter(l -> asked.filter("state").isEmpty() || l.state().equals(asked.filter("state")))
                .sorted(asked.order(SORTS)).toList();
    }

    @Needs(Permission.RULES_EDIT)
    @GetMapping("/award-methods/new")
    ModelAndView form(Page page) {
        var scopes = new LinkedHashMap<String, String>();
        methods.scopes().forEach(s -> scopes.put(s, where(page, s)));
        return new ModelAndView("staffing/awards/methods/method-form", Map.of("page", page.titled("awards.methods.new"),
                "scopes", scopes, "tomorrow", methods.today().plusDays(1)));
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/award-methods")
    ModelAndView set(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        try {
            var to = typed.getOrDefault("to", "").isBlank() ? null : day(typed, "to");
            methods.set(typed.getOrDefault("scope", ""), method(typed), day(typed, "from"), to,
                    typed.getOrDefault("source", ""), actor.person());
        } catch (InvalidInput wrong) {
            return again(form(page.with(wrong, typed)));
        } catch (Refused refused) {
            return again(form(page.with(Map.of("from", page.sentence(refused)), typed)));
        }
        Flashes.say(response, "success", page.t("awards.methods.said.set"));
        return new ModelAndView("redirect:/award-methods");
    }

    @Needs(Permission.RULES_EDIT)
    @GetMapping("/award-methods/{id}/withdrawal")
    ModelAndView confirm(Page page, @PathVariable UUID id) {
        var method = methods.get(id);
        return new ModelAndView("staffing/awards/methods/method-withdrawal", Map.of("page",
                page.titled("awards.methods.withdraw.title"), "method", method, "where", where(page, method.scope())));
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/award-methods/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason) {
        try {
            methods.withdraw(id, reason, actor.person());
        } catch (InvalidInput wrong) {
            return again(confirm(page.with(wrong, Map.of("reason", reason)), id));
        } catch (Refused refused) {
            Flashes.say(response, "error", page.sentence(refused));
            return new ModelAndView("redirect:/award-methods");
        }
        Flashes.say(response, "success", page.t("awards.methods.said.withdrawn"));
        return new ModelAndView("redirect:/award-methods");
    }

    /** A scope as people call it. */
    private String where(Page page, String scope) {
        if (scope.equals(AwardMethod.DEFAULT)) return page.t("awards.methods.everywhere");
        return organizations.find(UUID.fromString(scope.substring(scope.indexOf(':') + 1)))
                .map(Organizations.Organization::name).orElse(scope);
    }

    private static Method method(Map<String, String> typed) {
        try {
            return Method.valueOf(typed.getOrDefault("method", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("method", typed.getOrDefault("method", ""), "awards.methods.wrong.method");
        }
    }

    private static @Nullable LocalDate day(Map<String, String> typed, String field) {
        try {
            return LocalDate.parse(typed.getOrDefault(field, "").strip());
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, typed.getOrDefault(field, ""), "awards.methods.wrong." + field);
        }
    }

    private static ModelAndView again(ModelAndView view) {
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }
}
