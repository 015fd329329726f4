package org.daywatch.staffing.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.platform.web.kit.Tile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A safety director's first screen: all schools of the district, how each stands, and how long each stood uncovered. */
@Controller
public class DistrictPages {

    private static final ZoneId OFFICE = ZoneId.of("America/Phoenix");
    private static final Set<String> ORDERS = Set.of("school", "today", "week", "quarter", "share");

    private final Board board;
    private final Campuses campuses;
    private final Clock clock;

    DistrictPages(Board board, Campuses campuses, Clock clock) {
        this.board = board;
        this.campuses = campuses;
        this.clock = clock;
    }

    @Bean
    static NavEntry districtEntry() {
        return NavEntry.of(12, "coverage.district.nav", "/district", "insights", Permission.COVERAGE_EXPLAIN);
    }

    /** @param share covered part of the minutes that have passed, in whole percent; null when none has passed */
    record Standing(UUID id, String school, @Nullable SchoolDay today, long todayUncovered, long weekUncovered, long quarterUncovered, long quarterRequired, @Nullable Integer share) {}

    public record Line(String school, String href, @Nullable Chip chip, String now, String today, String week, String quarter, String share, String daysHref) {}

    public record DayLine(String day, Chip chip, String officers, String required, String uncovered, String gaps, String href) {}

    @GetMapping("/district")
    @Needs({Permission.COVERAGE_EXPLAIN, Permission.BOARD_READ})
    ModelAndView district(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/district", parameters, ORDERS, "-quarter");
        var standings = matching(standings(), paging);
        paging = paging.of(standings.size());
        var lines = standings.stream().skip(paging.offset()).limit(paging.size()).map(s -> line(page, s)).toList();
        return new ModelAndView("staffing/coverage/district", Map.of("page", page.titled("coverage.district.title", actor.organization()), "lines", lines, "paging", paging,
                "tiles", tiles(page, standings), "filters", List.of(Field.of(Field.Kind.SEARCH, "q", page.t("coverage.filter.q")).value(paging.filter("q"))),
                "from", quarter(), "to", today(), "mayExport", actor.may(Permission.EXPORTS)));
    }

