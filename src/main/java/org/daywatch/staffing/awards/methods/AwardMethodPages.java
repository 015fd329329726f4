package org.daywatch.staffing.awards.methods;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Dated;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.platform.web.lists.PlainList;
import org.daywatch.platform.web.lists.PlainLists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which method holds for whom, since when and on whose word; set from a day on, withdrawn with a reason. */
@Controller
class AwardMethodPages {

    private static final PlainList<Line> LIST = PlainList
            .<Line>at("/award-methods", "awards.methods", "-from", new PlainList.Back("/awards", "awards.title"))
            .text("where", "awards.methods.where", Line::where).searched().named("holds_for")
            .choice("method", "awards.method", "awards.method.", List.of(Method.values()), l -> l.method().method())
            .searched()
            .days("from", "awards.methods.days", Line::method).named("first_day", "last_day")
            .text("source", "awards.methods.source", l -> l.method().source()).unsorted().searched()
            .state("state", "awards.methods.state", "awards.methods.is.", Line::state).unsorted().filtered("awards.any")
            .inFile("withdrawn_because", l -> l.method().withdrawnReason())
            .called((page, l) -> l.where() + ": " + page.t("awards.method." + l.method().method()))
            .changedBy(Permission.RULES_EDIT, "from")
            .withdrawn(Line::method, l -> l.state() != Dated.State.OVER);

    private final AwardMethods methods;
    private final Organizations organizations;
    private final PlainLists lists;

    AwardMethodPages(AwardMethods methods, Organizations organizations, PlainLists lists) {
        this.methods = methods;
        this.organizations = organizations;
        this.lists = lists;
    }

    /** @param where for whom it holds, as people call it */
    private record Line(AwardMethod method, String where, Dated.State state) {}

    @Needs(Permission.SHIFTS_DESK)
    @GetMapping("/award-methods")
    ModelAndView list(Page page, @RequestParam Map<String, String> asked) {
        return lists.list(LIST, page, asked, lines(page, methods.list()));
    }

    @Needs(Permission.SHIFTS_DESK)
    @GetMapping("/award-methods.csv")
    void csv(Page page, @RequestParam Map<String, String> asked, HttpServletResponse response) {
        lists.csv(LIST, page, asked, lines(page, methods.list()), response);
    }

    @Needs(Permission.RULES_EDIT)
    @GetMapping("/award-methods/new")
    ModelAndView form(Page page) {
        return lists.form(LIST, page, fields(page));
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/award-methods")
    ModelAndView set(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        return lists.add(LIST, page, response, typed, this::fields,
                in -> methods.set(in.text("scope"), in.one("method", Method.class), in.day("from"), in.dayOrNone("to"),
                        in.text("source"), actor.person()));
    }

    @Needs(Permission.RULES_EDIT)
    @GetMapping("/award-methods/{id}/withdrawal")
    ModelAndView confirm(Page page, @PathVariable UUID id) {
        return lists.ask(LIST, page, lines(page, List.of(methods.get(id))).getFirst());
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/award-methods/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return lists.withdraw(LIST, page, response, typed, lines(page, List.of(methods.get(id))).getFirst(),
                reason -> methods.withdraw(id, reason, actor.person()));
    }

    private List<Line> lines(Page page, List<AwardMethod> all) {
        return all.stream().map(m -> new Line(m, where(page, m.scope()), m.state(methods.today()))).toList();
    }

    private List<Field> fields(Page page) {
        var kinds = Arrays.stream(Method.values())
                .map(m -> new Option(m.name(), page.t("awards.method." + m) + ": " + page.t("awards.method.says." + m)))
                .toList();
        return List.of(
                Field.select("scope", page.t("awards.methods.where"),
                        methods.scopes().stream().map(s -> new Option(s, where(page, s))).toList()).must(),
                Field.radios("method", page.t("awards.method"), kinds).must(),
                Field.date("from", page.t("awards.methods.from")).value(methods.today().plusDays(1))
                        .hint(page.t("awards.methods.from.hint")).must(),
                Field.date("to", page.t("awards.methods.to")),
                Field.textarea("source", page.t("awards.methods.source")).hint(page.t("awards.methods.source.hint"))
                        .with("rows", 2).must());
    }

    /** A scope as people call it. */
    private String where(Page page, String scope) {
        if (scope.equals(AwardMethod.DEFAULT)) return page.t("awards.methods.everywhere");
        return organizations.find(UUID.fromString(scope.substring(scope.indexOf(':') + 1)))
                .map(Organizations.Organization::name).orElse(scope);
    }
}
