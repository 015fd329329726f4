package org.daywatch.restorative.diversions.pages;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.restorative.diversions.DiversionYears;
import org.daywatch.restorative.restraints.RestraintRules;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Help before exclusion by school year: exact for the principal, of many for the district. */
@Controller
@Needs(Permission.DIVERSIONS_COUNT)
class DiversionCountPages {

    /** So many school years can be looked at: what is older has gone. */
    private static final int YEARS = 5;

    private final DiversionYears years;
    private final RestraintRules begin;
    private final Campuses campuses;
    private final AuditLog audit;
    private final java.time.Clock clock;

    DiversionCountPages(DiversionYears years, RestraintRules begin, Campuses campuses, AuditLog audit,
            java.time.Clock clock) {
        this.years = years;
        this.begin = begin;
        this.campuses = campuses;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry diversionCountsEntry() {
            return NavEntry.of(NavPart.SAFETY, 76, "diversion.counts.nav", "/diversions/counts", "insights",
                    Permission.DIVERSIONS_COUNT);
        }
    }

    /** @param year in which it began; none: the present one */
    @GetMapping("/diversions/counts")
    ModelAndView counts(Page page, Actor actor, @RequestParam(required = false) @Nullable Integer year) {
        var schools = campuses.list(actor, java.util.Optional.ofNullable(actor.school()).map(java.util.Set::of));
        if (schools.isEmpty()) throw new NotFound("schools of " + actor.person());
        var school = schools.getFirst();
        var now = begin.year(school, ZonedDateTime.now(clock.withZone(school.zone())).toLocalDate());
        if (year != null && (year > now.getYear() || year <= now.getYear() - YEARS))
            throw new NotFound("school year " + year);
        LocalDate begins = year == null ? now : now.withYear(year);
        audit.read("DiversionCounts", "diversion counts",
                Map.of("as", actor.role().name(), "year", Integer.toString(begins.getYear())));
        var model = new HashMap<String, Object>(Map.of("page", page.titled("diversion.counts"), "begins", begins,
                "years", IntStream.range(0, YEARS).mapToObj(now::minusYears).toList()));
        model.put("exact", actor.school() == null ? null : years.of(school, begins));
        model.put("hidden", actor.school() == null ? years.of(schools, begins) : null);
        return new ModelAndView("restorative/diversions/pages/counts", model);
    }
}
