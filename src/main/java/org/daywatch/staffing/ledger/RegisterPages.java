package org.daywatch.staffing.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.SchoolNames;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.platform.web.kit.Tile;
import org.daywatch.staffing.coverage.GapReason;
import org.daywatch.staffing.ledger.GapRegister.Asked;
import org.daywatch.staffing.ledger.GapRegister.Gap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register of closed gaps: which, how long, why, and which of them nobody has explained yet. */
@Controller
@Needs(Permission.COVERAGE_READ)
public class RegisterPages {

    /** More schools than these share no search worth reading. */
    private static final int SCHOOLS = 500;
    /** In files for machines, on the school's clock. */
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int SHOWN_AT_FIRST = 28;
    private static final List<String> HEADER = List.of("day", "school", "from", "to", "minutes", "reason",
            "explanation", "told",
            "told_at", "relief");

    private final GapRegister register;
    private final Campuses campuses;
    private final SchoolNames names;
    private final AuditLog audit;
    private final HomeTime home;

    RegisterPages(GapRegister register, Campuses campuses, SchoolNames names, AuditLog audit, HomeTime home) {
        this.register = register;
        this.campuses = campuses;
        this.names = names;
        this.audit = audit;
        this.home = home;
    }

    @Bean
    static NavEntry gapsEntry() {
        return NavEntry.of(NavPart.COVERAGE, 15, "ledger.nav", "/coverage", "history", Permission.COVERAGE_READ);
    }

    public record Line(String day, String school, String href, String window, String minutes, String reason, Chip said,
            String explanation) {}

