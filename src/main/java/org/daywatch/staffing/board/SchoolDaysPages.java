package org.daywatch.staffing.board;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.platform.web.kit.Tile;
import org.daywatch.staffing.coverage.Board;
import org.daywatch.staffing.coverage.SchoolDayCoverage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The posts of one school over some days, behind a figure of a board, with the minutes that make it up. */
@Controller
@Needs({Permission.COVERAGE_READ, Permission.BOARD_READ})
public class SchoolDaysPages {

    private static final Map<String, Comparator<SchoolDayCoverage>> SORTS = Map.of("day",
            Comparator.comparing(SchoolDayCoverage::day), "state", Comparator.comparing(SchoolDayCoverage::state),
            "required", Comparator.comparingLong(SchoolDayCoverage::required), "covered",
            Comparator.comparingLong(SchoolDayCoverage::covered),
            "uncovered", Comparator.comparingLong(SchoolDayCoverage::uncovered));

    private final Board board;
    private final Campuses campuses;

    SchoolDaysPages(Board board, Campuses campuses) {
        this.board = board;
        this.campuses = campuses;
    }

    /** One post. */
    public record DayLine(String day, String hours, Chip chip, String officers, String required, String covered,
            String uncovered, String gaps, String href) {}

    private record Span(LocalDate from, LocalDate to) {}

    @GetMapping("/district/schools/{id}")
    ModelAndView days(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> parameters) {
        mayRead(actor, id);
        var school = campuses.find(id).orElseThrow(() -> new NotFound("school " + id));
        var span = span(parameters);
        var asked = paging(id, parameters);
        var posts = posts(page, id, span, asked);
        var paging = asked.of(posts.size());
        return new ModelAndView("staffing/board/days",
                Map.of("page", page.titled("coverage.days.title", school.name()), "paging", paging,
                        "lines", paging.shown(posts).stream().map(p -> line(page, p)).toList(), "back",
                        back(actor, span), "tiles", tiles(page, posts),
                        "from", span.from(), "to", span.to(), "lead",
                        span.from().equals(span.to())
                                ? CoverageWords.day(page, span.from())
                                : page.t("coverage.days.lead", page.when().dayAndYear(span.from()),
                                        page.when().dayAndYear(span.to()))));
    }

    @GetMapping("/district/schools/{id}.csv")
    @Needs(value = {Permission.COVERAGE_READ, Permission.BOARD_READ}, stepUp = true)
    void csv(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> parameters,
            HttpServletResponse response) {
        mayRead(actor, id);
        if (campuses.find(id).isEmpty()) throw new NotFound("school " + id);
        var span = span(parameters);
        Csv.answer(response, "coverage-of-school-" + span.from() + "-to-" + span.to() + ".csv", CoverageExport.HEADER,
                posts(page, id, span, paging(id, parameters)).stream().map(CoverageExport::row));
    }

    private static Paging paging(UUID id, Map<String, String> parameters) {
        return Paging.read("/district/schools/" + id, parameters, SORTS.keySet(), "-day").about("from", "to");
    }

    /** By officer or by what is said of the gaps. */
    private List<SchoolDayCoverage> posts(Page page, UUID id, Span span, Paging asked) {
        return board.school(id, span.from(), span.to()).values().stream().flatMap(d -> d.bySeat().stream())
                .filter(p -> asked
                        .finds(Stream.concat(p.officers().stream(), Stream.of(CoverageWords.sentence(page, p)))
                                .toArray(String[]::new)))
                .sorted(asked.order(SORTS)).toList();
    }

    private static List<Tile> tiles(Page page, List<SchoolDayCoverage> posts) {
        return List.of(
                Tile.of(page.t("coverage.days.required"),
                        CoverageWords.minutes(page, posts.stream().mapToLong(SchoolDayCoverage::required).sum())),
                Tile.of(page.t("coverage.col.covered"),
                        CoverageWords.minutes(page, posts.stream().mapToLong(SchoolDayCoverage::covered).sum())),
                Tile.of(page.t("coverage.col.uncovered"),
                        CoverageWords.minutes(page, posts.stream().mapToLong(SchoolDayCoverage::uncovered).sum())));
    }

    private static DayLine line(Page page, SchoolDayCoverage post) {
        var hours = page.when().hours(post.seats().getFirst().row().post().window(), post.school().zone());
        var gaps = post.gaps().isEmpty() ? page.t("coverage.days.none") : CoverageWords.sentence(page, post);
        return new DayLine(page.when().dayAndYear(post.day()), hours, CoverageWords.chip(page, post.state()),
                post.officers().isEmpty() ? CoverageWords.nobody(page, post) : String.join(", ", post.officers()),
                CoverageWords.minutes(page, post.required()), CoverageWords.minutes(page, post.covered()),
                CoverageWords.minutes(page, post.uncovered()), gaps, "/board/posts/" + post.worstPost());
    }

    private Span span(Map<String, String> parameters) {
        return new Span(day(parameters, "from", DistrictPages.quarter(board.today())),
                day(parameters, "to", board.today()));
    }

    private static LocalDate day(Map<String, String> parameters, String name, LocalDate otherwise) {
        String text = parameters.getOrDefault(name, "");
        if (!parameters.containsKey(name)) return otherwise;
        return Days.find(text).orElseThrow(() -> new InvalidInput(name, text, "ledger.wrong.day"));
    }

    /** Where the figure was that led here. */
    private static String back(Actor actor, Span span) {
        if (!actor.may(Permission.BOARD_READ)) return "/school";
        if (span.from().equals(span.to())) return "/board?day=" + span.from();
        return actor.may(Permission.COVERAGE_EXPLAIN) ? "/district" : "/board";
    }

    /** A principal looks at their own school only; another one is, for them, not there. */
    private static void mayRead(Actor actor, UUID school) {
        if (actor.role().atOneSchool() && !school.equals(actor.school())) throw new NotFound("school " + school);
    }
}
