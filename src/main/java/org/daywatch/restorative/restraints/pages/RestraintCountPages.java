package org.daywatch.restorative.restraints.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.restraints.RestraintCommands;
import org.daywatch.restorative.restraints.RestraintYears;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Restraint and seclusion of a school year, as the Civil Rights Data Collection asks for them. */
@Controller
@Needs(Permission.RESTRAINTS_COUNT)
class RestraintCountPages {

    /** So many school years can be looked at: what is older has gone. */
    private static final int YEARS = 5;

    private final RestraintYears years;
    private final RestraintCommands commands;
    private final ConferenceDoor places;
    private final Campuses campuses;
    private final AuditLog audit;

    RestraintCountPages(RestraintYears years, RestraintCommands commands, ConferenceDoor places, Campuses campuses,
            AuditLog audit) {
        this.years = years;
        this.commands = commands;
        this.places = places;
        this.campuses = campuses;
        this.audit = audit;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry restraintCountsEntry() {
            return NavEntry.of(NavPart.SAFETY, 76, "restraint.counts.nav", "/restraints/counts", "insights",
                    Permission.RESTRAINTS_COUNT);
        }
    }

    /** @param year in which it began; none: the present one. @param school one of a district */
    @GetMapping("/restraints/counts")
    ModelAndView counts(Page page, Actor actor, @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable UUID school) {
        var only = actor.school() == null ? Optional.ofNullable(school) : Optional.of(actor.school());
        var schools = campuses.list(actor, only.map(java.util.Set::of));
        if (schools.isEmpty()) throw new NotFound("schools of " + actor.person());
        var now = years.now(schools.getFirst());
        var begins = year == null ? now : began(now, year);
        audit.read("RestraintCounts", "restraint counts",
                Map.of("as", actor.role().name(), "year", Integer.toString(begins.getYear())));
        var model = new HashMap<String, Object>(Map.of("page", page.titled("restraint.counts"), "begins", begins, "now",
                now, "years", IntStream.range(0, YEARS).mapToObj(now::minusYears).toList(), "sheets",
                years.of(schools, begins), "one", only.isPresent() || schools.size() == 1, "declares",
                actor.may(Permission.RESTRAINTS_WRITE)));
        model.put("back", actor.school() == null && schools.size() == 1);
        return new ModelAndView("restorative/restraints/pages/counts", model);
    }

    /** The school says that every restraint of the year is written down. */
    @Needs(Permission.RESTRAINTS_WRITE)
    @PostMapping("/restraints/counts")
    ModelAndView declare(Page page, Actor actor, HttpServletResponse response, @RequestParam int year) {
        return places.at(actor, at -> {
            var begins = began(years.now(at.school()), year);
            return Act.on(page, response, "/restraints/counts?year=" + begins.getYear(), "restraint.said.declared",
                    () -> commands.declare(at, begins));
        });
    }

    private static LocalDate began(LocalDate now, int year) {
        if (year > now.getYear() || year <= now.getYear() - YEARS) throw new NotFound("school year " + year);
        return now.withYear(year);
    }
}
