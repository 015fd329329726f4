package org.daywatch.staffing.board;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.DayBar;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.staffing.coordinators.DeskTelephone;
import org.daywatch.staffing.coverage.Board;
import org.daywatch.staffing.coverage.SchoolDayCoverage;
import org.daywatch.staffing.punches.Doubt;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.daywatch.staffing.shifts.ShiftQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A principal's first screen: who is here, since when, and who comes next. */
@Controller
@Needs(Permission.SCHOOL_TODAY)
public class SchoolTodayPages {

    private final Board board;
    private final SchoolTodayQueries queries;
    private final Campuses campuses;
    private final ShiftQueries shifts;
    private final ShiftCommands commands;
    private final DeskTelephone telephone;
    private final List<FirstScreenLines> lines;
    private final Clock clock;

    SchoolTodayPages(Board board, SchoolTodayQueries queries, Campuses campuses, ShiftQueries shifts,
            ShiftCommands commands,
            DeskTelephone telephone, List<FirstScreenLines> lines, Clock clock) {
        this.lines = lines;
        this.telephone = telephone;
        this.board = board;
        this.queries = queries;
        this.campuses = campuses;
        this.shifts = shifts;
        this.commands = commands;
        this.clock = clock;
    }

    @Bean
    static NavEntry schoolTodayEntry() {
        return NavEntry.of(NavPart.TODAY, 11, "coverage.school.nav", "/school", "home", Permission.SCHOOL_TODAY);
    }

    /** @param initials where other systems show a photograph; nobody's face is kept here */
    public record Person(String initials, String officer, String department, String times, String since, boolean proven,
            String capacity, String confirmHref, List<Doubt> doubts) {}

    public record DayLine(String day, @Nullable Chip chip, String officers, String href) {}

    public record View(UUID id, String name, String day, @Nullable Chip chip, @Nullable DayBar bar, List<Person> here,
            List<Person> next, @Nullable String note, List<DayLine> days) {}

    @GetMapping("/school")
    ModelAndView today(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID id) {
        UUID school = actor.school() != null ? actor.school() : id;
        if (school == null) return choose(page, actor);
        var campus = campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
        var waiting = FirstScreenLines.all(lines, page, actor).stream()
                .collect(Collectors.partitioningBy(FirstScreenLines.Line::now));
        var model = new LinkedHashMap<String, Object>(Map.of("page", page.titled("coverage.school.title"), "school",
                view(page, campus),
                "searches", queries.searches(page, campus), "now", waiting.get(true), "lines", waiting.get(false),
                "mayConfirm", actor.may(Permission.SCHOOL_DESK), "mayAsk", actor.may(Permission.REQUESTS_MAKE),
                "telephone", telephone.number(actor.tenant())));
        return new ModelAndView("staffing/board/school", model);
    }

    /** Somebody at the desk saw the officer: the second signal, where a position was all there was. */
    @PostMapping("/school/shifts/{id}/presence")
    @Needs(Permission.SCHOOL_DESK)
    ModelAndView confirm(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var shift = shifts.find(id).map(Card::shift)
                .filter(s -> actor.school() == null || s.schoolId().equals(actor.school()))
                .orElseThrow(() -> new NotFound("shift " + id));
        commands.handle(id, new ShiftCommand.ConfirmPresence());
        Flashes.say(response, "success", page.t("coverage.school.confirmed", shift.officerName()));
        return new ModelAndView("redirect:/school" + (actor.school() == null ? "?id=" + shift.schoolId() : ""));
    }

    private ModelAndView choose(Page page, Actor actor) {
        return new ModelAndView("staffing/board/choose-school", Map.of("page", page.titled("coverage.school.choose"),
                "schools", campuses.list(CalendarScope.all(actor.tenant()))));
    }

    private View view(Page page, Campus campus) {
        Instant now = clock.instant();
        var today = LocalDate.ofInstant(now, campus.zone());
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var days = board.school(campus.id(), monday, monday.plusDays(11));
        var current = days.get(today);
        return new View(campus.id(), campus.name(), CoverageWords.day(page, today), current == null
                ? null
                : CoverageWords.chip(page, current.state()),
                current == null ? null : CoverageWords.bar(page, current), queries.onPost(campus.id()).stream()
                        .map(p -> person(page, campus, p)).toList(),
                queries.next(campus.id(), now).stream().map(p -> person(page, campus, p)).toList(),
                queries.lastNote(campus.id())
                        .orElse(null),
                lines(page, monday, days));
    }

    private static List<DayLine> lines(Page page, LocalDate monday, Map<LocalDate, SchoolDayCoverage> days) {
        var lines = new ArrayList<DayLine>();
        for (var day = monday; day.isBefore(monday.plusDays(12)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() > 5) continue;
            var schoolDay = days.get(day);
            lines.add(schoolDay == null
                    ? new DayLine(CoverageWords.weekday(page, day), null, page.t("coverage.none"), "")
                    : new DayLine(CoverageWords.weekday(page, day), CoverageWords.chip(page, schoolDay.state()),
                            schoolDay.officers().isEmpty()
                                    ? CoverageWords.nobody(page, schoolDay)
                                    : String.join(", ", schoolDay.officers()),
                            "/board/posts/" + schoolDay.worstPost()));
        }
        return lines;
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+")).filter(w -> !w.isEmpty()).map(w -> w.substring(0, 1)).limit(3)
                .collect(Collectors.joining());
    }

    private static Person person(Page page, Campus campus, SchoolTodayQueries.Presence p) {
        String times = CoverageWords.weekday(page, LocalDate.ofInstant(p.from(), campus.zone())) + ", "
                + CoverageWords.clock(page, p.from(), campus.zone()) + " – "
                + CoverageWords.clock(page, p.to(), campus.zone());
        return new Person(initials(p.officer()), p.officer(), p.department(), times, p.since() == null
                ? ""
                : page.t("coverage.school.since", CoverageWords.clock(page, p.since(), campus.zone())), p.proven(),
                p.capacity() == null ? "" : page.t("coverage.school.capacity." + p.capacity()),
                "/school/shifts/" + p.shiftId()
                        + "/presence",
                p.doubts());
    }
}
