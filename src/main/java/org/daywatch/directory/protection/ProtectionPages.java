package org.daywatch.directory.protection;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.members.Colleagues;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The students of a school whom the reader finds and others do not; finding one more, and protecting them. */
@Controller
@Needs(Permission.REUNIFY)
class ProtectionPages {

    private static final String HERE = "/protected-students";
    private static final int MOST = 20;

    private final Protections protections;
    private final Colleagues colleagues;
    private final StudentSearch search;
    private final AtSchool atSchool;
    private final Clock clock;

    ProtectionPages(Protections protections, Colleagues colleagues, StudentSearch search, AtSchool atSchool,
            Clock clock) {
        this.protections = protections;
        this.colleagues = colleagues;
        this.search = search;
        this.atSchool = atSchool;
        this.clock = clock;
    }

    @GetMapping(HERE)
    ModelAndView show(Page page, Actor actor, @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String q) {
        return view(page, actor, atSchool.of(actor, school), q);
    }

    private ModelAndView view(Page page, Actor actor, Campus school, String q) {
        boolean protects = actor.may(Permission.STUDENTS_PROTECT);
        var shown = protections.of(actor, school);
        var already = shown.stream().map(s -> s.protection().student()).collect(Collectors.toSet());
        List<RosterPerson> found = protects
                ? search.find(actor, school, q, MOST).stream().filter(s -> !already.contains(s.id())).toList()
                : List.of();
        var staff = colleagues.at(school.id()).stream().filter(s -> !s.person().equals(actor.person())).toList();
        return new ModelAndView("directory/protection/protected-students",
                Map.of("page", page.titled("protection.title", school.name()), "school", school, "schools",
                        atSchool.all(actor), "protectedOnes", shown, "protects", protects, "q", q, "found", found,
                        "staff", staff, "today", LocalDate.ofInstant(clock.instant(), school.zone())));
    }

    @Needs(Permission.STUDENTS_PROTECT)
    @PostMapping(HERE)
    ModelAndView protect(Page page, Actor actor, HttpServletResponse response, @RequestParam UUID form,
            @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") Set<String> reader) {
        var school = atSchool.of(actor, typed.getOrDefault("school", ""));
        return Act.typed(page, response, HERE + "?school=" + school.id(), "protection.said.protected", "protect", typed,
                again -> view(again, actor, school, typed.getOrDefault("q", "")),
                () -> protections.protect(actor, school, form, entry(typed, reader)));
    }

    @Needs(Permission.STUDENTS_PROTECT)
    @PostMapping(HERE + "/{id}/end")
    ModelAndView end(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String school) {
        var campus = atSchool.of(actor, school);
        return Act.on(page, response, HERE + "?school=" + campus.id(), "protection.said.ended",
                () -> protections.end(actor, campus, id));
    }

    private static Protections.Entry entry(Map<String, String> typed, Set<String> readers) {
        var student = Ids.find(typed.getOrDefault("student", ""))
                .orElseThrow(() -> new InvalidInput("student", "", "protection.wrong.student"));
        return new Protections.Entry(student, typed.getOrDefault("reason", ""),
                Typed.day("firstDay", typed.getOrDefault("firstDay", "")),
                Typed.dayOrNone("lastDay", typed.getOrDefault("lastDay", "")),
                readers.stream().filter(r -> !r.isBlank())
                        .map(r -> Ids.find(r)
                                .orElseThrow(() -> new InvalidInput("reader", r, "protection.wrong.reader")))
                        .collect(Collectors.toSet()));
    }
}
