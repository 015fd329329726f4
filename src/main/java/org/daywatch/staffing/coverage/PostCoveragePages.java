package org.daywatch.staffing.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.DayBar;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Behind a figure of the board: the post, who held it, each gap and what is said about it; and the export of all of it. */
@Controller
public class PostCoveragePages {

    private static final int LONGEST_EXPORT_DAYS = 400;

    private final CoverageQueries queries;
    private final Board board;
    private final GapExplanations gaps;
    private final Campuses campuses;
    private final AuditLog audit;
    private final Clock clock;

    PostCoveragePages(CoverageQueries queries, Board board, GapExplanations gaps, Campuses campuses, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.board = board;
        this.gaps = gaps;
        this.campuses = campuses;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param explained what was said about it; empty while nobody has */
    public record Gap(String words, String from, String to, String reason, String explained, String told, String relief) {}

    public record Holder(String officer, String state, String in, String out, String href) {}

    public record View(UUID id, String school, String schoolHref, String day, String window, String role, String postState, int asked, String margins, Chip chip, DayBar bar,
            List<Holder> holders, List<Gap> gaps) {}

    @GetMapping("/board/posts/{id}")
    @Needs({Permission.COVERAGE_READ, Permission.BOARD_READ})
    ModelAndView post(Page page, Actor actor, @PathVariable UUID id) {
        return new ModelAndView("staffing/coverage/post", Map.of("page", page.titled("coverage.post.title"), "post", view(page, id),
                "mayExplain", actor.may(Permission.COVERAGE_EXPLAIN), "mayFill", actor.may(Permission.SHIFTS_DESK)));
    }

    @PostMapping("/board/posts/{id}/explanations")
    @Needs(Permission.COVERAGE_EXPLAIN)
    ModelAndView explain(Page page, Actor actor, @PathVariable UUID id, @RequestParam Instant from, @RequestParam Instant to, @RequestParam GapReason reason,
            @RequestParam(defaultValue = "") String explanation, @RequestParam(defaultValue = "") String told, @RequestParam(defaultValue = "") String relief,
            HttpServletResponse response) {
        try {
            gaps.explain(actor, id, new Window(from, to), reason, explanation, told, relief);
        } catch (InvalidInput wrong) {
            response.setStatus(400);
            var again = page.titled("coverage.post.title").with(wrong.byField(), Map.of("explanation", explanation, "told", told, "relief", relief));
            return new ModelAndView("staffing/coverage/post", Map.of("page", again, "post", view(page, id), "mayExplain", true,
                    "mayFill", actor.may(Permission.SHIFTS_DESK)));
        }
        Flashes.say(response, "success", page.t("coverage.explained"));
        return new ModelAndView("redirect:/board/posts/" + id);
    }

    @GetMapping("/coverage/export.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void export(@RequestParam LocalDate from, @RequestParam LocalDate to, HttpServletResponse response) {
        if (to.isBefore(from) || from.plusDays(LONGEST_EXPORT_DAYS).isBefore(to)) {
            throw new InvalidInput("to", to.toString(), "Choose a last day that is at most " + LONGEST_EXPORT_DAYS + " days after the first.");
        }
        audit.act("CoverageExported", "coverage " + from + " to " + to, Map.of("from", from, "to", to));
        // A year of thousands of schools does not fit into memory at once: day by day.
        Csv.answer(response, "coverage-" + from + "-to-" + to + ".csv", CoverageExport.HEADER,
                from.datesUntil(to.plusDays(1)).flatMap(day -> board.day(day).stream().map(CoverageExport::row)));
    }

    private View view(Page page, UUID id) {
        var row = queries.post(id).orElseThrow(() -> new NotFound("post " + id));
        var school = campuses.find(row.post().schoolId()).orElseThrow(() -> new NotFound("school of post " + id));
        var day = SchoolDay.of(school, "", List.of(row), clock.instant());
        var zone = school.zone();
        var said = gaps.of(id);
        var holders = row.post().attendances().stream().map(a -> new Holder(a.officer(), page.t("coverage.shift." + a.state()),
                a.checkedInAt() == null ? "" : CoverageWords.clock(a.checkedInAt(), zone), a.checkedOutAt() == null ? "" : CoverageWords.clock(a.checkedOutAt(), zone),
                "/shifts/" + a.shiftId())).toList();
        var views = day.gaps().stream().map(g -> {
            var explained = said.stream().filter(e -> e.window().overlaps(g.window())).findFirst();
            return new Gap(CoverageWords.gap(page, g, zone), g.window().start().toString(), g.window().end().toString(), g.reason().name(),
                    explained.map(GapExplanations.Explanation::explanation).orElse(""), explained.map(GapExplanations.Explanation::told).orElse(""),
                    explained.map(GapExplanations.Explanation::relief).orElse(""));
        }).toList();
        return new View(id, school.name(), "/schools/" + school.id(), CoverageWords.day(page, row.day()),
                CoverageWords.clock(row.post().window().start(), zone) + "–" + CoverageWords.clock(row.post().window().end(), zone), row.role(), row.state(), row.postedRank(),
                row.bellKind(), CoverageWords.chip(page, day.state()), CoverageWords.bar(page, day), holders, views);
    }
}
