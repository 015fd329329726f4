package org.daywatch.staffing.board;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.platform.web.kit.Tile;
import org.daywatch.staffing.coverage.Board;
import org.daywatch.staffing.coverage.SchoolDayCoverage;
import org.daywatch.staffing.ledger.GapRegister.Totals;
import org.daywatch.staffing.ledger.GapRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A safety director's first screen: all schools of the district, how each stands, and how long each stood uncovered.
 */
@Controller
public class DistrictPages {

    private static final Set<String> ORDERS = Set.of("school", "today", "week", "quarter", "share");
    private static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    private final Board board;
    private final Campuses campuses;
    private final GapRegister register;
    private final List<FirstScreenLines> rooms;

    DistrictPages(Board board, Campuses campuses, GapRegister register, List<FirstScreenLines> rooms) {
        this.board = board;
        this.campuses = campuses;
        this.register = register;
        this.rooms = rooms;
    }

    private static final List<String> HEADER = List.of("school", "state_now", "uncovered_today_min",
            "uncovered_week_min",
            "uncovered_quarter_min", "required_quarter_min", "covered_percent");

    @Bean
    static NavEntry districtEntry() {
        return NavEntry.of(NavPart.TODAY, 12, "coverage.district.nav", "/district", "insights",
                Permission.COVERAGE_EXPLAIN);
    }

    /** @param share covered part of the minutes that have passed, in whole percent; null when none has passed */
    record Standing(UUID id, String school, @Nullable SchoolDayCoverage today, long todayUncovered, long weekUncovered,
            long quarterUncovered, long quarterRequired, @Nullable Integer share) {}

    public record Line(String school, String href, @Nullable Chip chip, List<CoverageWords.Next> now, String today,
            String todayHref, String week, String weekHref,
            String quarter, String quarterHref, String share) {}

    @GetMapping("/district")
    @Needs({Permission.COVERAGE_EXPLAIN, Permission.BOARD_READ})
    ModelAndView district(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/district", parameters, ORDERS, "-quarter");
        var today = board.today();
        var all = standings(today);
        var standings = matching(all, paging);
        paging = paging.of(standings.size());
        var lines = standings.stream().skip(paging.offset()).limit(paging.size()).map(s -> line(page, s, today))
                .toList();
        return new ModelAndView("staffing/board/district",
                Map.of("page", page.titled("coverage.district.title", actor.organization()), "lines", lines, "paging",
                        paging,
                        "tiles", tiles(page, all), "filters", filters(page, paging),
                        "from", quarter(today), "to", today, "mayExport", actor.may(Permission.EXPORTS),
                        "waiting", FirstScreenLines.all(rooms, page, actor)));
    }

    @GetMapping("/district.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var today = board.today();
        var standings = matching(standings(today), Paging.read("/district", parameters, ORDERS, "-quarter"));
        Csv.answer(response, "schools-" + today + ".csv", HEADER,
                standings.stream()
                        .map(s -> java.util.Arrays.asList(s.school(), s.today() == null ? "" : s.today().state(),
                                s.todayUncovered(), s.weekUncovered(), s.quarterUncovered(), s.quarterRequired(),
                                s.share())));
    }

    /** Days that are over come from the kept ledger, today from the punches of this minute. */
    private List<Standing> standings(LocalDate today) {
        var yesterday = today.minusDays(1);
        var quarter = register.bySchool(quarter(today), yesterday);
        var week = register.bySchool(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), yesterday);
        var live = board.day(today).stream()
                .collect(Collectors.toMap(SchoolDayCoverage::schoolId, Function.identity()));
        var names = campuses.list(Stream.of(quarter.keySet(), week.keySet(), live.keySet()).flatMap(Set::stream)
                .collect(Collectors.toSet()));
        return names.stream().map(s -> standing(s, live.get(s.id()), week.getOrDefault(s.id(), NONE),
                quarter.getOrDefault(s.id(), NONE))).toList();
    }

    private static Standing standing(Campus school, @Nullable SchoolDayCoverage today, Totals week, Totals quarter) {
        long uncovered = today == null ? 0 : today.uncovered();
        long covered = quarter.covered() + (today == null ? 0 : today.covered());
        long passed = covered + quarter.uncovered() + uncovered;
        return new Standing(school.id(), school.name(), today, uncovered, week.uncovered() + uncovered,
                quarter.uncovered()
                        + uncovered,
                quarter.required() + (today == null ? 0 : today.required()),
                passed == 0 ? null : (int) (100 * covered / passed));
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
        boolean lacking = paging.filter("only").equals("uncovered");
        return standings.stream().filter(
                s -> s.school().toLowerCase(Locale.ROOT).contains(words) && (!lacking || s.quarterUncovered() > 0))
                .sorted((paging.descending() ? order.reversed() : order).thenComparing(Standing::school)).toList();
    }

    private static List<Field> filters(Page page, Paging paging) {
        return List.of(Field.of(Field.Kind.SEARCH, "q", page.t("coverage.district.search")).value(paging.filter("q")),
                Field.select("only", page.t("coverage.district.only"),
                        List.of(new Field.Option("", page.t("coverage.filter.any")),
                                new Field.Option("uncovered", page.t("coverage.district.only.uncovered"))))
                        .value(paging.filter("only")));
    }

    private Line line(Page page, Standing s, LocalDate today) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Line(s.school(), "/schools/" + s.id(),
                s.today() == null ? null : CoverageWords.chip(page, s.today().state()),
                s.today() == null
                        ? List.of(new CoverageWords.Next(page.t("coverage.none"), ""))
                        : CoverageWords.next(page, s.today(), Map.of()),
                CoverageWords.minutes(page, s.todayUncovered()), BoardPages.minutesHref(s.id(), today, today),
                CoverageWords.minutes(page, s.weekUncovered()), BoardPages.minutesHref(s.id(), monday, today),
                CoverageWords.minutes(page, s.quarterUncovered()),
                BoardPages.minutesHref(s.id(), quarter(today), today),
                s.share() == null ? "–" : s.share() + "%");
    }

    private List<Tile> tiles(Page page, List<Standing> standings) {
        var today = standings.stream().map(Standing::today).filter(d -> d != null).toList();
        var figures = Board.figures(today);
        long quarter = standings.stream().mapToLong(Standing::quarterUncovered).sum();
        return List.of(
                Tile.of(page.t("coverage.tile.uncovered"), "" + figures.uncoveredNow())
                        .note(page.t("coverage.tile.schools", figures.schools())).opens("/board?state=UNCOVERED")
                        .tone(figures.uncoveredNow() > 0 ? Chip.Tone.BAD : Chip.Tone.GOOD),
                Tile.of(page.t("coverage.tile.risk"), "" + figures.atRisk()).note(page.t("coverage.tile.risk.note"))
                        .opens("/board?state=AT_RISK")
                        .tone(figures.atRisk() > 0 ? Chip.Tone.WARN : Chip.Tone.GOOD),
                Tile.of(page.t("coverage.district.quarter"), CoverageWords.minutes(page, quarter))
                        .note(page.t("coverage.tile.minutes")).opens("/district?only=uncovered&sort=-quarter")
                        .tone(quarter > 0 ? Chip.Tone.WARN : Chip.Tone.GOOD));
    }

    static LocalDate quarter(LocalDate today) {
        return today.with(IsoFields.DAY_OF_QUARTER, 1L);
    }
}
