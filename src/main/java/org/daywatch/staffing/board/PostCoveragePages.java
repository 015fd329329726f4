package org.daywatch.staffing.board;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.DayBar;
import org.daywatch.staffing.coverage.Board;
import org.daywatch.staffing.coverage.CoverageLedger.Stretch;
import org.daywatch.staffing.coverage.CoverageQueries;
import org.daywatch.staffing.coverage.GapExplanations.Explanation;
import org.daywatch.staffing.coverage.GapExplanations;
import org.daywatch.staffing.coverage.GapStore;
import org.daywatch.staffing.coverage.PostDay;
import org.daywatch.staffing.coverage.SchoolDayCoverage;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.ledger.CoveragePeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Behind a figure of the board: the post, who held it, each gap and what is said about it; and the export of all of it.
 */
@Controller
public class PostCoveragePages {

    private static final int LONGEST_EXPORT_DAYS = 400;
    private static final int MOST_REASONS = 6;

    private final Board board;
    private final GapExplanations gaps;
    private final GapStore storedGaps;
    private final EligibilityQueries eligibility;
    private final AuditLog audit;
    private final HomeTime home;

    PostCoveragePages(Board board, GapExplanations gaps, GapStore storedGaps, EligibilityQueries eligibility,
            AuditLog audit, HomeTime home) {
        this.board = board;
        this.gaps = gaps;
        this.storedGaps = storedGaps;
        this.eligibility = eligibility;
        this.audit = audit;
        this.home = home;
    }

    /** @param explained what was said about it; empty while nobody has */
    public record Gap(String words, String from, String explained, String told, String relief) {}

    public record Holder(String officer, String state, String in, String out, String href) {}

    /** @param ranks which departments have been asked; @param may how many of all active officers may take it */
    public record Asked(String ranks, String may, List<String> reasons) {}

    /** @param asked null when the post is taken, or for readers to whom officers' matters do not belong */
    public record View(UUID id, String school, String schoolHref, String day, String window, String role,
            @Nullable Asked asked,
            Chip chip,
            DayBar bar, String figures, List<Holder> holders, List<Gap> gaps) {}

    @GetMapping("/board/posts/{id}")
    @Needs({Permission.COVERAGE_READ, Permission.BOARD_READ})
    ModelAndView post(Page page, Actor actor, @PathVariable UUID id) {
        return shown(page, actor, day(actor, id));
    }

    /** The gap is named by its first minute; how long it was and why follows from the punches, not from the form. */
    @PostMapping("/board/posts/{id}/explanations")
    @Needs(Permission.COVERAGE_EXPLAIN)
    ModelAndView explain(Page page, Actor actor, @PathVariable UUID id, @RequestParam Instant from,
            @RequestParam(defaultValue = "") String explanation, @RequestParam(defaultValue = "") String told,
            @RequestParam(defaultValue = "") String relief, HttpServletResponse response) {
        var day = day(actor, id);
        var gap = day.gaps().stream().filter(g -> g.window().start().equals(from)).findFirst()
                .orElseThrow(() -> new InvalidInput("from", from.toString(), page.t("coverage.gap.gone")));
        return Act.form(page, Map.of("explanation", explanation, "told", told, "relief", relief),
                again -> shown(again, actor, day), () -> {
                    gaps.explain(actor, id, gap.window(), gap.reason(), explanation, told, relief);
                    Flashes.say(response, "success", page.t("coverage.explained"));
                    return new ModelAndView("redirect:/board/posts/" + id);
                });
    }

    /** Either a period by its name, or a first and a last day. */
    @GetMapping("/coverage/export.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void export(@RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to, HttpServletResponse response) {
        var days = period.isEmpty()
                ? days(from, to)
                : CoveragePeriod.find(period)
                        .orElseThrow(() -> new InvalidInput("period", period, "coverage.wrong.period"))
                        .on(home.today());
        audit.act("CoverageExported", "coverage " + days.from() + " to " + days.to(),
                Map.of("from", days.from(), "to", days.to()));
        // A year of thousands of schools does not fit into memory at once: day by day.
        Csv.answer(response, "coverage-" + days.from() + "-to-" + days.to() + ".csv", CoverageExport.HEADER,
                days.from().datesUntil(days.to().plusDays(1))
                        .flatMap(day -> board.day(day).stream().map(CoverageExport::row)));
    }

