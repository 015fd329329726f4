package org.daywatch.staffing.board;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.setup.SetupProgress;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.DayBar;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.platform.web.kit.Tile;
import org.daywatch.staffing.coverage.Board;
import org.daywatch.staffing.coverage.CoverageQueries;
import org.daywatch.staffing.coverage.CoverageState;
import org.daywatch.staffing.coverage.SchoolDayCoverage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The coverage board: which school stands without an officer, today or on another day, and the whole week at a glance.
 */
@Controller
@Needs(Permission.BOARD_READ)
public class BoardPages {

    private final Board board;
    private final CoverageQueries queries;
    private final List<FirstScreenLines> rooms;
    private final SetupProgress setup;

    BoardPages(Board board, CoverageQueries queries, List<FirstScreenLines> rooms, SetupProgress setup) {
        this.setup = setup;
        this.rooms = rooms;
        this.board = board;
        this.queries = queries;
    }

    @Bean
    static NavEntry boardEntry() {
        return NavEntry.of(NavPart.TODAY, 10, "coverage.nav", "/board", "grid_view", Permission.BOARD_READ);
    }

    /** One line of the board. */
    public record Line(String id, String school, String schoolHref, String district, Chip chip, DayBar bar,
            List<CoverageWords.Next> next,
            String postHref, String minutesHref, String uncovered, String covered, boolean urgent, boolean gaps) {

        Line on(DayBar scale) {
            return new Line(id, school, schoolHref, district, chip, bar.on(scale), next, postHref, minutesHref,
                    uncovered, covered, urgent, gaps);
        }
    }

    /** One line of the week: the school and a cell a day, null where nothing is required. */
    public record WeekLine(String school, String district, String schoolHref, List<@Nullable Cell> cells,
            String uncovered, String minutesHref) {}

    /** A seat on the printed day sheet. */
    public record Sheet(String school, String district, String window, String officer, String state, String gaps) {}

    public record Cell(Chip chip, String href, String words) {}

    @GetMapping("/board")
    ModelAndView day(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var day = dayOf(parameters);
        var paging = Paging.read("/board", parameters, Board.ORDERS, "urgency").about("day");
        var all = board.day(day);
        var matching = Board.matching(all, paging);
        paging = paging.of(matching.size());
        var shown = matching.stream().skip(paging.offset()).limit(paging.size()).toList();
        var phones = phones(actor, shown);
        var lines = shown.stream().map(d -> line(page, d, phones)).toList();
        var scale = DayBar.around(lines.stream().map(Line::bar).toList());
        lines = lines.stream().map(line -> line.on(scale)).toList();
        var figures = Board.figures(all);
        var next = queries.nextDay(day);
        var waiting = FirstScreenLines.all(rooms, page, actor); // an alert of a school that is not covered yet stands here all the same
        if (all.isEmpty() && next.isEmpty() && waiting.isEmpty() && actor.may(Permission.SCHOOLS_EDIT)
                && !setup.done(actor))
            return new ModelAndView("redirect:/setup");
        var model = new LinkedHashMap<String, Object>(
                Map.of("page", page.titled("coverage.title"), "day", day, "dayWords", CoverageWords.day(page, day),
                        "tiles", tiles(page, figures, day), "lines", lines, "paging", paging, "filters",
                        filters(page, paging, all, day),
                        "today", day.equals(today()), "scale", scale));
        model.put("waiting", waiting);
        model.put("nextDay", next.map(LocalDate::toString).orElse(""));
        model.put("nextDayWords", next.map(d -> CoverageWords.weekday(page, d)).orElse(""));
        return new ModelAndView("staffing/board/board", model);
    }

    @GetMapping("/board.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(Page page, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var day = dayOf(parameters);
        var paging = Paging.read("/board", parameters, Board.ORDERS, "urgency");
        Csv.answer(response, "coverage-" + day + ".csv", CoverageExport.HEADER,
                Board.matching(board.day(day), paging).stream()
                        .map(CoverageExport::row));
    }

    @GetMapping("/board/week")
    ModelAndView week(Page page, @RequestParam Map<String, String> parameters) {
        return new ModelAndView("staffing/board/week", weekModel(page, parameters, Paging.SIZE));
    }

