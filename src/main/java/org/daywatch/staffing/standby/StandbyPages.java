package org.daywatch.staffing.standby;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The coordinator looks ahead: behind which shifts too few officers stand, and who would be asked. */
@Controller
@Needs(Permission.SHIFTS_DESK)
class StandbyPages {

    private final Standbys standbys;
    private final Campuses campuses;

    StandbyPages(Standbys standbys, Campuses campuses) {
        this.standbys = standbys;
        this.campuses = campuses;
    }

    @GetMapping("/standby")
    ModelAndView standby(Page page) {
        var lines = standbys.list();
        return new ModelAndView("staffing/standby/standbys", Map.of("page", page.titled("standby.title"), "lines", lines,
                "schools", campuses.list(lines.stream().map(Standbys.Line::school).distinct().toList()).stream()
                        .collect(Collectors.toMap(Campus::id, Function.identity()))));
    }

    @GetMapping("/standby/{post}")
    ModelAndView standby(@PathVariable UUID post, Page page) {
        var standby = standbys.find(post).orElseThrow(() -> new NotFound("standby list of post " + post));
        return new ModelAndView("staffing/standby/standby", Map.of("page", page.titled("standby.one"), "standby", standby));
    }
}