    private static CoveragePeriod.Days days(@Nullable LocalDate from, @Nullable LocalDate to) {
        boolean known = from != null && to != null && Days.possible(from) && Days.possible(to);
        if (!known || to.isBefore(from) || from.plusDays(LONGEST_EXPORT_DAYS).isBefore(to)) {
            throw new InvalidInput("to", String.valueOf(to), "coverage.wrong.to");
        }
        return new CoveragePeriod.Days(from, to);
    }

    private ModelAndView shown(Page page, Actor actor, SchoolDayCoverage day) {
        return new ModelAndView("staffing/board/post", Map.of("page", page.titled("coverage.post.title"), "post",
                view(page, actor, day),
                "mayExplain", actor.may(Permission.COVERAGE_EXPLAIN), "mayFill", actor.may(Permission.POSTS_EDIT),
                "mayRecord", actor.may(Permission.SHIFTS_DESK) && day.seats().getFirst().row().postedRank() > 0));
    }

    private SchoolDayCoverage day(Actor actor, UUID id) {
        return board.post(id).filter(d -> !actor.role().atOneSchool() || d.schoolId().equals(actor.school()))
                .orElseThrow(() -> new NotFound("post " + id));
    }

    private View view(Page page, Actor actor, SchoolDayCoverage day) {
        var row = day.seats().getFirst().row();
        var zone = day.school().zone();
        var said = storedGaps.of(row.post().postId());
        var holders = row.post().attendances().stream()
                .map(a -> new Holder(a.officer(), page.t("coverage.shift." + a.state()),
                        a.checkedInAt() == null ? "" : CoverageWords.clock(page, a.checkedInAt(), zone),
                        a.checkedOutAt() == null ? "" : CoverageWords.clock(page, a.checkedOutAt(), zone),
                        "/shifts/" + a.shiftId()))
                .toList();
        var views = day.gaps().stream().map(g -> gap(page, g, zone, said)).toList();
        return new View(row.post().postId(), day.school().name(), "/schools/" + day.schoolId(),
                CoverageWords.day(page, row.day()),
                page.when().hours(row.post().window(), zone), row.role(),
                asked(page, actor, row), CoverageWords.chip(page, day.state()), CoverageWords.bar(page, day),
                CoverageWords.figures(page, day), holders, views);
    }

    private static Gap gap(Page page, Stretch gap, ZoneId zone, List<Explanation> said) {
        var about = said.stream().filter(e -> e.window().overlaps(gap.window()) && !e.explanation().isEmpty())
                .findFirst();
        return new Gap(CoverageWords.gap(page, gap, zone), gap.window().start().toString(),
                about.map(Explanation::explanation)
                        .orElse(""),
                about.map(Explanation::told).orElse(""), about.map(Explanation::relief).orElse(""));
    }

    /**
     * Who could be asked for an empty post, and why the others could not take it: the agency's to know, not the
     * district's.
     */
    private @Nullable Asked asked(Page page, Actor actor, CoverageQueries.Row row) {
        boolean open = row.post().attendances().stream().noneMatch(PostDay.Attendance::holdsPost);
        if (!open || !actor.may(Permission.OFFICERS_READ)) return null;
        var judged = eligibility.judgeOfficers(row.post().postId());
        long may = judged.stream().filter(j -> j.verdict().allowed()).count();
        var why = judged.stream().flatMap(j -> j.verdict().failed().stream().map(f -> kind(f.code())).distinct())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        var reasons = why.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .map(e -> page.t("coverage.asked.reason", e.getValue(), page.t("coverage.fails." + e.getKey())))
                .toList();
        return new Asked(
                row.postedRank() == 0 ? page.t("coverage.asked.none") : page.t("coverage.asked.rank", row.postedRank()),
                page.t("coverage.asked.may", may, judged.size()), reasons);
    }

    /** Thirty rules are too many for one line each; their kinds say where to look. */
    private static String kind(String code) {
        if (code.startsWith("CAP_")) return "HOURS";
        return switch (code) {
            case "ELSEWHERE_THEN", "RECORDED_ABSENT", "OUTSIDE_AVAILABILITY" -> "AWAY";
            case "DEPARTMENT_NOT_ASKED", "DEPARTMENT_WITHOUT_TERMS", "TERMS_NOT_YET", "TERMS_OVER", "TERMS_NOT_THEN" ->
                "NOT_ASKED";
            case "ROLE_NOT_HELD" -> "ROLE";
            case "SCHOOL_BLOCK" -> "BLOCK";
            case "WORK_PROHIBITED" -> "WORK";
            case "NOT_ACTIVE", "DUTY_STATUS", "DUTY_STATUS_OPEN" -> "INACTIVE";
            default -> "CREDENTIAL";
        };
    }
}
