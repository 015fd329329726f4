package org.daywatch.transparency.activitylog.timeuse;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.transparency.activitylog.timeuse.TimeUse.Group;
import org.daywatch.transparency.activitylog.timeuse.TimeUse.Share;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the time of officers went into, by school, beside what national surveys found. Where there are few officers
 * nothing is shown of them.
 */
@Controller
@Needs(Permission.LOG_READ)
public class TimePages {

    private static final int WEEKS = 4;

    private final TimeQueries queries;
    private final TimeStudies studies;
    private final Campuses campuses;
    private final HomeTime home;

    TimePages(TimeQueries queries, TimeStudies studies, Campuses campuses, HomeTime home) {
        this.queries = queries;
        this.studies = studies;
        this.campuses = campuses;
        this.home = home;
    }

    /** @param officers how many stood there */
    public record Row(Campus school, int officers, int onCampus, TimeUse use) {}

    private record Span(LocalDate first, LocalDate last) {}

    @GetMapping("/logs/time")
    ModelAndView time(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        var asked = read(parameters);
        var span = span(asked);
        var minutes = queries.bySchool(actor.school(), span.first(), span.last());
        var rows = rows(minutes, asked);
        var paging = asked.of(rows.size());
        var all = hidden(minutes).whole()
                ? TimeUse.suppressed()
                : queries.together(actor.school(), span.first(), span.last()).use();
        return new ModelAndView("transparency/activitylog/timeuse/time-use",
                Map.of("page", page.titled("log.time.title"), "paging", paging, "rows", paging.shown(rows), "first",
                        span.first(),
                        "last", span.last(), "all", all, "studies", studies.on(span.last())));
    }

    @GetMapping("/logs/time.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var asked = read(parameters);
        Csv.answer(response, "time-use.csv",
                List.of("school", "officers", "minutes_on_campus", "law_enforcement", "mentoring", "teaching", "other",
                        "nothing_else_written"),
                rows(queries.bySchool(actor.school(), span(asked).first(), span(asked).last()), asked).stream()
                        .map(TimePages::cells));
    }

    /** What is hidden is decided over all schools, whichever of them are looked for. */
    private List<Row> rows(Map<UUID, TimeQueries.Minutes> minutes, Paging asked) {
        var hidden = hidden(minutes).places();
        var sorts = Map.<String, Comparator<Row>>of("school", Comparator.comparing(r -> r.school().name()), "officers",
                Comparator.comparingInt(Row::officers), "minutes",
                Comparator.comparingInt(Row::onCampus));
        return campuses.list(minutes.keySet()).stream().filter(school -> asked.finds(school.name()))
                .map(school -> new Row(school, minutes.get(school.id()).officers(), minutes.get(school.id()).onCampus(),
                        hidden.contains(school.id()) ? TimeUse.suppressed() : minutes.get(school.id()).use()))
                .sorted(asked.order(sorts)).toList();
    }

    private static TimeUse.Hidden<UUID> hidden(Map<UUID, TimeQueries.Minutes> minutes) {
        return TimeUse.hidden(
                minutes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().officers())));
    }

    private static List<?> cells(Row row) {
        var cells = new ArrayList<Object>(List.of(row.school().name(), row.officers(), row.onCampus()));
        for (var group : Group.values()) cells.add(cell(row.use().shares().get(group)));
        cells.add(cell(row.use().rest()));
        return cells;
    }

    private static Object cell(Share share) {
        return switch (share) {
            case Share.Known(int minutes, _) -> minutes;
            case Share.Zero _ -> 0;
            case Share.Unknown _ -> "unknown";
            case Share.Suppressed _ -> "suppressed";
        };
    }

    private static Paging read(Map<String, String> parameters) {
        return Paging.read("/logs/time", parameters, List.of("school", "officers", "minutes"), "school").about("from",
                "to");
    }

    private Span span(Paging asked) {
        var last = day(asked.filter("to"), home.today());
        var first = day(asked.filter("from"), last.minusWeeks(WEEKS));
        return first.isAfter(last) ? new Span(last, first) : new Span(first, last);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text.isEmpty() ? otherwise : Days.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
