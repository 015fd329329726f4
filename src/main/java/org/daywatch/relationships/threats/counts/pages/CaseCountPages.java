package org.daywatch.relationships.threats.counts.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.counts.CaseCourse;
import org.daywatch.relationships.threats.counts.CaseFigures.Year;
import org.daywatch.relationships.threats.counts.CaseFigures;
import org.daywatch.relationships.threats.counts.CaseSheet.Row;
import org.daywatch.relationships.threats.counts.ShownCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Threat assessments by group, one school year after the other, where no group is small. */
@Controller
@Needs(value = Permission.THREATS_COUNTED, hidden = true)
class CaseCountPages {

    private final CaseFigures figures;

    CaseCountPages(CaseFigures figures) {
        this.figures = figures;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry threatCountsEntry(ThreatDoor door) {
            return NavEntry
                    .of(NavPart.SAFETY, 75, "counts.nav", "/threats/counts", "insights", Permission.THREATS_COUNTED)
                    .when(actor -> door.isOpen());
        }
    }

    @GetMapping("/threats/counts")
    ModelAndView page(Page page, Actor actor, @RequestParam(name = "district", required = false) Optional<UUID> asked) {
        return new ModelAndView("relationships/threats/counts/pages/counts", Map.of("page",
                page.titled("counts.title"), "figures", figures.of(actor, asked), "ofSchool",
                actor.role() == Role.PRINCIPAL));
    }

    @GetMapping("/threats/counts.csv")
    void csv(Actor actor, @RequestParam(name = "district", required = false) Optional<UUID> asked,
            HttpServletResponse response) {
        var header = new ArrayList<>(List.of("year_from", "year_until", "whole_year", "by", "group"));
        Arrays.stream(CaseCourse.values())
                .forEach(course -> header.add(course.name().toLowerCase(java.util.Locale.ROOT)));
        header.addAll(List.of("opened", "days_out", "days_out_informal"));
        var counted = figures.of(actor, asked).counted();
        Csv.answer(response, "assessments-by-group.csv", header,
                counted == null ? Stream.of() : counted.years().stream().flatMap(CaseCountPages::lines));
    }

    /** Of a year with too few to show there is one line, of one without an assessment too. */
    private static Stream<List<Object>> lines(Year year) {
        var sheet = year.sheet();
        if (sheet == null) {
            var none = Stream.generate(year::opened).limit(CaseCourse.values().length).toList();
            return Stream.of(line(year, "all", new Row("", none, year.opened(), year.opened(), year.opened())));
        }
        return Stream.of(sheet.grades().stream().map(row -> line(year, "grade", row)),
                sheet.supports().stream().map(row -> line(year, "iep_or_504", row)),
                Stream.of(line(year, "all", sheet.all()))).flatMap(lines -> lines);
    }

    private static List<Object> line(Year year, String by, Row row) {
        var cells = new ArrayList<Object>(List.of(year.from(), year.until(), year.whole(), by, row.group()));
        row.courses().forEach(count -> cells.add(cell(count)));
        for (var count : List.of(row.opened(), row.days(), row.informal())) cells.add(cell(count));
        return cells;
    }

    private static Object cell(ShownCount count) {
        var number = count.number();
        return number == null ? "suppressed" : number;
    }
}
