package org.daywatch.staffing.replacement;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.replacement.ReplacementQueries.Filled;
import org.daywatch.staffing.replacement.ReplacementQueries.Row;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The coordinator's view: who is being looked for now, how each search went, and how long it took. */
@Controller
@Needs(Permission.SHIFTS_DESK)
public class ReplacementPages {

    private static final Duration MEASURED = Duration.ofDays(365);
    private static final int CSV_ROWS = 50_000;

    private final ReplacementQueries queries;
    private final ReplacementCommands commands;
    private final Campuses campuses;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Clock clock;

    ReplacementPages(ReplacementQueries queries, ReplacementCommands commands, Campuses campuses,
            Organizations organizations, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.campuses = campuses;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry replacementsEntry() {
            return NavEntry.of(NavPart.COVERAGE, 42, "replacement.nav", "/replacements", "groups",
                    Permission.SHIFTS_DESK);
        }
    }

    /** A search with the school it is for. */
    public record Line(Row row, Campus school) {}

    /** @param href its rows */
    public record Times(String name, String href, FillTimes times) {}

    @GetMapping("/replacements")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var asked = paging(parameters);
        boolean chosen = ReplacementQueries.chosen(asked);
        var paging = asked.of(queries.count(asked));
        return new ModelAndView("staffing/replacement/replacements",
                Map.of("page", page.titled("replacement.title"), "chosen", chosen, "paging", paging,
                        "underWay", chosen ? List.of() : lines(queries.underWay()), "over",
                        lines(queries.over(paging))));
    }

    @GetMapping("/replacements.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var over = lines(queries.over(paging(parameters).size(CSV_ROWS)));
        audit.act("ReplacementsExported", "replacements", Map.of("rows", over.size()));
        Csv.answer(response, "replacements.csv",
                List.of("school", "starts_at", "ends_at", "zone", "missing", "cause", "started_at", "state", "wave",
                        "asked", "declined"),
                over.stream()
                        .map(l -> List.of(l.school().name(), l.row().search().window().start(),
                                l.row().search().window().end(), l.school().zone(), l.row().missing(),
                                l.row().search().cause(), l.row().search().startedAt(), l.row().search().state().code(),
                                l.row().search().state().wave(), l.row().search().asked(),
                                l.row().search().declined())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/replacements", parameters, Set.of("started", "start"), "-started").about("school",
                "department", "wave");
    }

    @GetMapping("/replacements/{id}")
    ModelAndView one(@PathVariable UUID id, Page page) {
        var row = queries.find(id).orElseThrow(() -> new NotFound("replacement " + id));
        var line = lines(List.of(row)).stream().findFirst()
                .orElseThrow(() -> new NotFound("school of replacement " + id));
        return new ModelAndView("staffing/replacement/replacement",
                Map.of("page", page.titled("replacement.one", line.school().name()), "line", line,
                        "offers", queries.offers(id), "now", clock.instant()));
    }

    @PostMapping("/replacements/{id}/end")
    ModelAndView withdraw(@PathVariable UUID id, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String reason) {
        return Act.on(page, response, "/replacements/" + id, "replacement.said.ended",
                () -> commands.withdraw(id, reason));
    }

    @GetMapping("/replacements/times")
    ModelAndView times(Page page) {
        var filled = queries.filled(clock.instant().minus(MEASURED));
        var all = FillTimes.of(filled.stream().map(Filled::seconds).toList());
        var model = new LinkedHashMap<String, Object>(Map.of("page", page.titled("replacement.times"),
                "waves", times(filled, Filled::wave, w -> page.t("replacement.wave", w), "wave"),
                "schools", times(filled, Filled::school, s -> campuses.find(s).map(Campus::name).orElse(""), "school"),
                "departments", times(filled, Filled::department,
                        d -> organizations.find(d).map(Organizations.Organization::name).orElse(""), "department")));
        if (all != null) model.put("all", all);
        return new ModelAndView("staffing/replacement/times", model);
    }

    private static <K> List<Times> times(List<Filled> filled, Function<Filled, K> by, Function<K, String> name,
            String parameter) {
        var groups = filled.stream()
                .collect(Collectors.groupingBy(by, Collectors.mapping(Filled::seconds, Collectors.toList())));
        var lines = new ArrayList<Times>();
        groups.forEach((key, seconds) -> lines
                .add(new Times(name.apply(key), "/replacements?" + parameter + "=" + key, FillTimes.of(seconds))));
        lines.sort(java.util.Comparator.comparing(Times::name));
        return lines;
    }

    private List<Line> lines(List<Row> rows) {
        var schools = schools(rows.stream().map(r -> r.search().schoolId()).distinct().toList());
        return rows.stream().filter(r -> schools.containsKey(r.search().schoolId()))
                .map(r -> new Line(r, schools.get(r.search().schoolId()))).toList();
    }

    private Map<UUID, Campus> schools(List<UUID> ids) {
        return campuses.list(ids).stream().collect(Collectors.toMap(Campus::id, Function.identity()));
    }
}