    @GetMapping("/board/week.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void weekCsv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var monday = dayOf(parameters).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var weeks = WeekView.weeks(board.days(monday, monday.plusDays(4)).values(),
                Paging.read("/board/week", parameters, Board.ORDERS, "urgency"));
        Csv.answer(response, "coverage-week-" + monday + ".csv", CoverageExport.HEADER,
                weeks.stream().flatMap(w -> w.days().stream())
                        .map(CoverageExport::row));
    }

    @GetMapping("/board/day-sheet")
    ModelAndView daySheet(Page page, @RequestParam Map<String, String> parameters) {
        var day = dayOf(parameters);
        var paging = Paging.read("/board/day-sheet", parameters, Board.ORDERS, "school");
        var days = Board.matching(board.day(day), paging);
        var f = Board.figures(days);
        return new ModelAndView("staffing/board/day-sheet",
                Map.of("page", page.titled("coverage.sheet.title", CoverageWords.day(page, day)),
                        "days", days.stream().flatMap(d -> sheet(page, d)).toList(), "summary",
                        page.t("coverage.sheet.summary",
                                f.schools(), f.filled(), f.posts())));
    }

    private static Stream<Sheet> sheet(Page page, SchoolDayCoverage d) {
        var zone = d.school().zone();
        return d.bySeat().stream().map(one -> new Sheet(d.school().name(), d.district(),
                page.when().hours(one.seats().getFirst().row().post().window(), zone),
                one.officers().isEmpty() ? CoverageWords.nobody(page, one) : String.join(", ", one.officers()),
                page.t("coverage.state." + one.state()),
                one.gaps().isEmpty() ? "" : CoverageWords.sentence(page, one)));
    }

    @GetMapping("/board/week-sheet")
    ModelAndView weekSheet(Page page, @RequestParam Map<String, String> parameters) {
        return new ModelAndView("staffing/board/week-sheet", weekModel(page, parameters, 10_000));
    }

    private Map<String, Object> weekModel(Page page, Map<String, String> parameters, int size) {
        var monday = dayOf(parameters).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var days = Stream.iterate(monday, d -> d.plusDays(1)).limit(5).toList();
        var week = board.days(monday, monday.plusDays(4));
        var paging = Paging.read("/board/week", parameters, Board.ORDERS, "urgency").about("day").size(size);
        var weeks = WeekView.weeks(week.values(), paging);
        paging = paging.of(weeks.size());
        var all = week.values().stream().flatMap(List::stream).toList();
        return Map.of("page", page.titled("coverage.week.title", CoverageWords.weekday(page, monday),
                CoverageWords.weekday(page, monday.plusDays(4))),
                "days", days.stream().map(d -> CoverageWords.weekday(page, d)).toList(), "monday", monday, "paging",
                paging,
                "lines",
                weeks.stream().skip(paging.offset()).limit(paging.size()).map(w -> WeekView.line(page, w, days))
                        .toList(),
                "tiles",
                weekTiles(page, Board.figures(all), monday),
                "filters", filters(page, paging, all, monday));
    }

    /** Of those who are missing now, for whoever calls them. */
    private Map<UUID, String> phones(Actor actor, List<SchoolDayCoverage> days) {
        if (!actor.may(Permission.SHIFTS_DESK)) return Map.of();
        return queries.phones(days.stream().flatMap(d -> d.seats().stream())
                .filter(s -> s.lacking() && s.holder() != null).map(s -> s.holder().shiftId()).toList());
    }

    private Line line(Page page, SchoolDayCoverage day, Map<UUID, String> phones) {
        return new Line(day.schoolId().toString(), day.school().name(), "/schools/" + day.schoolId(), day.district(),
                CoverageWords.chip(page, day.state()), CoverageWords.bar(page, day),
                CoverageWords.next(page, day, phones), "/board/posts/" + day.worstPost(),
                minutesHref(day.schoolId(), day.day(), day.day()),
                CoverageWords.minutes(page, day.uncovered()), CoverageWords.minutes(page, day.covered()),
                day.state() == CoverageState.UNCOVERED, !day.gaps().isEmpty());
    }

    private List<Tile> tiles(Page page, Board.Figures f, LocalDate day) {
        String here = "/board?day=" + day + "&state=";
        return List.of(
                Tile.of(page.t("coverage.tile.uncovered"), "" + f.uncoveredNow())
                        .note(page.t("coverage.tile.schools", f.schools())).opens(here + "UNCOVERED")
                        .tone(f.uncoveredNow() > 0 ? Chip.Tone.BAD : Chip.Tone.GOOD),
                Tile.of(page.t("coverage.tile.risk"), "" + f.atRisk()).note(page.t("coverage.tile.risk.note"))
                        .opens(here + "AT_RISK")
                        .tone(f.atRisk() > 0 ? Chip.Tone.WARN : Chip.Tone.GOOD),
                Tile.of(page.t("coverage.tile.filled"), f.filled() + " / " + f.posts())
                        .note(page.t("coverage.tile.filled.note"))
                        .opens("/posts?state=STANDING&from=" + day + "&to=" + day),
                Tile.of(page.t("coverage.tile.minutes"), CoverageWords.minutes(page, f.uncovered()))
                        .note(page.t("coverage.tile.minutes.note", CoverageWords.minutes(page, f.required())))
                        .opens(here + Board.LACKING + "&sort=-uncovered").tone(f.uncovered() > 0
                                ? Chip.Tone.BAD
                                : Chip.Tone.GOOD));
    }

    /** The posts and minutes of one school between two days, one row a post. */
    static String minutesHref(UUID school, LocalDate from, LocalDate to) {
        return "/district/schools/" + school + "?from=" + from + "&to=" + to;
    }

    private static List<Tile> weekTiles(Page page, Board.Figures f, LocalDate monday) {
        return List.of(Tile.of(page.t("coverage.tile.filled"), f.filled() + " / " + f.posts())
                .note(page.t("coverage.tile.filled.note"))
                .opens("/posts?state=STANDING&from=" + monday + "&to=" + monday.plusDays(4)),
                Tile.of(page.t("coverage.tile.minutes"), CoverageWords.minutes(page, f.uncovered()))
                        .note(page.t("coverage.tile.minutes.note", CoverageWords.minutes(page, f.required())))
                        .opens("/board/week?day=" + monday + "&state=" + Board.LACKING + "&sort=-uncovered")
                        .tone(f.uncovered() > 0 ? Chip.Tone.BAD : Chip.Tone.GOOD));
    }

    private static List<Field> filters(Page page, Paging paging, List<SchoolDayCoverage> all, LocalDate shown) {
        var any = new Field.Option("", page.t("coverage.filter.any"));
        var districts = Stream.concat(Stream.of(any),
                all.stream().map(d -> new Field.Option(d.school().districtId().toString(),
                        d.district())).distinct()
                        .sorted(java.util.Comparator.comparing(Field.Option::label)))
                .toList();
        var states = Stream.concat(Stream.of(any, new Field.Option(Board.LACKING, page.t("coverage.filter.lacking"))),
                Arrays.stream(CoverageState.values())
                        .map(s -> new Field.Option(s.name(), page.t("coverage.state." + s))))
                .toList();
        var levels = Stream.concat(Stream.of(any), Arrays.stream(SchoolLevel.values())
                .map(l -> new Field.Option(l.name(), page.t("coverage.level." + l)))).toList();
        return List.of(Field.of(Field.Kind.SEARCH, "q", page.t("coverage.filter.q")).value(paging.filter("q")),
                Field.date("day", page.t("coverage.filter.day")).value(shown),
                Field.select("state", page.t("coverage.filter.state"), states).value(paging.filter("state")),
                Field.select("district", page.t("coverage.filter.district"), districts)
                        .value(paging.filter("district")),
                Field.select("level", page.t("coverage.filter.level"), levels).value(paging.filter("level")));
    }

    private LocalDate dayOf(Map<String, String> parameters) {
        String asked = parameters.getOrDefault("day", "");
        if (asked.isBlank()) return today();
        try {
            return Days.parse(asked);
        } catch (java.time.format.DateTimeParseException e) {
            throw new org.daywatch.platform.errors.InvalidInput("day", asked, "typed.wrong.day");
        }
    }

    private LocalDate today() {
        return board.today();
    }
}