    @GetMapping("/coverage")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/coverage", parameters, GapRegister.ORDERS, "-day").about("from", "to");
        var asked = asked(paging, actor);
        var count = register.count(asked);
        paging = paging.of(count.gaps());
        var gaps = register.list(asked, paging);
        var schools = schools(gaps);
        var lines = gaps.stream().map(g -> line(page, g, schools.get(g.schoolId()))).toList();
        return new ModelAndView("staffing/ledger/register",
                Map.of("page", page.titled("ledger.title"), "lines", lines, "paging",
                        paging,
                        "filters", filters(page, paging, asked), "tiles", tiles(page, count, asked, paging), "period",
                        period(page, asked),
                        "today", home.today(), "from", asked.from(), "to", asked.to(), "mayExport",
                        actor.may(Permission.EXPORTS)));
    }

    @GetMapping("/coverage.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/coverage", parameters, GapRegister.ORDERS, "-day").about("from", "to");
        var asked = asked(paging, actor);
        audit.act("CoverageGapsExported", "coverage gaps " + asked.from() + " to " + asked.to(),
                Map.of("from", asked.from(), "to", asked.to()));
        var gaps = register.all(asked, paging);
        var schools = schools(gaps);
        Csv.answer(response, "coverage-gaps-" + asked.from() + "-to-" + asked.to() + ".csv", HEADER,
                gaps.stream().map(g -> {
                    var school = schools.get(g.schoolId());
                    return Arrays.asList(g.day(), school.name(), CLOCK.format(g.from().atZone(school.zone())),
                            CLOCK.format(g.to().atZone(school.zone())), g.minutes(), g.reason(),
                            g.explanation(), g.told(),
                            g.toldAt() == null ? "" : g.toldAt(), g.relief());
                }));
    }

    private Asked asked(Paging paging, Actor actor) {
        LocalDate to = day(paging.filter("to"), "to", home.today());
        LocalDate from = day(paging.filter("from"), "from", to.minusDays(SHOWN_AT_FIRST));
        if (to.isBefore(from)) throw new InvalidInput("to", to.toString(), "ledger.wrong.to");
        var reason = Arrays.stream(GapReason.values()).filter(r -> r.name().equals(paging.filter("reason"))).findFirst()
                .orElse(null);
        Boolean explained = switch (paging.filter("said")) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
        return new Asked(from, to, schools(paging, actor), reason, explained);
    }

    /**
     * A principal reads about their school only; everybody else about the schools they name, or all that row security
     * shows them.
     */
    private @Nullable Collection<UUID> schools(Paging paging, Actor actor) {
        if (actor.role().atOneSchool() && actor.school() != null) return List.of(actor.school());
        if (!paging.filter("school").isEmpty()) return List.of(uuid(paging.filter("school")));
        if (paging.filter("q").isEmpty()) return null;
        return names.named(paging.filter("q"), SCHOOLS).stream().map(Campus::id).toList();
    }

    private Map<UUID, Campus> schools(List<Gap> gaps) {
        var found = campuses.list(gaps.stream().map(Gap::schoolId).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        // Archived schools keep their past.
        gaps.stream().map(Gap::schoolId).distinct().filter(id -> !found.containsKey(id)).forEach(id -> campuses.find(id)
                .ifPresent(c -> found.put(id, c)));
        return found;
    }

    private static Line line(Page page, Gap gap, Campus school) {
        var said = gap.explanation().isEmpty()
                ? Chip.warn(page.t("ledger.said.no"))
                : Chip.good(page.t("ledger.said.yes"));
        return new Line(page.when().dayAndYear(gap.day()),
                school.name(),
                "/board/posts/" + gap.postId(),
                page.when().time(gap.from(), school.zone()) + " – " + page.when().time(gap.to(), school.zone()),
                minutes(page, gap.minutes()),
                page.t("ledger.reason." + gap.reason()), said, gap.explanation());
    }

    /** The figures are about what the filters ask; so are the rows they open. */
    private static List<Tile> tiles(Page page, GapRegister.Count count, Asked asked, Paging paging) {
        var unexplained = page.t("ledger.tile.unexplained");
        return List.of(
                Tile.of(page.t("ledger.tile.gaps"), String.valueOf(count.gaps()))
                        .opens(rows(paging, asked, paging.filter("said"), "day")),
                Tile.of(page.t("ledger.tile.minutes"), minutes(page, count.minutes()))
                        .opens(rows(paging, asked, paging.filter("said"), "minutes")),
                Tile.of(unexplained, String.valueOf(count.unexplained())).opens(rows(paging, asked, "no", "day"))
                        .tone(count.unexplained() > 0 ? Chip.Tone.WARN : Chip.Tone.GOOD));
    }

    private static String rows(Paging paging, Asked asked, String said, String sort) {
        var filters = new LinkedHashMap<>(paging.filters());
        filters.putAll(Map.of("from", asked.from().toString(), "to", asked.to().toString()));
        if (!said.isEmpty()) filters.put("said", said);
        return new Paging(paging.path(), filters, sort, true, 1, Paging.SIZE, 0, Set.of()).hrefOfPage(1);
    }

    private static List<Field> filters(Page page, Paging paging, Asked asked) {
        var any = new Field.Option("", page.t("ledger.any"));
        var reasons = Stream.concat(Stream.of(any), Arrays.stream(GapReason.values())
                .map(r -> new Field.Option(r.name(), page.t("ledger.reason." + r)))).toList();
        var said = List.of(any, new Field.Option("no", page.t("ledger.said.no")),
                new Field.Option("yes", page.t("ledger.said.yes")));
        return List.of(Field.of(Field.Kind.SEARCH, "q", page.t("ledger.school")).value(paging.filter("q")),
                Field.date("from", page.t("ledger.from")).value(asked.from()), Field.date("to", page.t("ledger.to"))
                        .value(asked.to()),
                Field.select("reason", page.t("ledger.reason"), reasons).value(paging.filter("reason")),
                Field.select("said", page.t("ledger.said"), said).value(paging.filter("said")));
    }

    private static String period(Page page, Asked asked) {
        return page.t("ledger.lead", page.when().date(asked.from()), page.when().date(asked.to()));
    }

    private static String minutes(Page page, long minutes) {
        return minutes < 60 ? page.t("ledger.min", minutes) : page.t("ledger.hours", minutes / 60, minutes % 60);
    }

    private static LocalDate day(String text, String field, LocalDate otherwise) {
        if (text.isEmpty()) return otherwise;
        try {
            return Days.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, text, "ledger.wrong.day");
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("school", text, "ledger.wrong.school");
        }
    }
}