    @GetMapping("/district.csv")
    @Needs({Permission.COVERAGE_EXPLAIN, Permission.BOARD_READ})
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var standings = matching(standings(), Paging.read("/district", parameters, ORDERS, "-quarter"));
        Csv.answer(response, "schools-" + today() + ".csv", List.of("school", "state_now", "uncovered_today_min", "uncovered_week_min", "uncovered_quarter_min", "required_quarter_min", "covered_percent"),
                standings.stream().map(s -> java.util.Arrays.asList(s.school(), s.today() == null ? "" : s.today().state(), s.todayUncovered(), s.weekUncovered(), s.quarterUncovered(), s.quarterRequired(), s.share())));
    }

    @GetMapping("/district/schools/{id}")
    @Needs({Permission.COVERAGE_READ, Permission.BOARD_READ})
    ModelAndView days(Page page, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to) {
        var school = campuses.find(id).orElseThrow(() -> new NotFound("school " + id));
        var first = from == null ? quarter() : from;
        var last = to == null ? today() : to;
        var lines = board.school(id, first, last).values().stream().map(d -> new DayLine(CoverageWords.day(page, d.day()), CoverageWords.chip(page, d.state()),
                d.officers().isEmpty() ? page.t("coverage.nobody") : String.join(", ", d.officers()), CoverageWords.minutes(page, d.required()),
                CoverageWords.minutes(page, d.uncovered()), CoverageExport.gaps(d), "/board/posts/" + d.worstPost())).toList().reversed();
        return new ModelAndView("staffing/coverage/days", Map.of("page", page.titled("coverage.days.title", school.name()), "lines", lines,
                "lead", page.t("coverage.days.lead", CoverageWords.weekday(page, first), CoverageWords.weekday(page, last))));
    }

    private List<Standing> standings() {
        var today = today();
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var bySchool = new LinkedHashMap<UUID, List<SchoolDay>>();
        board.days(quarter().isBefore(monday) ? quarter() : monday, today).values()
                .forEach(list -> list.forEach(d -> bySchool.computeIfAbsent(d.schoolId(), s -> new ArrayList<>()).add(d)));
        return bySchool.entrySet().stream().map(e -> standing(e.getKey(), e.getValue(), today, monday)).toList();
    }

    private Standing standing(UUID id, List<SchoolDay> days, LocalDate today, LocalDate monday) {
        var current = days.stream().filter(d -> d.day().equals(today)).findFirst().orElse(null);
        var inQuarter = days.stream().filter(d -> !d.day().isBefore(quarter())).toList();
        long covered = inQuarter.stream().mapToLong(SchoolDay::covered).sum();
        long uncovered = inQuarter.stream().mapToLong(SchoolDay::uncovered).sum();
        Integer share = covered + uncovered == 0 ? null : (int) (100 * covered / (covered + uncovered));
        return new Standing(id, days.getFirst().school().name(), current, current == null ? 0 : current.uncovered(),
                days.stream().filter(d -> !d.day().isBefore(monday)).mapToLong(SchoolDay::uncovered).sum(), uncovered,
                inQuarter.stream().mapToLong(SchoolDay::required).sum(), share);
    }

    private static List<Standing> matching(List<Standing> standings, Paging paging) {
        Comparator<Standing> order = switch (paging.sort()) {
            case "school" -> Comparator.comparing(Standing::school);
            case "today" -> Comparator.comparingLong(Standing::todayUncovered);
            case "week" -> Comparator.comparingLong(Standing::weekUncovered);
            case "share" -> Comparator.comparing(s -> s.share() == null ? -1 : s.share());
            default -> Comparator.comparingLong(Standing::quarterUncovered);
        };
        String words = paging.filter("q").toLowerCase(Locale.ROOT);
        return standings.stream().filter(s -> s.school().toLowerCase(Locale.ROOT).contains(words))
                .sorted((paging.descending() ? order.reversed() : order).thenComparing(Standing::school)).toList();
    }

    private Line line(Page page, Standing s) {
        String days = "/district/schools/" + s.id();
        return new Line(s.school(), "/schools/" + s.id(), s.today() == null ? null : CoverageWords.chip(page, s.today().state()),
                s.today() == null ? page.t("coverage.none") : CoverageWords.next(page, s.today()), CoverageWords.minutes(page, s.todayUncovered()),
                CoverageWords.minutes(page, s.weekUncovered()), CoverageWords.minutes(page, s.quarterUncovered()), s.share() == null ? "–" : s.share() + " %", days);
    }

    private static List<Tile> tiles(Page page, List<Standing> standings) {
        var today = standings.stream().map(Standing::today).filter(d -> d != null).toList();
        var figures = Board.figures(today);
        long quarter = standings.stream().mapToLong(Standing::quarterUncovered).sum();
        return List.of(
                Tile.of(page.t("coverage.tile.uncovered"), "" + figures.uncoveredNow()).note(page.t("coverage.tile.schools", figures.schools())).opens("/board?state=UNCOVERED")
                        .tone(figures.uncoveredNow() > 0 ? Chip.Tone.BAD : Chip.Tone.GOOD),
                Tile.of(page.t("coverage.tile.risk"), "" + figures.atRisk()).note(page.t("coverage.tile.risk.note")).opens("/board?state=AT_RISK")
                        .tone(figures.atRisk() > 0 ? Chip.Tone.WARN : Chip.Tone.GOOD),
                Tile.of(page.t("coverage.district.quarter"), CoverageWords.minutes(page, quarter)).note(page.t("coverage.tile.minutes")).opens("/district?sort=-quarter")
                        .tone(quarter > 0 ? Chip.Tone.WARN : Chip.Tone.GOOD));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }

    private LocalDate quarter() {
        return today().with(IsoFields.DAY_OF_QUARTER, 1L);
    }
}
