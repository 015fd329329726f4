package org.daywatch.staffing.standby;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The coordinator looks ahead: behind which shifts too few officers stand, and who would be asked. */
@Controller
@Needs(Permission.SHIFTS_DESK)
public class StandbyPages {

    private static final Map<String, Comparator<Line>> SORTS = Map.of("school",
            Comparator.comparing((Line l) -> l.school().name()),
            "officer", Comparator.comparing((Line l) -> l.post().officer()), "start",
            Comparator.comparing((Line l) -> l.post().startsAt()),
            "ready", Comparator.comparingInt((Line l) -> l.post().ready()));

    private final HomeTime home;
    private final Standbys standbys;
    private final Campuses campuses;

    StandbyPages(Standbys standbys, Campuses campuses, HomeTime home) {
        this.home = home;
        this.standbys = standbys;
        this.campuses = campuses;
    }

    /** A taken post with its school. */
    public record Line(Standbys.Line post, Campus school) {}

    @GetMapping("/standby")
    ModelAndView standby(Page page, @RequestParam Map<String, String> parameters) {
        var asked = paging(parameters);
        var lines = lines(asked);
        var paging = asked.of(lines.size());
        return new ModelAndView("staffing/standby/standbys",
                Map.of("page", page.titled("standby.title"), "lines", paging.shown(lines), "paging", paging));
    }

    @GetMapping("/standby.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "standby.csv",
                List.of("school", "starts_at", "ends_at", "zone", "officer", "ready", "computed_at"),
                lines(paging(parameters)).stream()
                        .map(l -> List.of(l.school().name(), l.post().startsAt(), l.post().endsAt(), l.school().zone(),
                                l.post().officer(), l.post().ready(), l.post().computedAt())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/standby", parameters, SORTS.keySet(), "ready");
    }

    /** By school or officer; {@code most} leaves those with at most so many officers behind them. */
    private List<Line> lines(Paging asked) {
        var posts = standbys.list();
        var schools = campuses.list(posts.stream().map(Standbys.Line::school).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        int most = asked.filter("most").matches("[0-9]{1,3}") ? Integer.parseInt(asked.filter("most")) : Standbys.MOST;
        return posts.stream().filter(p -> schools.containsKey(p.school()) && p.ready() <= most)
                .map(p -> new Line(p, schools.get(p.school())))
                .filter(l -> asked.finds(l.school().name(), l.post().officer())).sorted(asked.order(SORTS)).toList();
    }

    @GetMapping("/standby/{post}")
    ModelAndView standby(@PathVariable UUID post, Page page) {
        var standby = standbys.find(post).orElseThrow(() -> new NotFound("standby list of post " + post));
        return new ModelAndView("staffing/standby/standby",
                Map.of("page", page.titled("standby.one"), "standby", standby, "zone", home.zone()));
    }
}
